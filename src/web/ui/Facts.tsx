import type { ReactNode } from 'react'
import styles from './Facts.module.css'

export type Fact = Readonly<{
  name: string
  value: ReactNode
  /** What the name means, shown on hover. */
  means?: string | undefined
}>

/** Names and what they are, beneath each other; what is absent is left out by whoever calls. */
export function Facts({ facts }: Readonly<{ facts: readonly Fact[] }>) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, means }) => (
        <div key={name}>
          <dt title={means}>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
