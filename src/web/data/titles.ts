import type { Language } from '#base/language.ts'
import { type Answered, call } from './call.ts'

/** The titles of the pack and the words beside its numbers, as they are said in a language. */
export type Told = Answered<'GET /api/titles'>

/** The name under which the words of a language keep its titles. */
export const titlesOf = 'titles'

/** The titles of a language; none where they cannot be had, and then the English ones stand. */
export async function askTitles(language: Language): Promise<Told | undefined> {
  if (language === 'en') return undefined
  return await call('GET /api/titles', { query: { language } }).catch(() => undefined)
}
