import type { Actor } from '#access/actor.ts'
import { demandMay } from '#access/actor.ts'
import { chosenBrand } from '#access/brand-store.ts'
import { listMembers } from '#access/member-store.ts'
import { readOrganization } from '#access/organization-store.ts'
import { readCoverage } from '#assessment/register-facts-store.ts'
import type { Audit } from '#audit/audit.ts'
import { auditName } from '#audit/audit.ts'
import { type Asking as AuditAsking, readAuditPage } from '#audit/audit-page-store.ts'
import { listAudits, readAudit } from '#audit/audit-store.ts'
import { listFindings } from '#audit/finding-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Phase } from '#content/strategy.ts'
import type { Tx } from '#db/records.ts'
import type { ManagementReview } from '#improvement/management-review.ts'
import { readActions } from '#improvement/review-action-store.ts'
import { demandReview, listReviews } from '#improvement/review-store.ts'
import type { Record as KeptRecord } from '#registers/record.ts'
import { demandRecord, readAll } from '#registers/record-store.ts'
import { demandRegister, openRegister } from '#registers/registers.ts'
import { readSchedule } from '#roadmap/schedule-store.ts'
import { type LevelWorld, readLevelWorld, readService } from '#service-level/level-page-store.ts'
import { listReports } from '#service-level/report-store.ts'
import { listReviews as listServiceReviews } from '#service-level/review-store.ts'
import { readSignatures } from '#strategy/phase-store.ts'
import type { DocumentedMatter, ServiceMatter, Subject } from './matter.ts'
import { usedRegisters } from './register-rows.ts'
import type { About } from './template.ts'

/** Whose documents are filled, by whom, with which content, and when. */
export type Asking = AuditAsking &
  Readonly<{ actor: Actor; phases: readonly Pick<Phase, 'id'>[]; version: string }>

/** What all documents of an organization share; subjects are added one by one. */
export type Ground = Readonly<{
  matter: DocumentedMatter
  subjects: Readonly<Record<Exclude<About, 'organization'>, readonly Subject[]>>
}>

/** Reads what all documents are filled from. Whoever asks has to be allowed to read it all. */
export async function readGround(tx: Tx, asking: Asking): Promise<Ground> {
  const { actor, organization, library, now } = asking
  demandMay(actor, 'read audits')
  const madeOn = now.toISOString().slice(0, 10)
  const registers = new Map<string, readonly KeptRecord[]>()
  for (const register of usedRegisters) {
    openRegister(actor, register)
    registers.set(register, await readAll(tx, organization, register))
  }
  const named = await readOrganization(tx, actor)
  const signed = new Map((await readSignatures(tx)).map((one) => [one.phase, one]))
  const schedule = (await readSchedule(tx))?.schedule
  const [audits, reviews] = [await listAudits(tx), await listReviews(tx)]
  const setting = (name: string) => textSetting(named.settings, name)
  const matter: DocumentedMatter = {
    organization: named.name,
    madeOn,
    version: asking.version,
    brand: await chosenBrand(tx),
    currency: setting('currency'),
    stage1On: setting('stage1On'),
    certificateOn: setting('certificateOn'),
    clauses: library.catalogue.clauses,
    requirements: library.catalogue.requirements,
    registers,
    people: await peopleOf(tx, actor),
    phases: asking.phases.map(({ id }) => ({
      id,
      signedBy: signed.get(id)?.by,
      signedOn: signed.get(id)?.at.slice(0, 10),
    })),
    roadmap: schedule && { start: schedule.start, finish: schedule.finish },
    coverage: await readCoverage(tx, organization, library, madeOn),
    audits: audits.toReversed(),
    findings: (await listFindings(tx, actor)).toReversed(),
    reviews,
    actions: await readActions(tx),
    subject: undefined,
  }
  return { matter, subjects: subjectsOf(registers, audits, reviews) }
}

function textSetting(settings: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = settings[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const mostPeople = 5000

async function peopleOf(tx: Tx, actor: Actor): Promise<ReadonlyMap<string, string>> {
  const members = await listMembers(tx, actor, { limit: mostPeople, after: undefined, former: true })
  return new Map(members.flatMap(({ email, name }) => (email ? [[email.toLowerCase(), name] as const] : [])))
}

const gone = new Set(['retired', 'transferred', 'rejected'])

function subjectsOf(
  registers: ReadonlyMap<string, readonly KeptRecord[]>,
  audits: readonly Audit[],
  reviews: readonly ManagementReview[],
): Ground['subjects'] {
  return {
    service: (registers.get('services') ?? [])
      .filter(({ state }) => !gone.has(state))
      .map(({ id, label }) => ({ id, name: label })),
    audit: audits
      .filter(({ state }) => state !== 'cancelled')
      .map((audit) => ({ id: audit.id, name: `${auditName(audit)} ${audit.title}` })),
    review: reviews.map(({ id, number, heldOn }) => ({ id, name: `MR-${number}, ${heldOn}` })),
  }
}

/** Refuses a subject that a document cannot be about, before anything is made. */
export async function demandSubject(
  tx: Tx,
  organization: string,
  { about, subject }: Readonly<{ about: About; subject: string }>,
): Promise<void> {
  switch (about) {
    case 'organization':
      throw new Refusal('invalid', 'This document is about the whole organization: leave the subject out.')
    case 'service':
      await demandRecord(tx, organization, demandRegister('services'), subject)
      return
    case 'audit':
      await readAudit(tx, subject)
      return
    case 'review':
      await demandReview(tx, subject)
  }
}

/** Adds what one document is about: the subject that is named, or the first; without any, the document says so. */
export async function readSubject(
  tx: Tx,
  { matter, subjects }: Ground,
  { about, subject, asking }: Readonly<{ about: About; subject: string | undefined; asking: Asking }>,
): Promise<DocumentedMatter> {
  if (about === 'organization') return matter
  const known = subjects[about]
  const found = subject === undefined ? known[0] : known.find(({ id }) => id === subject)
  if (subject !== undefined && !found)
    throw new Refusal('not-found', `There is no such ${about} to write about.`)
  if (!found) return matter
  const named = { ...matter, subject: found }
  if (about === 'review') return { ...named, review: matter.reviews.find(({ id }) => id === found.id) }
  if (about === 'audit') return { ...named, audit: await readAuditPage(tx, asking.actor, found.id, asking) }
  const world = await readLevelWorld(tx, asking.organization)
  return { ...named, service: await serviceMatter(tx, world, { name: found.name, today: matter.madeOn }) }
}

const lastMonths = 12

async function serviceMatter(
  tx: Tx,
  world: LevelWorld,
  { name, today }: Readonly<{ name: string; today: string }>,
): Promise<ServiceMatter> {
  const asked = { service: name, metric: 'resolution', last: lastMonths, today }
  const { months, chain } = await readService(tx, world, asked)
  const reports = await listReports(tx)
  return {
    months,
    chain,
    reports: reports.filter(({ services, endedAt }) => endedAt === undefined && services.includes(name)),
    reviews: await listServiceReviews(tx, { service: name }),
  }
}
