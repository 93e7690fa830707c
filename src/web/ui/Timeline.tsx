import type { ReactNode } from 'react'
import styles from './Timeline.module.css'

export type Moment = Readonly<{
  key: string
  /** When, as it is read. */
  when: string
  what: ReactNode
  /** How long it took until the next moment. */
  until?: string | undefined
  says?: ReactNode
}>

/** What happened one after the other, from first to last, with the time that passed in between. */
export function Timeline({ label, moments }: Readonly<{ label: string; moments: readonly Moment[] }>) {
  return (
    <ol className={styles.line} aria-label={label}>
      {moments.map(({ key, when, what, until, says }) => (
        <li key={key}>
          <div className={styles.when}>{when}</div>
          <div className={styles.what}>
            {what}
            {says && <div className={styles.says}>{says}</div>}
            {until && <div className={styles.until}>{until}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
