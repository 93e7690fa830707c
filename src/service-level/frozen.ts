import { createHash } from 'node:crypto'

/** Figures as the text that is kept, and the hash by which everybody can see that it is the same text. */
export type Frozen = Readonly<{ text: string; seal: string }>

/** Freezes figures: what PostgreSQL cannot keep goes, and the hash is of the text that stays. */
export function frozen(figures: object): Frozen {
  const text = JSON.stringify(figures, (_, inner) =>
    typeof inner === 'string' ? inner.replaceAll('\u0000', '').toWellFormed() : inner,
  )
  return { text, seal: sealOf(text) }
}

/** The hash of a text. */
export function sealOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
