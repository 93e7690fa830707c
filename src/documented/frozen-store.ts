import { type Actor, demandMay, may } from '#access/actor.ts'
import { namesByEmail } from '#access/member-store.ts'
import { type Asking as AuditAsking, readWholeAudit } from '#audit/audit-page-store.ts'
import { listAudits } from '#audit/audit-store.ts'
import { readFindings } from '#audit/finding-store.ts'
import type { Phase } from '#content/strategy.ts'
import type { Tx } from '#db/records.ts'
import type { FrozenAudit, FrozenDocumented, ServiceMatter } from '#deliver/documented-matter.ts'
import { readActions } from '#improvement/review-action-store.ts'
import { listReviews } from '#improvement/review-store.ts'
import { readAll } from '#registers/record-store.ts'
import { demandRegister, openRegister } from '#registers/registers.ts'
import { readSchedule } from '#roadmap/schedule-store.ts'
import { readLevelWorld, readServices } from '#service-level/level-page-store.ts'
import { listReports } from '#service-level/report-store.ts'
import { listReviews as listServiceReviews } from '#service-level/review-store.ts'
import { readSignatures } from '#strategy/phase-store.ts'
import { usedRegisters } from './register-rows.ts'

/** Whose documents are filled, with which content, and when. */
export type Asking = AuditAsking &
  Readonly<{ phases: readonly Pick<Phase, 'id'>[]; settings: Readonly<Record<string, unknown>> }>

/** Whether an actor may read all that stands in documents that management signs. */
export function mayReadAll(actor: Actor): boolean {
  const reads = usedRegisters.map((register) => demandRegister(register).register.reads)
  return ['read audits' as const, ...reads].every((permission) => may(actor, permission))
}

/** Refuses documents that management signs to whoever may not read all that stands in them. */
export function demandReadable(actor: Actor): void {
  demandMay(actor, 'read audits')
  for (const register of usedRegisters) openRegister(actor, register)
}

/** Reads what documents that management signs are filled from, beside the registers. It is the same for whoever asks. */
export async function readFrozenDocumented(tx: Tx, asking: Asking): Promise<FrozenDocumented> {
  const { organization, settings, phases, now } = asking
  const signed = new Map((await readSignatures(tx)).map((one) => [one.phase, one]))
  const schedule = (await readSchedule(tx))?.schedule
  const setting = (name: string) => textSetting(settings, name)
  return {
    currency: setting('currency'),
    stage1On: setting('stage1On'),
    certificateOn: setting('certificateOn'),
    people: await namesByEmail(tx, organization),
    phases: phases.map(({ id }) => ({
      id,
      signedBy: signed.get(id)?.by,
      signedOn: signed.get(id)?.at.slice(0, 10),
    })),
    roadmap: schedule && { start: schedule.start, finish: schedule.finish },
    audits: await auditsOf(tx, asking),
    findings: await readFindings(tx),
    reviews: await listReviews(tx),
    actions: await readActions(tx),
    services: await servicesOf(tx, organization, now.toISOString().slice(0, 10)),
  }
}

function textSetting(settings: Asking['settings'], name: string): string | undefined {
  const value = settings[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

async function auditsOf(tx: Tx, asking: Asking): Promise<readonly FrozenAudit[]> {
  const pages: FrozenAudit[] = []
  for (const { id } of await listAudits(tx)) {
    const { audit, lines, findings, samples, auditors, report, signature, addenda } = await readWholeAudit(
      tx,
      id,
      asking,
    )
    pages.push({ audit, lines, findings, samples, auditors, report, signature, addenda })
  }
  return pages
}

const lastMonths = 12
const mostReviews = 5000

/** What service levels know of each service, by the id of its record. */
async function servicesOf(
  tx: Tx,
  organization: string,
  today: string,
): Promise<Readonly<Record<string, ServiceMatter>>> {
  const world = await readLevelWorld(tx, organization)
  const reports = (await listReports(tx)).filter(({ endedAt }) => endedAt === undefined)
  const reviews = await listServiceReviews(tx, { limit: mostReviews })
  const records = await readAll(tx, organization, 'services')
  const names = records.map(({ label }) => label)
  const asked = { services: names, metric: 'resolution', last: lastMonths, today }
  const levels = await readServices(tx, world, asked)
  return Object.fromEntries(
    records.flatMap(({ id, label }) => {
      const level = levels.get(label)
      const isOwn = (told: string) => world.agreements.services.own(told) === label
      const own = reports.filter(({ services }) => services.some(isOwn))
      const held = reviews.filter(({ service }) => isOwn(service))
      return level ? [[id, { ...level, reports: own, reviews: held }]] : []
    }),
  )
}
