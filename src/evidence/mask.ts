import { createHmac } from 'node:crypto'

/** Whether a canonical column holds a person. */
export function isPersonColumn(column: string): boolean {
  return /(^|_)(requester|assignee|actor|approver|implementer|manager|owner|person)_id$/.test(column)
}

/** Whether a changed field of a history may name a person in its values: whatever is no status, group or number. */
export function mayNamePerson(kind: string | undefined, field: string | undefined): boolean {
  if (kind === 'status' || kind === 'priority') return false
  return !/\b(state|status|priority|impact|urgency|group|queue|category|service)\b/i.test(
    (field ?? '').replaceAll('_', ' '),
  )
}

/** A name that stands for a person: the same person is the same within one workspace, and nobody can tell who. */
export function maskOf(key: string, person: string): string {
  return `Person ${createHmac('sha256', key).update(person).digest('hex').slice(0, 8)}`
}
