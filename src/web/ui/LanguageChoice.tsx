import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, languageCodes, languages } from '#base/language.ts'
import { useOrganization } from '../data/organization.ts'
import { languageOf } from '../words/words.ts'
import styles from './LanguageChoice.module.css'

/** The language of what is written next: that of the organization, else of the page, until another one is chosen. */
export function useDocumentLanguage(): readonly [Language, (language: Language) => void] {
  const { i18n } = useTranslation()
  const { organization } = useOrganization()
  const [chosen, choose] = useState<Language>()
  return [chosen ?? languageOf(String(organization.settings.locale ?? i18n.language)), choose]
}

type Choice = Readonly<{ label: string; language: Language; choose: (language: Language) => void }>

/** In which language something is written. */
export function LanguageChoice({ label, language, choose }: Choice) {
  return (
    <NativeSelect
      label={label}
      className={styles.choice ?? ''}
      value={language}
      onChange={({ currentTarget }) => choose(languageOf(currentTarget.value))}
      data={languageCodes.map((code) => ({ value: code, label: languages[code] }))}
    />
  )
}
