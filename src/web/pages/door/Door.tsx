import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Door.module.css'

/** The page before one is in: one card, one question. */
export function Door({
  title,
  says,
  children,
}: Readonly<{ title: string; says?: ReactNode; children: ReactNode }>) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`
  }, [title, t])

  return (
    <main className={styles.door}>
      <div className={styles.card}>
        <p className={styles.product}>{t('shell.product')}</p>
        <h1>{title}</h1>
        {says && <p className="second">{says}</p>}
        {children}
      </div>
    </main>
  )
}
