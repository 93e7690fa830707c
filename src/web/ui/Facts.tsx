import type { ReactNode } from 'react'
import styles from './Facts.module.css'
import { Term } from './Term.tsx'

export type Fact = Readonly<{
  name: string
  value: ReactNode
  /** What the name means, shown on hover. */
  means?: string | undefined
  /** The word of the glossary that explains the name. */
  term?: string | undefined
}>

/** Names and what they are, beneath each other; what is absent is left out by whoever calls. */
export function Facts({ facts }: Readonly<{ facts: readonly Fact[] }>) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, means, term }) => (
        <div key={name}>
          <dt title={means}>{term ? <Term of={term}>{name}</Term> : name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
