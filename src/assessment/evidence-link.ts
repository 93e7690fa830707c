import { z } from 'zod'
import { Day } from './statement.ts'

/** What is pointed to: a file kept here, a record of a register, a check over the tickets, or an address elsewhere. */
export const LinkKind = z.enum(['attachment', 'record', 'check', 'link'])
export type LinkKind = z.infer<typeof LinkKind>

/** What it shows: a document in force, records of work done, or something that speaks for itself. */
export const Shows = z.enum(['document', 'records', 'other'])
export type Shows = z.infer<typeof Shows>

/** Evidence that a person put to a requirement. seenOn: the day on which somebody looked at it. */
export const GivenLink = z.object({
  kind: LinkKind,
  target: z.string().min(1).max(2000),
  title: z.string().min(1).max(300),
  shows: Shows,
  seenOn: Day.optional(),
  expiresOn: Day.optional(),
  note: z.string().max(4000).optional(),
})
export type GivenLink = Readonly<z.infer<typeof GivenLink>>

/** Evidence as it is kept. */
export type EvidenceLink = Readonly<{
  id: string
  requirement: string
  kind: LinkKind
  target: string
  title: string
  shows: Shows
  seenOn: string
  expiresOn: string | undefined
  note: string
  addedBy: string
  addedAt: string
}>

/** True once evidence has run out on a day. */
export function isExpired({ expiresOn }: Pick<EvidenceLink, 'expiresOn'>, on: string): boolean {
  return expiresOn !== undefined && expiresOn < on
}

/** True for an address that a browser may open; anything else could run a program. */
export function isWebAddress(target: string): boolean {
  return URL.canParse(target) && ['http:', 'https:'].includes(new URL(target).protocol)
}
