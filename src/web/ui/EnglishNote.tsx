import { useTranslation } from 'react-i18next'
import styles from './EnglishNote.module.css'

/** Says in other languages that the longer texts of a page are in English. */
export function EnglishNote() {
  const { t, i18n } = useTranslation()
  return i18n.language === 'en' ? null : <p className={styles.note}>{t('ui.englishOnly')}</p>
}
