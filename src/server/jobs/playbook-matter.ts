import type { OrganizationFacts, State } from '#assessment/state-store.ts'
import type { PlannedRemedy } from '#deliver/oscal.ts'
import type { ActionGroup, PlaybookInput } from '#deliver/playbook.ts'
import { auditsOf, reviewsOf } from '#deliver/playbook-of-programme.ts'
import type { SnapshotMatter } from '#deliver/snapshot-matter.ts'
import type { Cycle } from '#improvement/certification-cycle.ts'
import type { readCalendar } from '#improvement/cycle-page-store.ts'
import { readPlan } from '#roadmap/plan-store.ts'
import { readSchedule } from '#roadmap/schedule-store.ts'
import type { Tx } from '../workshop.ts'
import { findingActions, programmeAudits } from './playbook-audits.ts'
import { improvementActions, keptReviews, reviewActions } from './playbook-reviews.ts'

type Found = Readonly<{
  state: State & { organization: OrganizationFacts }
  organization: string
  watched: PlaybookInput['watched']
  calendar: Awaited<ReturnType<typeof readCalendar>>
}>

/** What an organization has for its improvement cycle; what it does not have yet stays out. */
export async function playbookMatter(
  tx: Tx,
  { state, organization, watched, calendar }: Found,
): Promise<SnapshotMatter['improvement']> {
  const { assessment, programme } = state
  const { plan } = await readPlan(tx)
  return {
    watched,
    certificate: certificateOf(calendar.cycle, plan, state.organization),
    // Duties are printed with their days from the pack; what proves them, such as a snapshot, is no part of one.
    entries: calendar.entries.filter(({ kind, isDone }) => kind !== 'duty' && !isDone),
    actions: [
      ...(await findingActions(tx)),
      await reviewActions(tx),
      await improvementActions(tx, organization),
      await roadmapTasks(tx, new Set(assessment.gaps.map(({ requirement }) => requirement))),
    ],
    audits: (await programmeAudits(tx)) ?? auditsOf(programme.programme),
    reviews: (await keptReviews(tx)) ?? reviewsOf(programme.programme),
  }
}

function certificateOf(
  { certificate }: Cycle,
  plan: Awaited<ReturnType<typeof readPlan>>['plan'],
  { settings }: OrganizationFacts,
): PlaybookInput['certificate'] {
  if (certificate) return { on: certificate.issuedOn, basis: 'issued' }
  const agreed = plan?.dates.find(({ kind }) => kind === 'certification')
  if (agreed) return { on: agreed.on, basis: 'agreed in the roadmap' }
  const { certificateOn } = settings
  return typeof certificateOn === 'string' && certificateOn !== ''
    ? { on: certificateOn, basis: 'wanted in the settings' }
    : undefined
}

/** The days that the roadmap has for remedies; none while nothing is planned. */
export async function plannedRemedies(tx: Tx): Promise<readonly PlannedRemedy[]> {
  const kept = await readSchedule(tx)
  const remedies = (kept?.schedule.tasks ?? []).filter(({ id }) => !isOption(id))
  return remedies.map(({ id, activity, role, start, finish }) => ({
    requirement: id,
    activity,
    role,
    start,
    finish,
  }))
}

/** A technology option is planned under its own number. */
function isOption(task: string): boolean {
  return task.startsWith('TOP-')
}

/** The tasks of the roadmap; one is open as long as its requirement falls short, or its option is chosen. */
async function roadmapTasks(tx: Tx, gaps: ReadonlySet<string>): Promise<ActionGroup> {
  const kept = await readSchedule(tx)
  return {
    title: 'Tasks of the roadmap',
    items: kept?.schedule.tasks.map(({ id, activity, role, finish }) => ({
      key: id,
      title: activity,
      owner: role,
      due: finish,
      state: gaps.has(id) || isOption(id) ? 'planned' : 'gap closed',
      isOpen: gaps.has(id) || isOption(id),
    })),
  }
}
