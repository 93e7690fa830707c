import { createHash } from 'node:crypto'

/** One change of one record: who, when, what before and after, and why where a reason was asked. */
export type Entry = Readonly<{
  number: number
  at: string
  actorKind: string
  actorId: string | undefined
  actorName: string
  action: string
  recordKind: string
  recordId: string
  before: unknown
  after: unknown
  reason: string | undefined
  previousHash: string
  hash: string
}>

/** What stands before the first entry of an organization. */
export const beginning = '0'.repeat(64)

/** The hash of an entry: SHA-256 over its fields in a fixed order, the hash before it and the organization among them. */
export function hashOf(organization: string, entry: Omit<Entry, 'hash'>): string {
  const fields = [
    organization,
    entry.number,
    entry.at,
    entry.actorKind,
    entry.actorId ?? null,
    entry.actorName,
    entry.action,
    entry.recordKind,
    entry.recordId,
    entry.before ?? null,
    entry.after ?? null,
    entry.reason ?? null,
    entry.previousHash,
  ]
  return createHash('sha256').update(canonical(fields)).digest('hex')
}

/** The newest entry of a trail, as it is kept apart from the entries. */
export type Head = Readonly<{ number: number; hash: string }>

/** Follows a chain entry by entry in the order of their numbers; end says what was altered, removed or reordered. */
export function followChain(organization: string): {
  see: (entry: Entry) => void
  end: (head: Head | undefined) => readonly string[]
} {
  const breaks: string[] = []
  let previous: Head = { number: 0, hash: beginning }
  return {
    see: (entry) => {
      if (entry.number !== previous.number + 1)
        breaks.push(`between ${previous.number} and ${entry.number}: entries were removed or reordered`)
      else if (entry.previousHash !== previous.hash)
        breaks.push(`entry ${entry.number}: does not follow the entry before it`)
      if (hashOf(organization, entry) !== entry.hash) breaks.push(`entry ${entry.number}: was altered`)
      previous = { number: entry.number, hash: entry.hash }
    },
    end: (head) => {
      const end = head ?? { number: 0, hash: beginning }
      if (end.number !== previous.number || end.hash !== previous.hash)
        breaks.push(`after entry ${previous.number}: the trail should end with entry ${end.number}`)
      return breaks
    },
  }
}

/** JSON with the keys of every object in order, so that the same content is the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
