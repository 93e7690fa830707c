import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './Mapping.module.css'

/** The mapping as the file that is kept: everything can be said here, working hours and targets too. */
export function MappingText({ text, set }: Readonly<{ text: string; set: (text: string) => void }>) {
  const { t } = useTranslation()
  return (
    <Textarea
      classNames={{ input: styles.text ?? '' }}
      aria-label={t('mapping.asText')}
      autosize
      minRows={20}
      maxRows={40}
      spellCheck={false}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
}
