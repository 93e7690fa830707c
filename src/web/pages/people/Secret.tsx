import { useTranslation } from 'react-i18next'
import styles from './Webhooks.module.css'

/** The secret that signs what is sent; shown this once. */
export function Secret({ secret }: Readonly<{ secret: string }>) {
  const { t } = useTranslation()
  return (
    <p role="status">
      {t('webhooks.secretOnce')} <code className={styles.code}>{secret}</code>
    </p>
  )
}
