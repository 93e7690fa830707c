import { formatOf } from '#base/format.ts'
import type { Language } from '#base/language.ts'
import { openSentences, type Places, type Sentences, say, sayCounted } from '#content/sentences.ts'
import type { DocumentedKind } from '#deliver/documented-matter.ts'
import type { Cell } from './cell.ts'
import { fileNameOf } from './template.ts'

/** What says the fixed sentences and the values of one document in one language. */
export type Speaker = Readonly<{
  language: Language
  /** The sentence of a key: of the document itself, or of all documents that management signs. */
  say: (key: string, places?: Places) => string
  sayCounted: (key: string, count: number, places: Places) => string
  /** Whether somebody says something under a key. */
  knows: (key: string) => boolean
  /** A value as it is read; undefined where nothing was recorded. */
  tell: (cell: Cell | undefined) => string | undefined
  /** Whether some sentence stands in English, for want of a checked translation. */
  isIncomplete: boolean
}>

/** The folder of the sentences that all documents that management signs can say. */
const everyDocumented = 'documented'

/** Opens what says the sentences of a kind of document in a language. */
export function openSpeaker(
  content: string,
  kind: DocumentedKind,
  { language, currency }: Readonly<{ language: Language; currency?: string | undefined }>,
): Speaker {
  const own = openSentences(content, fileNameOf(kind), language)
  const all = openSentences(content, everyDocumented, language)
  const of = (key: string): Sentences => (own.english[key] === undefined ? all : own)
  const knows = (key: string) => of(key).english[key] !== undefined
  const speaker = {
    language,
    say: (key: string, places: Places = {}) => say(of(key), key, places),
    sayCounted: (key: string, count: number, places: Places) =>
      sayCounted(of(`${key}.other`), key, count, places),
    knows,
    isIncomplete: own.missing.length + all.missing.length > 0,
  }
  return { ...speaker, tell: (cell) => tellCell(cell, { ...speaker, currency }) }
}

type Telling = Pick<Speaker, 'language' | 'say' | 'knows'> & Readonly<{ currency: string | undefined }>

function tellCell(cell: Cell | undefined, telling: Telling): string | undefined {
  if (cell === undefined) return undefined
  const format = formatOf(telling.language)
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return telling.say(cell ? 'word-yes' : 'word-no')
  if (typeof cell === 'number') return format.number(cell)
  if ('day' in cell) return format.day(cell.day)
  if ('month' in cell) return format.namedMonth(cell.month)
  if ('share' in cell) return format.percent(cell.share)
  if ('money' in cell) return format.money(telling.currency ?? '', cell.money)
  if ('key' in cell) return telling.say(cell.key)
  if ('word' in cell) return wordIn(cell.word, telling)
  const [parts, between] = 'many' in cell ? [cell.many, '; '] : [cell.phrase, ' ']
  return parts.map((part) => tellCell(part, telling) ?? '').join(between)
}

/** A word of ours in the language; a word that is none of ours stands as it is. */
function wordIn(word: string, { say: tell, knows }: Telling): string {
  const key = wordKey(word)
  return knows(key) ? tell(key) : word
}

/** The key under which a word is said: "in force" and "in_force" are word-in-force. */
export function wordKey(word: string): string {
  return `word-${word
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`
}
