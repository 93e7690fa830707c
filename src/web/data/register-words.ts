import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage } from '#base/language.ts'
import { useAskOnce } from './ask.ts'

/** Says a phrase of a register in the language of the reader. */
export type RegisterWord = (register: string, phrase: string) => string

/** Says a phrase of one register in the language of the reader. */
export type Word = (phrase: string) => string

/** What registers say in the language of the reader; English until it is there, and where nobody translated it. */
export function useRegisterWords(): RegisterWord {
  const { i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  const { data } = useAskOnce(
    'GET /api/register-words',
    language === 'en' ? undefined : { query: { language } },
  )
  const words = data?.words
  return useCallback(
    (register, phrase) => words?.[`${register}: ${phrase}`] ?? words?.[phrase] ?? phrase,
    [words],
  )
}

/** The words of one register. */
export function useWordsOf(register: string): Word {
  const word = useRegisterWords()
  return useCallback((phrase) => word(register, phrase), [word, register])
}
