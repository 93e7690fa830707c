import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { isLanguage, type Language, languageCodes, languages } from '#base/language.ts'
import type { Problem } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { flawedPack } from './flawed-pack.ts'
import { filesBelow, isThere, readText, readYaml } from './read.ts'

/** One file of sentences: keys of lower-case words, parted by dots, and under each a sentence with its {places}. */
const SentenceFile = z.record(z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/), z.string().min(1))
type SentenceFile = Readonly<z.infer<typeof SentenceFile>>

/**
 * The fixed sentences of one document in one language. own: those that the language has; english: all of them, which
 * stand in where the language has none; missing: the keys for which they do, so that the document can say so.
 */
export type Sentences = Readonly<{
  language: Language
  own: SentenceFile
  english: SentenceFile
  missing: readonly string[]
}>

/** What stands in the places of a sentence, written as it is to be read. */
export type Places = Readonly<Record<string, string>>

/** The folder of the sentences that every document can say beside its own. */
const everyDocument = 'every'

/** A sentence with its places filled; a key or a place that nobody wrote is a fault of the program, not of the pack. */
export function say(sentences: Sentences, key: string, places: Places = {}): string {
  const sentence = sentences.own[key] ?? sentences.english[key]
  if (sentence === undefined) throw new Error(`No document says ${key}`)
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const said = places[name]
    if (said === undefined) throw new Error(`${key} has a place {${name}} and nothing to stand in it`)
    return said
  })
}

/**
 * The sentence for a number of things: of `key.one` and `key.other` the one that the language takes for it. How the
 * number is written is up to the caller: `places.count`.
 */
export function sayCounted(sentences: Sentences, key: string, count: number, places: Places): string {
  const own = `${key}.${formOf(count, sentences.language)}`
  return say(sentences, sentences.own[own] === undefined ? `${key}.${formOf(count, 'en')}` : own, places)
}

/** French and Italian have a form of their own for millions, which reads like that of other numbers. */
function formOf(count: number, language: Language): 'one' | 'other' {
  return new Intl.PluralRules(language).select(count) === 'one' ? 'one' : 'other'
}

/** Words as the last part of a key: "SMS manager" is sms-manager. */
export function keyOfWords(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** The sentences of a language over the English ones. */
export function sentencesOf(language: Language, english: SentenceFile, own: SentenceFile): Sentences {
  if (language === 'en') return { language, own: english, english, missing: [] }
  return { language, own, english, missing: Object.keys(english).filter((key) => own[key] === undefined) }
}

/** The language of a word that somebody wrote; refused where it is none that documents are written in. */
export function demandLanguage(word: string): Language {
  if (isLanguage(word)) return word
  const known = languageCodes.map((code) => `${code} (${languages[code]})`).join(', ')
  throw new Refusal(
    'invalid',
    `Documents are not written in the language ${JSON.stringify(word)}. Choose one of ${known}.`,
  )
}

/** Every problem of the sentences of a pack: all documents, the languages held against English. */
export function sentenceProblems(content: string): readonly Problem[] {
  return documentsOf(content).flatMap((document) => {
    const folder = join(content, 'documents', document)
    const { value: english = {}, problems } = readFile(folder, 'en')
    const strange = filesBelow(folder, '.yaml')
      .filter((path) => !isLanguage(basename(path, '.yaml')))
      .map((path) => differing(path, undefined, notLanguage))
    const others = languageCodes.filter((code) => code !== 'en' && isThere(pathOf(folder, code)))
    return [
      ...problems,
      ...strange,
      ...repeated(content, document, english),
      ...Object.keys(english).flatMap((key) => alone(folder, key, english)),
      ...others.flatMap((code) => compared(folder, code, english)),
    ]
  })
}

const notLanguage = `is no file of a language. Name it after one: ${languageCodes.join(', ')}, with .yaml.`

const opened = new Map<string, Sentences>()

/**
 * Opens the fixed sentences of a document with those of every document, once for the life of a program. A language
 * without a file, or with half of one, is answered in English where it lacks words; a pack with problems is refused.
 * also: folders of sentences that the document shares with others of its kind.
 */
export function openSentences(
  content: string,
  document: string,
  language: Language,
  also: readonly string[] = [],
): Sentences {
  const names = [everyDocument, ...also, document]
  const place = JSON.stringify([content, names, language])
  const known = opened.get(place)
  if (known) return known
  const problems = names.flatMap((name) => {
    const folder = join(content, 'documents', name)
    const { value = {}, problems: found } = readFile(folder, 'en')
    return language === 'en' || !isThere(pathOf(folder, language))
      ? found
      : [...found, ...compared(folder, language, value)]
  })
  if (problems.length > 0) throw flawedPack(problems)
  const all = (code: Language): SentenceFile =>
    Object.assign({}, ...names.map((name) => read(join(content, 'documents', name), code)))
  const sentences = sentencesOf(language, all('en'), all(language))
  opened.set(place, sentences)
  return sentences
}

/** The documents of a pack that have sentences, with the folder of what all of them can say. */
function documentsOf(content: string): readonly string[] {
  const files = filesBelow(join(content, 'documents'), '.yaml')
  return [...new Set(files.map((path) => basename(dirname(path))))]
}

function pathOf(folder: string, language: Language): string {
  return join(folder, `${language}.yaml`)
}

function read(folder: string, language: Language): SentenceFile {
  return isThere(pathOf(folder, language)) ? (readFile(folder, language).value ?? {}) : {}
}

function readFile(
  folder: string,
  language: Language,
): { readonly value: SentenceFile | undefined; readonly problems: readonly Problem[] } {
  const path = pathOf(folder, language)
  if (isThere(path)) return readYaml(path, SentenceFile)
  const says = 'is missing. Write the sentences of the document in English; the other languages follow it.'
  return { value: undefined, problems: [differing(path, undefined, says)] }
}

/** What the file of a language has that English has not, and sentences whose places differ from those of English. */
function compared(folder: string, language: Language, english: SentenceFile): readonly Problem[] {
  const path = pathOf(folder, language)
  const { value = {}, problems } = readFile(folder, language)
  const found = Object.entries(value).flatMap(([key, sentence]) => {
    const wanted = english[key]
    if (wanted === undefined)
      return [differing(path, key, `${key} is no sentence of en.yaml. Add it there, or take it out here.`)]
    if (placesOf(key, sentence) === placesOf(key, wanted)) return []
    const says = `${key} has the places ${placesOf(key, sentence) || 'none'}, the English sentence has ${placesOf(key, wanted) || 'none'}. Give both the same.`
    return [differing(path, key, says)]
  })
  return [...problems, ...found]
}

/** What a document says under a key that every document has already: one of the two would never be read. */
function repeated(content: string, document: string, english: SentenceFile): readonly Problem[] {
  if (document === everyDocument) return []
  const known = read(join(content, 'documents', everyDocument), 'en')
  const path = pathOf(join(content, 'documents', document), 'en')
  return Object.keys(english)
    .filter((key) => known[key] !== undefined)
    .map((key) => differing(path, key, `${key} is said by every document. Take it out here, or rename it.`))
}

/** A form for one thing without that for others, or the other way round. */
function alone(folder: string, key: string, english: SentenceFile): readonly Problem[] {
  const other = key.replace(/\.(one|other)$/, (_, form) => (form === 'one' ? '.other' : '.one'))
  if (other === key || english[other] !== undefined) return []
  return [differing(pathOf(folder, 'en'), key, `${key} stands without ${other}. Write both.`)]
}

/** The places of a sentence, each once, in order; the form for one thing may leave its number out. */
function placesOf(key: string, sentence: string): string {
  const names = [...sentence.matchAll(/\{(\w+)\}/g)].map(({ 1: name = '' }) => name)
  const counting = key.endsWith('.one') ? names.filter((name) => name !== 'count') : names
  return [...new Set(counting)].toSorted().join(' ')
}

function differing(path: string, key: string | undefined, message: string): Problem {
  const lines = key === undefined ? [] : readText(path).split('\n')
  const at = lines.findIndex((line) => line.startsWith(`${key}:`))
  const where = { file: relative(process.cwd(), path), ...(at < 0 ? {} : { line: at + 1 }) }
  return { code: 'content.sentences-differ', level: 'error', message, where }
}
