import { Unserved } from './problem.ts'

/** Refuses text that no database keeps, wherever it stands in a request: NUL, and halves of characters. */
export function demandPlainText(...parts: readonly unknown[]): void {
  if (parts.every(isPlain)) return
  throw new Unserved(
    422,
    'The request holds a NUL or half a character (a lone surrogate), which no text may hold.',
  )
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000')
  if (Array.isArray(value)) return value.every(isPlain)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => isPlain(key) && isPlain(inner))
}
