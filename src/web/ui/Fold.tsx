import type { ReactNode } from 'react'
import styles from './Fold.module.css'

type FoldProps = Readonly<{ title: string; says?: ReactNode; isOpen?: boolean; children: ReactNode }>

/** A part of a page that is long and seldom read whole: its name and how much it holds, opened when wanted. */
export function Fold({ title, says, isOpen = false, children }: FoldProps) {
  return (
    <details className={styles.fold} open={isOpen}>
      <summary>
        <h2>{title}</h2>
        {says && <span className="second">{says}</span>}
      </summary>
      <section aria-label={title}>{children}</section>
    </details>
  )
}
