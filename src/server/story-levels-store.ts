import type { Actor } from '#access/actor.ts'
import { documentLanguageOf, readOrganization } from '#access/organization-store.ts'
import type { Tx } from '#db/records.ts'
import { issueReport } from '#service-level/issue-store.ts'
import { readLevelWorld, readService } from '#service-level/level-page-store.ts'
import { listReadings } from '#service-level/level-store.ts'
import { listReports, makeReport } from '#service-level/report-store.ts'
import { keepReview } from '#service-level/review-store.ts'
import { lastOutcome } from './job-store.ts'
import { type Listener, type Story, ToldAfterEvidence } from './told-story.ts'

/** A review keeps so many of the last months with it, as the page does. */
const reviewedMonths = 12

/** Defines the service reports of a story. What went out has to wait for the evidence. */
export async function keepServiceReports(
  tx: Tx,
  { serviceLevels }: Story,
  { owner, at }: Listener,
): Promise<void> {
  for (const report of serviceLevels.reports) await makeReport(tx, owner, report, at)
}

/** What a story tells of the time after its first evidence; kept with the job that told it. */
export function afterEvidence({ serviceLevels: { issues, reviews, by } }: Story): ToldAfterEvidence {
  return { issues, reviews, by }
}

/** What a story has to tell now that there is evidence; undefined in an organization without one, and once it was told. */
export async function readAfterEvidence(tx: Tx): Promise<ToldAfterEvidence | undefined> {
  if ((await listReadings(tx)).length > 0) return undefined
  const outcome = await lastOutcome(tx, 'demo')
  return ToldAfterEvidence.safeParse(outcome?.afterEvidence).data
}

/** Issues the reports of a story and holds its reviews, on the days that it tells. */
export async function keepAfterEvidence(
  tx: Tx,
  owner: Actor,
  { issues, reviews, by }: ToldAfterEvidence,
): Promise<void> {
  const actor: Actor = { ...owner, kind: 'system', id: undefined, name: `${by} (simulated)` }
  const own = await readOrganization(tx, owner)
  const organization = { id: owner.organization, name: own.name }
  const language = documentLanguageOf(own)
  for (const { service, customer, ...rest } of reviews) {
    const world = await readLevelWorld(tx, owner.organization)
    const today = rest.heldOn
    const asked = { service, customer, metric: 'resolution', last: reviewedMonths, today }
    const { months } = await readService(tx, world, asked)
    const at = new Date(`${rest.heldOn}T16:00:00Z`)
    await keepReview(tx, actor, { service, customer, ...rest }, { figures: { months }, at })
  }
  const reports = await listReports(tx)
  for (const { report: title, period, at } of issues) {
    const report = reports.find((one) => one.title === title)
    if (report) await issueReport(tx, actor, report, { organization, period, language, at: new Date(at) })
  }
}
