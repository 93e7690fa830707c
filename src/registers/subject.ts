import type { Permission } from '#access/permissions.ts'
import { Refusal } from '#base/refusal.ts'

/** What a comment or an attachment is about. */
export type Subject = Readonly<{ kind: SubjectKind; id: string }>
export type SubjectKind = keyof typeof kinds

/** The kinds of subjects: how their ids look, and who may read them. */
const kinds = {
  record: { id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, reads: 'read registers' },
  requirement: { id: /^\d{1,2}(\.\d{1,2}){1,3}-[a-z]$/, reads: 'read requirements' },
  check: { id: /^[a-z-]+\.[a-z0-9-]+$/, reads: 'read evidence' },
  measure: { id: /^[a-z-]+\.[a-z0-9-]+$/, reads: 'read evidence' },
  sample: { id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, reads: 'read evidence' },
  finding: { id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, reads: 'read audits' },
  audit: { id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, reads: 'read audits' },
} as const satisfies Record<string, { id: RegExp; reads: Permission }>

/** Reads kind:id, such as record:3f2a… or requirement:8.3.3-b. */
export function readSubject(text: string): Subject {
  const at = text.indexOf(':')
  const [kind, id] = [text.slice(0, at), text.slice(at + 1)]
  if (isKind(kind) && kinds[kind].id.test(id)) return { kind, id }
  throw new Refusal(
    'invalid',
    `on=${text} names nothing that can be commented on. Write kind:id, with one of: ${Object.keys(kinds).join(', ')}.`,
  )
}

/** What one must be allowed to read to see what is said about a subject. */
export function permissionFor({ kind }: Subject): Permission {
  return kinds[kind].reads
}

function isKind(kind: string): kind is SubjectKind {
  return Object.hasOwn(kinds, kind)
}

/** A subject as it is written in addresses. */
export function writeSubject({ kind, id }: Subject): string {
  return `${kind}:${id}`
}
