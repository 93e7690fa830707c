import { useTranslation } from 'react-i18next'
import type { Language } from '#base/language.ts'

/** A text that people answer, in every language of the interface. */
export type SaidInAll = Readonly<Record<Language, string>>

/** Reads such a text in the language that is spoken. */
export function useSaid(): (said: SaidInAll) => string {
  const { i18n } = useTranslation()
  return (said) => said[i18n.language as keyof SaidInAll] ?? said.en
}
