import { type Format, formatOf } from '#base/format.ts'
import { keyOfWords, type Places, type Sentences, say } from '#content/sentences.ts'

/** How a workbook of a roadmap speaks. Its columns have their English names in the program, and those of its language in the file. */
export type BookWords = Readonly<{
  say: (key: string, places?: Places) => string
  head: (name: string) => string
  format: Format
}>

/** The words of a workbook from its sentences. */
export function bookWords(sentences: Sentences): BookWords {
  const tell = (key: string, places: Places = {}) => say(sentences, key, places)
  return {
    say: tell,
    head: (name) => tell(`head.${keyOfWords(name)}`),
    format: formatOf(sentences.language),
  }
}
