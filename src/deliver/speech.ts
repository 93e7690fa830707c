import { type Format, formatOf } from '#base/format.ts'
import type { Language } from '#base/language.ts'
import type { Terms } from '#base/terms.ts'
import { germanTerms } from '#base/terms-de.ts'
import { englishTerms } from '#base/terms-en.ts'
import { frenchTerms } from '#base/terms-fr.ts'
import { italianTerms } from '#base/terms-it.ts'
import { openSentences, type Sentences, say, sayCounted } from '#content/sentences.ts'

/** What stands in the places of a sentence: words as they are, numbers as the language writes counts. */
export type SpeechPlaces = Readonly<Record<string, string | number>>

/**
 * How a document speaks: its sentences, the fixed terms, and how its language writes numbers, days and money. say: a
 * sentence with its places filled; many: the sentence for a number of things, which stands in {count}.
 */
export type Speech = Format &
  Readonly<{
    language: Language
    terms: Terms
    sentences: Sentences
    say: (key: string, places?: SpeechPlaces) => string
    many: (key: string, count: number, places?: SpeechPlaces) => string
    /** The sentence of a key that the pack may have, such as the title of one of its own entries. */
    known: (key: string) => string | undefined
    /** What a reader has to know about the language: nothing in English, else that some of it is English. */
    notes: readonly string[]
  }>

const terms: Readonly<Record<Language, Terms>> = {
  en: englishTerms,
  de: germanTerms,
  fr: frenchTerms,
  it: italianTerms,
}

/** The speech of a document in a language; `also`: folders of sentences that it shares with others. */
export function openSpeech(
  content: string,
  document: string,
  language: Language,
  also: readonly string[] = [],
): Speech {
  return speechOf(openSentences(content, document, language, also))
}

/** The speech of sentences. */
export function speechOf(sentences: Sentences): Speech {
  const { language, missing } = sentences
  const format = formatOf(language)
  const written = (places: SpeechPlaces) =>
    Object.fromEntries(
      Object.entries(places).map(([name, value]) => [
        name,
        typeof value === 'number' ? format.count(value) : value,
      ]),
    )
  const speak = (key: string, places: SpeechPlaces = {}) => say(sentences, key, written(places))
  return {
    ...format,
    language,
    terms: terms[language],
    sentences,
    say: speak,
    many: (key, count, places = {}) => sayCounted(sentences, key, count, written({ count, ...places })),
    known: (key) => sentences.own[key] ?? sentences.english[key],
    notes: [
      ...(missing.length > 0 ? [speak('note.incomplete')] : []),
      ...(language === 'en' ? [] : [speak('note.long-texts')]),
    ],
  }
}

/** The sentences of a template as it takes them: by their keys, each in the language or in English. */
export function wordsOf({ sentences }: Speech): Readonly<Record<string, string>> {
  return { ...sentences.english, ...sentences.own }
}
