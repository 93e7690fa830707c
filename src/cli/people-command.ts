import type { Command } from 'commander'
import { addParts, part, percent } from './parts.ts'

/** clausewise people: who is with us. Nothing is told that the pages withhold: no answer of a person, no small group. */
export function addPeople(program: Command): void {
  addParts(program, {
    name: 'people',
    says: 'Show the people side: readiness, leadership, training, messages, feedback, resistance',
    usual: 'summary',
    parts: peopleParts,
  })
}

const summary = part(
  'GET /api/organizations/:organization/adoption',
  'readiness, leadership index, training, messages and feedback in one view',
  ({ readiness, leadership, training: taught, messages, feedback, people }) => [
    `${people.here} people, ${people.contractors} of them contractors, in ${people.units} units`,
    readiness
      ? `ready: ${percent(readiness.ready)} of ${readiness.answered} who answered “${readiness.title}” until ${readiness.on}`
      : 'no survey of readiness has closed yet',
    `leaders engaged: ${percent(leadership.index)} of ${leadership.counted} counted${metOf(leadership.isMet)}`,
    `training passed: ${taught.passed} of ${taught.base} (${percent(taught.share)})`,
    `messages: ${messages.sent} of ${messages.planned} sent, ${messages.late} late; informed ${percent(messages.informed)}, involved ${percent(messages.involved)}`,
    `feedback: ${feedback.received} received, ${feedback.waiting} waiting, ${percent(feedback.share)} answered in time`,
  ],
)
const stakeholders = part(
  'GET /api/organizations/:organization/adoption/stakeholders',
  'the map: power, interest, attitude now and needed, overdue contacts',
  ({ items }) =>
    items.map(
      ({ number, name, quadrant, power, interest, attitudeNow, attitudeNeeded, isOverdue, nextContact }) =>
        `${number} ${name}: ${quadrant} (power ${power}, interest ${interest}); ${attitudeNow ?? 'unknown'}, needed ${attitudeNeeded ?? 'unknown'}; next contact ${nextContact ?? 'open'}${isOverdue ? ' (overdue)' : ''}`,
    ),
)
const communication = part(
  'GET /api/organizations/:organization/adoption/communication',
  'the plan: what it lacks, what is late, whom it reached',
  ({ missing, unprepared, late, audiences, items }) => [
    ...(missing.length > 0 ? [`the plan lacks: ${missing.join(', ')}`] : []),
    ...unprepared.map(({ process, lacks }) => `${process} goes live without: ${lacks}`),
    ...(late.length > 0 ? [`late: ${late.join(', ')}`] : []),
    ...audiences.map(
      ({ audience, messages, size, informed, involved }) =>
        `${audience}: ${messages} messages to ${size} people, ${informed} informed, ${involved} involved`,
    ),
    ...items.map(
      ({ number, on, title, state, audience }) => `${on}  ${number} ${title} (${audience}): ${state}`,
    ),
  ],
)
const training = part(
  'GET /api/organizations/:organization/adoption/training',
  'completion by course and unit, and how many are overdue',
  ({ completion, target, byCourse, byUnit, assignments }) => [
    `${completion.passed} of ${completion.base} passed (${percent(completion.share)}, target ${percent(target)}); ${completion.exempt} exempt; ${assignments.filter(({ state }) => state === 'overdue').length} overdue`,
    ...byCourse.map(
      ({ title, passed, base, share }) => `course ${title}: ${passed} of ${base} (${percent(share)})`,
    ),
    ...byUnit.map(
      ({ unit, passed, base, share }) => `unit ${unit}: ${passed} of ${base} (${percent(share)})`,
    ),
  ],
)
const surveys = part(
  'GET /api/organizations/:organization/adoption/surveys',
  'every survey with its answers; results are read on its page',
  ({ items }) =>
    items.map(
      ({ title, kind, answered, invited, closesOn, isOver, smallest }) =>
        `${title} (${kind}): ${answered} of ${invited} answered; ${isOver ? 'closed' : 'open until'} ${closesOn}; smallest group ${smallest}`,
    ),
)
const resistance = part(
  'GET /api/organizations/:organization/adoption',
  'signs of resistance, their likely cause and measure',
  ({ resistance: all }) =>
    all.map(
      ({ number, sign, unit, cause, measure, state, dueOn }) =>
        `${number} ${unit}: ${sign}; ${cause ?? 'cause open'}; ${measure ?? 'no measure'}; ${state}, due ${dueOn ?? 'open'}`,
    ),
)

function metOf(isMet: boolean | undefined): string {
  if (isMet === undefined) return ''
  return isMet ? ', target met' : ', below the target'
}

/** What clausewise people can show. */
export const peopleParts = { summary, stakeholders, communication, training, surveys, resistance }
