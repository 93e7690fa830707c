import { type ReactNode, useEffect } from 'react'
import styles from './Page.module.css'
import { Term } from './Term.tsx'

type PageProps = Readonly<{
  /** What the page is called in the navigation. */
  title: string
  /** The answer to the page's question, written from the data. */
  sentence?: ReactNode
  /** What can be done here; at most one of them primary. */
  actions?: ReactNode
  /** Where one came from. */
  trail?: ReactNode
  children?: ReactNode
}>

/** A page: its name, the sentence that answers its question, then figure, table and detail. */
export function Page({ title, sentence, actions, trail, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Clausewise`
  }, [title])

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {trail && <div className={styles.trail}>{trail}</div>}
        <div className={styles.top}>
          <h1>{title}</h1>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {sentence && <p className={styles.sentence}>{sentence}</p>}
      </header>
      {children}
    </div>
  )
}

type SectionProps = Readonly<{
  title: string
  /** The word of the glossary that explains the title. */
  term?: string
  says?: ReactNode
  actions?: ReactNode
  children: ReactNode
}>

/** A part of a page under its own heading. */
export function Section({ title, term, says, actions, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.top}>
        <div>
          <h2>{term ? <Term of={term}>{title}</Term> : title}</h2>
          {says && <p className={styles.says}>{says}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}
