import { glossary } from './glossary.ts'
import { registerWords } from './register-words.ts'
import { titles } from './titles.ts'

/** What the pack calls things, in each language: words with what they mean, the words of registers, titles. */
export const packWords = {
  endpoints: { ...glossary.endpoints, ...registerWords.endpoints, ...titles.endpoints },
  handlers: { ...glossary.handlers, ...registerWords.handlers, ...titles.handlers },
}
