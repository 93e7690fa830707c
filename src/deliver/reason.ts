/** Says a sentence of a document. */
type Say = (key: string, places: Readonly<Record<string, string>>) => string

const lacked = /^not supplied: (.+)$/

/** Why something has no value or verdict, as documents say it: what the data read do not hold is said in the language. */
export function reasonOf(because: string, say: Say): string {
  const [, what] = lacked.exec(because) ?? []
  return what === undefined ? because : say('reason.not-in-data', { what })
}
