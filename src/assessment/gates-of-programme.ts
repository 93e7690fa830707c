import type { Programme } from './programme.ts'
import { daysBetween, spansThreeMonths } from './span.ts'

/** What the gates about the programme are judged on; dataSince is the first day of the ticket history, requiredDocuments what the catalogue demands. */
export type ProgrammeFacts = {
  readonly programme: Programme
  readonly dataSince: string | undefined
  readonly requiredDocuments: number
  readonly on: string
}

type Outcome = {
  readonly id: string
  readonly title: string
  readonly colour: 'green' | 'red' | 'grey'
  readonly because: string
}
type GateId = 'G1' | 'G7' | 'G8' | 'G9' | 'G10' | 'G11' | 'G12'

/** One thing that has to be so: yes, no, or not known, with the words for each case. */
type Demand = { readonly is: boolean | undefined; readonly name: string }

/** A yearly activity counts for one and a half years, like evidence of yearly cadence. */
const lastingDays = 1.5 * 365

const gates: Readonly<
  Record<GateId, { title: string; judge: (facts: ProgrammeFacts) => Omit<Outcome, 'id' | 'title'> }>
> = {
  G1: { title: 'Scope is approved, services and other parties are named', judge: scope },
  G7: { title: 'Records over three months or one full cycle', judge: records },
  G8: { title: 'Internal audit of the full scope is done', judge: internalAudit },
  G9: { title: 'Management review is held', judge: managementReview },
  G10: { title: 'Corrective actions of the internal audit are under way', judge: correctiveActions },
  G11: { title: 'Required documented information is in force', judge: documents },
  G12: { title: 'People are trained and roles are filled', judge: people },
}

/** The gates whose facts come from the programme, not from ratings. */
export function gatesOfProgramme(facts: ProgrammeFacts, ids: readonly GateId[]): readonly Outcome[] {
  return ids.map((id) => ({ id, title: gates[id].title, ...gates[id].judge(facts) }))
}

function scope({ programme: { scope }, on }: ProgrammeFacts) {
  return judgeDemands([
    { is: isPast(scope?.approved_on, on), name: 'scope statement approved' },
    { is: scope?.approved_by === undefined ? undefined : true, name: 'approver named' },
    { is: isListed(scope?.services_named, 'some'), name: 'services named' },
    { is: isListed(scope?.other_parties_known, 'any'), name: 'other parties known' },
  ])
}

function records({ programme: { records_since: since, cycles }, dataSince, on }: ProgrammeFacts) {
  const ran = cycles && `${cycles.done} of ${cycles.of} recurring activities have run a full cycle.`
  if (ran && cycles.done >= cycles.of) return { colour: 'green', because: ran } as const
  if (since !== undefined) {
    const colour = spansThreeMonths(since, on) ? 'green' : 'red'
    return { colour, because: [`Records exist since ${since}.`, ran].filter(Boolean).join(' ') } as const
  }
  if (ran) return { colour: 'red', because: ran } as const
  const known =
    dataSince === undefined
      ? ''
      : ` The tickets begin on ${dataSince}, which says nothing about the other processes.`
  return {
    colour: 'grey',
    because: `Not known since when records of all processes exist.${known}`,
  } as const
}

function internalAudit({ programme: { internal_audit: audit }, on }: ProgrammeFacts) {
  if (audit?.done === false) return { colour: 'red', because: 'It has not been done.' } as const
  return judgeDemands([
    {
      is: isCurrent(audit?.done_on, on),
      name: `done within the last ${Math.round(lastingDays / 30.4)} months`,
    },
    { is: audit?.full_scope, name: 'full scope' },
    { is: audit?.impartial, name: 'impartial' },
    { is: isPast(audit?.reported_on, on), name: 'reported' },
  ])
}

function managementReview({ programme: { management_review: review }, on }: ProgrammeFacts) {
  if (review?.held === false) return { colour: 'red', because: 'It has not been held.' } as const
  return judgeDemands([
    {
      is: isCurrent(review?.held_on, on),
      name: `held within the last ${Math.round(lastingDays / 30.4)} months`,
    },
    { is: review?.inputs_complete, name: 'all inputs on the table' },
    { is: review?.decisions_recorded, name: 'decisions recorded' },
  ])
}

function correctiveActions({ programme: { internal_audit: audit } }: ProgrammeFacts) {
  if (audit?.major === undefined || audit.minor === undefined) {
    return {
      colour: 'grey',
      because: 'The number of nonconformities of the internal audit is not known.',
    } as const
  }
  if (audit.major + audit.minor === 0)
    return { colour: 'green', because: 'The internal audit found none.' } as const
  return judgeDemands([
    { is: audit.actions_planned, name: 'actions closed or planned' },
    ...(audit.major > 0 ? [{ is: audit.majors_verified, name: 'majors verified' }] : []),
  ])
}

function documents({ programme: { documents: register }, requiredDocuments }: ProgrammeFacts) {
  const required = register?.required ?? requiredDocuments
  if (register?.in_force === undefined) {
    return {
      colour: 'grey',
      because: `Not known how many of the ${required} required entries are in force.`,
    } as const
  }
  const colour = register.in_force >= required ? 'green' : 'red'
  return { colour, because: `${register.in_force} of ${required} required entries are in force.` } as const
}

function people({ programme: { training, roles_filled: rolesFilled } }: ProgrammeFacts) {
  const { assigned, completed } = training ?? {}
  const isTrained =
    assigned === undefined || completed === undefined || assigned === 0
      ? undefined
      : 100 * completed >= 95 * assigned
  return judgeDemands([
    { is: isTrained, name: 'at least 95 % of the trainings completed' },
    { is: rolesFilled, name: 'roles filled' },
  ])
}

/** Red when one demand is not met, grey when one is not known, green when all are met. */
function judgeDemands(demands: readonly Demand[]): Omit<Outcome, 'id' | 'title'> {
  const name = (wanted: boolean | undefined) =>
    demands.filter(({ is }) => is === wanted).map((demand) => demand.name)
  const [unmet, unknown] = [name(false), name(undefined)]
  const open = unknown.length > 0 ? ` Not known: ${unknown.join(', ')}.` : ''
  if (unmet.length > 0) return { colour: 'red', because: `Not so: ${unmet.join(', ')}.${open}` }
  if (unknown.length > 0) return { colour: 'grey', because: open.trim() }
  return { colour: 'green', because: `So it is: ${name(true).join(', ')}.` }
}

function isPast(day: string | undefined, on: string): boolean | undefined {
  return day === undefined ? undefined : daysBetween(day, on) >= 0
}

function isCurrent(day: string | undefined, on: string): boolean | undefined {
  if (day === undefined) return undefined
  return daysBetween(day, on) >= 0 && daysBetween(day, on) <= lastingDays
}

/** A list answers by its length where something must be in it; an empty list is an answer where none is possible. */
function isListed(
  list: boolean | readonly string[] | undefined,
  wanted: 'some' | 'any',
): boolean | undefined {
  if (list === undefined || typeof list === 'boolean') return list
  return wanted === 'any' || list.length > 0
}
