import type { Command } from 'commander'
import { addParts, part, percent } from './parts.ts'

/** clausewise strategy: goals, alignment, hypotheses, the decision and the phases. */
export function addStrategy(program: Command): void {
  addParts(program, {
    name: 'strategy',
    says: 'Show why and whether: goals, alignment of services, hypotheses, the decision, the phases',
    usual: 'alignment',
    parts: strategyParts,
  })
}

const alignment = part(
  'GET /api/organizations/:organization/strategy',
  'how well services and goals fit, and what fits nothing',
  ({ alignment: { score, ofServices, ofGoals, formula }, lists, isReviewOverdue, reviews }) => [
    `score ${percent(score)}; services ${percent(ofServices?.share)}, goals ${percent(ofGoals?.share)} (${formula})`,
    ...named('goals without a service', lists.goalsWithoutService),
    ...named('services without a goal', lists.servicesWithoutGoal),
    ...named('KPIs without an owner', lists.kpisWithoutOwner),
    ...named('initiatives without a goal', lists.initiativesWithoutGoal),
    isReviewOverdue
      ? 'the review of alignment is overdue'
      : `next review of alignment: ${reviews[0]?.nextOn ?? 'none was held yet'}`,
  ],
)
const goals = part(
  'GET /api/organizations/:organization/strategy',
  'every goal with its progress and what contributes to it',
  ({ goals: all }) =>
    all.map(
      ({ number, title, owner, progress, dueOn, contributions, objectives }) =>
        `${number} ${title}: ${progress === undefined ? 'progress unknown' : `${percent(progress)} of the way`}; due ${dueOn ?? 'open'}; owner ${owner ?? 'nobody'}; ${objectives.length} objectives, ${contributions.length} contributions`,
    ),
)
const hypotheses = part(
  'GET /api/organizations/:organization/strategy',
  'what is believed, and what the newest data say of it',
  ({ hypotheses: all }) =>
    all.map(
      ({ number, title, tested: { verdict, because, n, counts } }) =>
        `${number} ${title}: ${verdict} (${because}; n = ${n} ${counts})`,
    ),
)
const decision = part(
  'GET /api/organizations/:organization/decision',
  'what the decision is made on, what is missing for it, and what was decided',
  ({ missing, blocking, daysLate, decisions }) => [
    missing.length > 0 ? `missing: ${missing.join(', ')}` : 'every part is there',
    ...(daysLate === undefined ? [] : [`P80 is ${daysLate} days after the certification date`]),
    ...blocking.map(({ requirement, title }) => `blocks: ${requirement} ${title}`),
    ...decisions.map(
      ({ verdict, signedBy, signedAs, signedAt, reasons }) =>
        `${verdict}, signed by ${signedBy} (${signedAs}) at ${signedAt}: ${reasons}`,
    ),
  ],
)
const phases = part(
  'GET /api/organizations/:organization/phases',
  'the four phases, their open criteria and waivers',
  ({ phases: all }) =>
    all.flatMap(({ title, state, criteria, signature }) => [
      `${title}: ${state}${signature ? `, by ${signature.by} at ${signature.at}` : ''}`,
      ...criteria
        .filter(({ standing, side }) => standing !== 'met' && (side === 'exit' || state === 'waiting'))
        .map(
          ({ side, title: asked, standing, because, waiver }) =>
            `  ${side}: ${asked}: ${waiver === undefined ? `${standing}, ${because}` : `waived, ${waiver}`}`,
        ),
    ]),
)
const capability = part(
  'GET /api/organizations/:organization/capability-targets',
  'the level each process is to have, and the gap as far as tickets can tell',
  ({ processes }) =>
    processes.map(({ clause, title, target, set, standing, attributes }) => {
      const short = attributes.flatMap(({ attribute, short: points }) =>
        points === undefined ? [] : [`PA ${attribute} ${points} points short`],
      )
      return `${clause} ${title}: level ${target}${set ? ` (set: ${set.reason})` : ''}; ${[standing, ...short].join(', ')}`
    }),
)
const questions = part(
  'GET /api/organizations/:organization/executive-questions',
  'what executives ask, with the figures of today',
  ({ questions: all }) =>
    all.flatMap(({ id, figures }) =>
      figures.map(({ id: figure, kind, value, of }) => {
        const said = kind === 'share' ? percent(value) : String(Math.round(value ?? 0))
        return `${id}: ${figure} ${value === undefined ? 'not known yet' : said}${of === undefined ? '' : ` (of ${of})`}`
      }),
    ),
)

function named(what: string, all: readonly { number: string; title: string }[]): readonly string[] {
  return all.length === 0
    ? []
    : [`${what}: ${all.map(({ number, title }) => `${number} ${title}`).join('; ')}`]
}

/** What clausewise strategy can show. */
export const strategyParts = { alignment, goals, hypotheses, capability, questions, decision, phases }
