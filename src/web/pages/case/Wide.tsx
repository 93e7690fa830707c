import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Case.module.css'

/** A table that may be wider than the page: it scrolls by itself, by key as well. */
export function Wide({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  const { t } = useTranslation()
  return (
    <section className={styles.wide} aria-label={t('ui.table', { label })} {...reachable}>
      {children}
    </section>
  )
}

/** What scrolls has to be reached by key, or those without a mouse could not scroll it. */
const reachable = { tabIndex: 0 }
