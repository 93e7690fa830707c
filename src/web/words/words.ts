import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isLanguage, type Language } from '#base/language.ts'
import { askTitles, type Told, titlesOf } from '../data/titles.ts'
import type { en } from './en.ts'
import type { Said } from './said.ts'

/** The catalogue as the English one has it: the others must say the same things. */
export type Words = typeof en

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Words }
    returnNull: false
  }
}

const catalogues: Readonly<Record<Language, () => Promise<Said<Words>>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
}

const kept = 'clausewise-language'

/** What the person chose here, else what the browser asks for, else English. */
export function languageOfBrowser(): Language {
  const asked = [localStorage.getItem(kept), ...navigator.languages].map((word) => word?.slice(0, 2))
  return asked.find(isLanguage) ?? 'en'
}

/** A word as a language; one that is not known is English. */
export function languageOf(word: string): Language {
  return isLanguage(word) ? word : 'en'
}

/** Starts the catalogue; only the language that is spoken is loaded. */
export async function startWords(language: Language): Promise<i18n> {
  const words = i18next.createInstance()
  const [catalogue, titles] = await Promise.all([catalogues[language](), titlesIn(language)])
  await words.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { ...titles, translation: withMany(catalogue) } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<typeof words.init>[0])
  document.documentElement.lang = language
  return words
}

/** Speaks another language from now on, also at the next visit. */
export async function speak(words: i18n, language: Language): Promise<void> {
  const [catalogue, titles] = await Promise.all([catalogues[language](), titlesIn(language)])
  words.addResourceBundle(language, 'translation', withMany(catalogue))
  if (titles[titlesOf]) words.addResourceBundle(language, titlesOf, titles[titlesOf])
  await words.changeLanguage(language)
  localStorage.setItem(kept, language)
  document.documentElement.lang = language
}

async function titlesIn(language: Language): Promise<{ [titlesOf]?: Told }> {
  const told = await askTitles(language)
  return told ? { [titlesOf]: told } : {}
}

/** French and Italian count a million as "many"; such texts read like those of other numbers. */
function withMany<T extends object>(words: T): T {
  const pairs = Object.entries(words).flatMap(([key, value]) => {
    const said: unknown = typeof value === 'object' ? withMany(value) : value
    return key.endsWith('_other')
      ? [
          [key, said],
          [key.replace(/_other$/, '_many'), said],
        ]
      : [[key, said]]
  })
  return Object.fromEntries(pairs) as T
}
