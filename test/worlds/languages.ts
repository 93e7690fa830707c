import { spawnSync } from 'node:child_process'
import { type Language, languageCodes } from '#base/language.ts'
import { sentencesOf } from '#content/sentences.ts'
import { openPlaybookSpeech, openProgrammeSpeech } from '#deliver/programme-speech.ts'
import { openSpeech, type Speech, speechOf } from '#deliver/speech.ts'
import { pack } from './report-input.ts'

/** Where boxes of PDF files are read by a program that is not ours: without it, what measures them is left out. */
export const needsReader = {
  skip: spawnSync('pdftotext', ['-v']).status === 0 ? false : 'pdftotext is not installed',
}

/** A document in each language, and in one that nobody speaks whose words are 40 percent longer than English. */
export function speechesOf(
  document: string,
  also: readonly string[] = [],
): readonly (readonly [string, Speech])[] {
  return [
    ...languageCodes.map((code) => [code, openSpeech(pack, document, code, also)] as const),
    ['pseudo', longSpeech(document, also)],
  ]
}

/** A document of a programme in each language, and in the one that nobody speaks. */
export function programmeSpeeches(document: string): readonly (readonly [string, Speech])[] {
  return inEvery((code) => openProgrammeSpeech(pack, document, code))
}

/** The playbook in each language, and in the one that nobody speaks. */
export function playbookSpeeches(): readonly (readonly [string, Speech])[] {
  return inEvery((code) => openPlaybookSpeech(pack, code))
}

function inEvery(open: (code: Language) => Speech): readonly (readonly [string, Speech])[] {
  return [
    ...languageCodes.map((code) => [code, open(code)] as const),
    ['pseudo', lengthenedSpeech(open('en'))],
  ]
}

/** English sentences that stand in the text of a document although its language has them: their longest piece without a place. */
export function leftInEnglish(text: string, { sentences, language }: Speech): readonly string[] {
  const flat = (words: string) => words.replaceAll(/\s+/g, ' ')
  const [own, english] = [sentences.own, sentences.english]
  const said = flat(text)
  return Object.entries(english).flatMap(([key, sentence]) => {
    const translated = flat(own[key] ?? '')
    const [piece = ''] = sentence
      .split(/\{\w+\}/)
      .map((part) => flat(part).trim())
      .toSorted((one, other) => other.length - one.length)
    // Shorter ones are words of the content too, which stays English.
    const tells = piece.split(' ').length >= 4 && !translated.includes(piece)
    return tells && said.includes(piece) ? [`${language} ${key}: ${piece}`] : []
  })
}

/** English with every word of every sentence and term longer by at least 40 percent, and nothing else changed. */
export function longSpeech(document: string, also: readonly string[] = []): Speech {
  return lengthenedSpeech(openSpeech(pack, document, 'en', also))
}

function lengthenedSpeech(english: Speech): Speech {
  const own = Object.fromEntries(
    Object.entries(english.sentences.english).map(([key, sentence]) => [key, lengthened(sentence)]),
  )
  const speech = speechOf(sentencesOf('en', own, own))
  return { ...speech, terms: deep(english.terms) }
}

/** Every word longer by at least 40 percent; places keep their names. */
export function lengthened(sentence: string): string {
  return sentence.replace(/\{\w+\}|\p{L}{2,}/gu, (word) =>
    word.startsWith('{') ? word : word + word.slice(0, Math.ceil(0.4 * word.length)).toLowerCase(),
  )
}

function deep<T>(terms: T): T {
  const said = typeof terms === 'string' ? lengthened(terms) : entriesOf(terms)
  return said as T // the same keys, and words for words
}

function entriesOf(terms: unknown): object {
  return Object.fromEntries(Object.entries(terms as object).map(([key, value]) => [key, deep(value)]))
}

type Word = Readonly<{ page: number; left: number; right: number; top: number; foot: number; text: string }>

/** Words of a PDF file that lie beyond the edge of their page or over another word. */
export function overflowing(pdf: Uint8Array, margin: number): readonly string[] {
  const { stdout } = spawnSync('pdftotext', ['-bbox', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const pages = stdout.split('<page ').slice(1)
  return pages.flatMap((page, at) => {
    const width = Number(/width="([\d.]+)"/.exec(page)?.[1])
    const words = [...page.matchAll(wordForm)].map(
      ([, left, top, right, foot, text = '']): Word => ({
        page: at + 1,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        foot: Number(foot),
        text,
      }),
    )
    const beyond = words.filter(({ left, right }) => left < margin - 1 || right > width - margin + 1)
    return [
      ...beyond.map(({ text }) => `page ${at + 1}: ${text} is beyond the margin`),
      ...covering(words).map(([one, other]) => `page ${at + 1}: ${one.text} lies over ${other.text}`),
    ]
  })
}

const wordForm = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g

/** Counts beside the arrows of a map stand on plates of their own and say the same in every language. */
function isCount({ text }: Word): boolean {
  return /^[\d.,]+$/.test(text)
}

/** Pairs of words whose boxes share more than the room that letters leave between lines. */
function covering(words: readonly Word[]): readonly (readonly [Word, Word])[] {
  const inOrder = words.toSorted((a, b) => a.top - b.top)
  return inOrder.flatMap((one, at) => {
    const near: (readonly [Word, Word])[] = []
    for (const other of inOrder.slice(at + 1)) {
      if (other.top > one.foot) break
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const down = Math.min(one.foot, other.foot) - Math.max(one.top, other.top)
      const line = Math.min(one.foot - one.top, other.foot - other.top)
      if (isCount(one) && isCount(other)) continue
      if (across > 1.5 && down > 0.5 * line) near.push([one, other])
    }
    return near
  })
}
