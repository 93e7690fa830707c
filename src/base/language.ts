/** The languages of pages and documents, each called by its own name. */
export const languages = { en: 'English', de: 'Deutsch', fr: 'Français', it: 'Italiano' } as const

/** One of the languages that pages and documents speak. */
export type Language = keyof typeof languages

/** Where the numbers and days of a language are written as its documents write them. */
export const locales = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', it: 'it-IT' } as const satisfies Record<
  Language,
  string
>

/** The languages as their codes, English first. */
export const languageCodes = Object.keys(languages) as readonly Language[] // the keys of a literal are its type's

/** Whether a word is the code of a language that we speak. */
export function isLanguage(word: string | undefined): word is Language {
  return word !== undefined && Object.hasOwn(languages, word)
}
