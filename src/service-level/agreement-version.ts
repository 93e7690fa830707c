import type { Entry } from '#access/trail.ts'
import { Target } from '#registers/target.ts'
import { lastDayOf } from './closed-month.ts'

type Data = Readonly<Record<string, unknown>>

/** How a record stood from an instant on. */
export type RecordVersion = Readonly<{ version: number; from: string; state: string; data: Data }>

/** A record with all its versions, oldest first. */
export type VersionedAgreement = Readonly<{
  id: string
  number: string
  label: string
  versions: readonly RecordVersion[]
}>

/** What a record tells of its past: how it stands, and its entries of the audit trail, newest first. */
export type RecordPast = Readonly<{
  version: number
  state: string
  data: Data
  createdAt: string
  entries: readonly Pick<Entry, 'at' | 'action' | 'before' | 'after'>[]
}>

/** The versions of a record, told backwards from how it stands: each change is undone by what the trail says was there before. */
export function versionsOf({
  version,
  state,
  data,
  createdAt,
  entries,
}: RecordPast): readonly RecordVersion[] {
  const versions: RecordVersion[] = []
  let now = { version, state, data }
  for (const { at, action, before, after } of entries) {
    if (action === 'create') break
    versions.push({ ...now, from: at })
    const was = asData(before)
    if (action === 'move' && typeof was.state === 'string') now = { ...now, state: was.state }
    if (action === 'change') now = { ...now, data: undone(now.data, was, asData(after)) }
    now = { ...now, version: now.version - 1 }
  }
  versions.push({ ...now, from: createdAt })
  return versions.toReversed()
}

function undone(data: Data, before: Data, after: Data): Data {
  const { register: _, number: __, ...was } = before
  const kept = Object.fromEntries(Object.entries(data).filter(([name]) => !(name in after)))
  return { ...kept, ...was }
}

function asData(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {} // the trail keeps plain objects
}

const holding = new Set(['agreed', 'in force', 'under review'])

/** An agreement that was written down when it had run out already held until its last day. */
function held({ state, data }: RecordVersion): boolean {
  return holding.has(state) || (state === 'expired' && typeof data.valid_to === 'string')
}

/**
 * The version of an agreement that was in force in a month: the last one of that month, or, where the record was written
 * down later, the first one that holds. Its days of validity have to meet the month.
 */
export function inForceIn({ versions }: VersionedAgreement, month: string): RecordVersion | undefined {
  const lastDay = lastDayOf(month)
  const then = versions.findLast(({ from }) => from.slice(0, 10) <= lastDay)
  const version = then ?? versions.find(held)
  if (!version || !held(version)) return undefined
  const { valid_from: validFrom, agreed_on: agreedOn, valid_to: validTo } = version.data
  const begins = validFrom ?? agreedOn
  if (typeof begins === 'string' && begins > lastDay) return undefined
  if (typeof validTo === 'string' && validTo < `${month}-01`) return undefined
  return version
}

/** What was agreed for a service, customer, metric and month; without a share it says why there is none. */
export type Agreed = Readonly<{
  share: number | undefined
  /** none: no SLA in force. unsaid: SLAs in force that promise no share in time. several: the strictest of several. */
  standing: 'agreed' | 'several' | 'unsaid' | 'none'
  agreements: readonly Readonly<{ id: string; number: string; label: string; version: number }>[]
}>

/** Whose promise is asked for: a service by the id of its record, a customer by that of his, where it is one customer's. */
export type AgreedAsking = Readonly<{
  service: string | undefined
  customer?: string | undefined
  metric: string
  month: string
}>

/** The share in time that SLAs agree. Of several the strictest holds; a customer's own come before those for everybody. */
export function agreedShare(
  agreements: readonly VersionedAgreement[],
  { service, customer, metric, month }: AgreedAsking,
): Agreed {
  // Most agreements are about other services: that is seen sooner than what was in force.
  const about = agreements.filter(({ versions }) => versions.some((version) => promises(version, service)))
  const standing = about.flatMap((agreement) => {
    const version = inForceIn(agreement, month)
    return version && promises(version, service) ? [{ agreement, version }] : []
  })
  const own = standing.filter(
    ({ version }) => customer !== undefined && names(version.data.customer, customer),
  )
  const open = standing.filter(({ version }) => version.data.customer === undefined)
  const forCustomer = own.length > 0 ? own : open
  const chosen = customer === undefined ? standing : forCustomer
  if (chosen.length === 0) return { share: undefined, standing: 'none', agreements: [] }
  const shares = chosen.flatMap(({ agreement, version }) => {
    const share = shareIn(version, metric)
    return share === undefined ? [] : [{ share, agreement, version }]
  })
  const [first, ...more] = shares.toSorted((a, b) => b.share - a.share)
  if (!first) return { share: undefined, standing: 'unsaid', agreements: chosen.map(named) }
  const isSeveral = more.some(({ share }) => share !== first.share)
  return {
    share: first.share,
    standing: isSeveral ? 'several' : 'agreed',
    agreements: shares.filter(({ share }) => share === first.share).map(named),
  }
}

function promises({ data }: RecordVersion, service: string | undefined): boolean {
  return data.kind === 'SLA' && service !== undefined && names(data.services, service)
}

function named({ agreement, version }: Readonly<{ agreement: VersionedAgreement; version: RecordVersion }>) {
  const { id, number, label } = agreement
  return { id, number, label, version: version.version }
}

function names(value: unknown, id: string): boolean {
  return Array.isArray(value) ? value.includes(id) : value === id
}

/** A target that applies to everything, or to the metric by its name; one for a priority alone is none for all tickets. */
export function shareIn({ data }: Pick<RecordVersion, 'data'>, metric: string): number | undefined {
  const targets = Target.array().safeParse(data.targets ?? [])
  const shares = (targets.data ?? []).filter(
    ({ measure, unit }) => measure === 'share in time' && unit === '%',
  )
  const plain = (words: string | undefined) => (words ?? '').trim().toLowerCase()
  const own = shares.find(({ applies_to }) => plain(applies_to) === metric)
  const forAll = shares.find(({ applies_to }) => plain(applies_to) === '')
  const found = own ?? (metric === 'resolution' ? forAll : undefined)
  return found && found.value / 100
}
