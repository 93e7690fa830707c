/** JSON as PostgreSQL keeps it: without NUL characters and halves of characters, which it refuses. */
export function asJson(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'string' ? inner.replaceAll('\u0000', '').toWellFormed() : inner,
  )
}
