import type { Assessment } from '#assessment/assess.ts'
import { type Gap, topGaps } from '#assessment/gap.ts'
import type { Gate } from '#assessment/gates.ts'
import type { Rating } from '#assessment/rating.ts'
import type { Readiness } from '#assessment/readiness.ts'
import { shortened } from '#base/format.ts'
import type { ToneName } from '#base/look.ts'
import { drawIndex } from '../charts/index-bar.ts'
import type { Chart } from '../charts/svg.ts'
import type { Speech } from '../speech.ts'
import { type GapReportInput, isProposed, readinessInFront } from './input.ts'
import { capsSay, lineOf, lowestSays } from './say-readiness.ts'
import { namedSubjects } from './subjects.ts'
import { type Mark, markOfGate, markOfRating, toneOfLabel } from './tone.ts'

/** The page for those who read one page: every line can be read aloud. */
export type Summary = {
  readonly answer: string
  readonly tone: ToneName
  readonly index: {
    readonly value: string
    readonly of: string
    readonly label: string
    readonly basis: string
    readonly says: string
    readonly chart: Chart
  }
  readonly line: string
  readonly gates: {
    readonly says: string
    readonly marks: readonly { readonly id: string; readonly tone: ToneName; readonly word: string }[]
  }
  readonly gaps: readonly TopGap[]
  readonly noGaps: string
  readonly next: readonly string[]
}

/** One of the gaps to talk about first. */
export type TopGap = {
  readonly id: string
  readonly title: string
  readonly mark: Mark
  readonly says: string
  readonly tickets: string
}

/** The caps that an index can meet, from the assessment model. */
const caps = [49, 59, 69, 79, 94]

/** The figures of the management summary. */
export function summaryOf(input: GapReportInput): Summary {
  const { assessment, speech } = input
  const readiness = readinessInFront(assessment)
  const gaps = topGaps(assessment.gaps)
  return {
    answer: answerOf(assessment, readiness, speech),
    tone: toneOfLabel[readiness.label],
    index: {
      value: speech.count(readiness.index),
      of: speech.say('index.of'),
      label: speech.terms.readiness[readiness.label],
      basis: speech.say(isProposed(assessment) ? 'index.proposed' : 'index.rated'),
      says: indexSays(assessment, readiness, speech),
      chart: indexChart(readiness, 250, speech),
    },
    line: lineOf(readiness, speech),
    gates: {
      says: gatesSay(assessment.gates, speech),
      marks: assessment.gates.map(({ id, colour }) => ({ id, ...markOfGate(colour, speech) })),
    },
    gaps: gaps.map((gap) => topGapOf(gap, input)),
    noGaps: speech.say('gaps.none'),
    next: nextSteps(input, gaps),
  }
}

/** "Are we ready?" answered in a sentence, from what weighs most. */
function answerOf(assessment: Assessment, readiness: Readiness, { say, many, listed }: Speech): string {
  const { label, applicable, assessed } = readiness
  const open = applicable - assessed
  const red = assessment.gates.filter(({ colour }) => colour === 'red').length
  const gates = assessment.gates.length
  const weighing = nonconformitiesOf(assessment)
  const reasons = [
    ...(weighing.count > 0 ? [many(`reason.${weighing.kind}`, weighing.count)] : []),
    ...(open > 0 ? [say('reason.unassessed', { open, applicable })] : []),
    ...(red > 0 ? [many('reason.gates', red, { gates })] : []),
  ]
  const answer = say(answers[label])
  return reasons.length === 0
    ? say('answer.plain', { answer })
    : say('answer.because', { answer, reasons: listed(reasons) })
}

/** Majors, or minors where there is no major; as proposed until people have rated. */
function nonconformitiesOf(assessment: Assessment): { readonly count: number; readonly kind: string } {
  const own = assessment.items.filter(({ isDerived }) => !isDerived)
  const number = (rating: Rating) =>
    own.filter((item) => (isProposed(assessment) ? item.proposed.rating : item.counted) === rating).length
  const [majors, minors] = [number('major_nc'), number('minor_nc')]
  const state = isProposed(assessment) ? 'proposed' : 'open'
  return majors > 0 ? { count: majors, kind: `major-${state}` } : { count: minors, kind: `minor-${state}` }
}

const answers = {
  blocked: 'answer.blocked',
  'not ready': 'answer.blocked',
  preparing: 'answer.preparing',
  'nearly ready': 'answer.nearly-ready',
  'ready with conditions': 'answer.ready-with-conditions',
  ready: 'answer.ready',
} as const satisfies Record<Readiness['label'], string>

function indexSays(assessment: Assessment, readiness: Readiness, speech: Speech): string {
  const { index, cap, caps, rawLow, rawHigh } = readiness
  const { say } = speech
  const { assessed: rated, applicable } = isProposed(assessment) ? assessment.readiness : readiness
  const [reason] = capsSay(caps, speech)
  const held = cap === index ? 'index.held' : 'index.could-not'
  return [
    say(isProposed(assessment) ? 'index.says-proposed' : 'index.says-rated', { index, rated, applicable }),
    reason === undefined ? say('index.no-cap') : say(held, { cap, reason }),
    say('index.range', { low: Math.floor(rawLow), high: Math.floor(rawHigh) }),
    ...clausesSay(readiness, speech),
  ].join(' ')
}

function clausesSay(
  { lowestAssessedClause: lowest, openClauses }: Readiness,
  speech: Speech,
): readonly string[] {
  return [
    ...(lowest ? [speech.say('index.lowest', { clause: lowestSays(lowest, speech) })] : []),
    ...(openClauses === 0 ? [] : [speech.many('index.open', openClauses)]),
  ]
}

/** The index on its scale. */
export function indexChart(readiness: Readiness, width: number, { say, pointed, terms }: Speech): Chart {
  const { index, cap, rawLow, rawHigh, label } = readiness
  const alt = say('index.alt', {
    index: String(index),
    basis: say(readiness.basis === 'proposals' ? 'index.proposed' : 'index.rated'),
    label: terms.readiness[label],
    cap: String(cap),
    low: pointed(rawLow.toFixed(1)),
    high: pointed(rawHigh.toFixed(1)),
  })
  const held = cap < 100 ? say('index.bar-held', { cap: String(cap) }) : say('index.bar-free')
  return drawIndex(
    { alt, index, cap, held, low: rawLow, high: rawHigh, tone: toneOfLabel[label], steps: caps },
    width,
  )
}

function gatesSay(gates: readonly Gate[], { say, many }: Speech): string {
  const of = (colour: Gate['colour']) => gates.filter((gate) => gate.colour === colour).length
  const [green, red, grey] = [of('green'), of('red'), of('grey')]
  return [
    many('gates.say', green, { gates: gates.length, red, grey }),
    ...(red + grey > 0 ? [say('gates.advice')] : []),
  ].join(' ')
}

function topGapOf(gap: Gap, input: GapReportInput): TopGap {
  const { requirement, title, rating, source, failedChecks, ticketCount, tickets } = gap
  const { speech } = input
  const subjects = [...new Set(tickets.map(({ subject }) => subject))]
  const results = input.collected.results.filter(({ check }) => failedChecks.includes(check))
  const named = namedSubjects({ results, subjects, total: ticketCount, most: 3 }, speech)
  const mark = markOfRating(rating, speech)
  return {
    id: requirement,
    title: shortened(title, 70),
    mark: {
      ...mark,
      word: speech.say(source === 'proposal' ? 'gap.proposed' : 'gap.rated', { rating: mark.word }),
    },
    says: shortened(whatIsWrong(gap, input), 130),
    tickets:
      ticketCount > 0
        ? speech.say('gap.tickets', { exceptions: speech.many('exceptions', ticketCount), tickets: named })
        : speech.say('gap.no-tickets'),
  }
}

/** What the worst failed check counted; without one, what is missing. */
function whatIsWrong(
  { failedChecks, missing, typicalGap }: Gap,
  { collected, speech }: GapReportInput,
): string {
  const failed = collected.results
    .filter(({ check }) => failedChecks.includes(check))
    .toSorted((a, b) => b.exceptionCount - a.exceptionCount)
  const [worst] = failed
  if (!worst) return missing.length > 0 ? speech.say('gap.missing', { what: missing.join('; ') }) : typicalGap
  const places = { title: worst.title, share: speech.shareOf(worst.met, worst.population) }
  return failed.length > 1
    ? speech.many('gap.fails-more', failed.length - 1, places)
    : speech.say('gap.fails', places)
}

function nextSteps(input: GapReportInput, gaps: readonly Gap[]): readonly string[] {
  const { assessment, ingested, speech } = input
  const { readiness, proposedReadiness, gates } = assessment
  const { say, many, listed } = speech
  const unrated = readiness.applicable - readiness.assessed
  const open = proposedReadiness.applicable - proposedReadiness.assessed
  const grey = gates.filter(({ colour }) => colour === 'grey').map(({ id }) => id)
  const worst = ingested.problems
    .filter(({ level }) => level === 'warning')
    .toSorted((a, b) => b.count - a.count)[0]
  return [
    ...gapSteps(gaps, speech),
    ...(unrated > 0 ? [say('next.confirm', { count: unrated })] : []),
    ...(open > 0 ? [many('next.ask', open)] : []),
    ...(grey.length > 0 ? [say('next.facts', { gates: listed(grey) })] : []),
    ...(worst ? [say('next.mend', { problem: unended(worst.message) })] : []),
  ].slice(0, 5)
}

/** The first gap with its remedy, and those to plan beside it. */
function gapSteps([first, ...others]: readonly Gap[], speech: Speech): readonly string[] {
  if (!first) return []
  const beside = others.filter(({ severity }) => severity === first.severity)
  const begin = speech.say('next.begin', {
    requirement: first.requirement,
    remedy: unended(first.remedy),
    role: first.role,
    days: speech.personDays(first.effort.likely),
  })
  const requirements = speech.listed(beside.map(({ requirement }) => requirement))
  return beside.length === 0 ? [begin] : [begin, speech.say('next.plan', { requirements })]
}

/** A sentence of another without its point, as long as fits. */
function unended(text: string): string {
  return shortened(text.replace(/\.$/, ''), 130)
}
