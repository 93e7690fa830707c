import type { Entry } from './trail.ts'

/** An entry of the audit trail as an event in the form of CloudEvents 1.0 (JSON). */
export type CloudEvent = Readonly<{
  specversion: '1.0'
  id: string
  source: string
  type: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  data: unknown
}>

/** The event that tells of a change; its id is the organization and the number of the entry, so a second sending is known. */
export function toCloudEvent(organization: string, entry: Entry): CloudEvent {
  const { number, at, actorKind, actorId, actorName, action, recordKind, recordId } = entry
  return {
    specversion: '1.0',
    id: `${organization}/${number}`,
    source: `/api/organizations/${organization}`,
    type: typeOf(entry),
    subject: `${recordKind}/${recordId}`,
    time: at,
    datacontenttype: 'application/json',
    data: {
      number,
      action,
      kind: recordKind,
      id: recordId,
      actor: { kind: actorKind, id: actorId, name: actorName },
      before: entry.before,
      after: entry.after,
      reason: entry.reason,
      hash: entry.hash,
    },
  }
}

/** What happened to what, such as rating.changed: the kind of the record and the action in the past. */
export function typeOf({ recordKind, action }: Pick<Entry, 'recordKind' | 'action'>): string {
  return `${slug(recordKind)}.${slug(past(action))}`
}

const irregular: Readonly<Record<string, string>> = {
  freeze: 'frozen',
  draw: 'drawn',
  make: 'made',
  put: 'put',
  set: 'set',
  resend: 'resent',
  send: 'sent',
  take: 'taken',
  write: 'written',
  withdraw: 'withdrawn',
}

function past(action: string): string {
  const [verb = '', ...rest] = action.split(' ')
  return [irregular[verb] ?? regular(verb), ...rest].join(' ')
}

function regular(verb: string): string {
  if (/ed$/.test(verb)) return verb
  if (/e$/.test(verb)) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return `${verb}ed`
}

function slug(words: string): string {
  return words.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}

/** True when a webhook that asked for these events wants this one: all, all of a kind (rating.*), or exactly this. */
export function wants(events: readonly string[], type: string): boolean {
  if (events.length === 0) return true
  return events.some(
    (event) => event === type || (event.endsWith('.*') && type.startsWith(event.slice(0, -1))),
  )
}
