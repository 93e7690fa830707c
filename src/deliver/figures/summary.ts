import type { Assessment } from '#assessment/assess.ts'
import { type Gap, topGaps } from '#assessment/gap.ts'
import type { Gate } from '#assessment/gates.ts'
import type { Rating } from '#assessment/rating.ts'
import { displayLine, type Readiness } from '#assessment/readiness.ts'
import type { ToneName } from '#base/look.ts'
import { drawIndex } from '../charts/index-bar.ts'
import type { Chart } from '../charts/svg.ts'
import { count, counted, kept, listed, personDays, shareOf, shortened } from './format.ts'
import { type GapReportInput, isProposed, readinessInFront } from './input.ts'
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
  const { assessment } = input
  const readiness = readinessInFront(assessment)
  const gaps = topGaps(assessment.gaps)
  return {
    answer: answerOf(assessment, readiness),
    tone: toneOfLabel[readiness.label],
    index: {
      value: count(readiness.index),
      of: 'of 100',
      label: readiness.label,
      basis: isProposed(assessment) ? 'proposed' : 'as rated',
      says: indexSays(assessment, readiness),
      chart: indexChart(readiness, 250),
    },
    line: kept(displayLine(readiness)),
    gates: {
      says: gatesSay(assessment.gates),
      marks: assessment.gates.map(({ id, colour }) => ({ id, ...markOfGate[colour] })),
    },
    gaps: gaps.map((gap) => topGapOf(gap, input)),
    noGaps:
      'No requirement falls short so far. That is not the same as met: see how many have been assessed.',
    next: nextSteps(input, gaps),
  }
}

/** "Are we ready?" answered in a sentence, from what weighs most. */
function answerOf(assessment: Assessment, readiness: Readiness): string {
  const { label, applicable, assessed } = readiness
  const open = applicable - assessed
  const red = assessment.gates.filter(({ colour }) => colour === 'red').length
  const reasons = [
    nonconformitiesSay(assessment),
    open > 0 ? `${count(open)} of ${count(applicable)} requirements have not been assessed` : '',
    red > 0 ? `${count(red)} of ${assessment.gates.length} gates ${red === 1 ? 'is' : 'are'} red` : '',
  ].filter((reason) => reason !== '')
  const verdict = label === 'ready' ? 'Ready for a certification audit' : answers[label]
  return reasons.length === 0 ? `${verdict}.` : `${verdict}: ${listed(reasons)}.`
}

/** Majors, or minors where there is no major; as proposed until people have rated. */
function nonconformitiesSay(assessment: Assessment): string {
  const own = assessment.items.filter(({ isDerived }) => !isDerived)
  const number = (rating: Rating) =>
    own.filter((item) => (isProposed(assessment) ? item.proposed.rating : item.counted) === rating).length
  const [majors, minors] = [number('major_nc'), number('minor_nc')]
  const [n, weight] = majors > 0 ? [majors, 'major'] : [minors, 'minor']
  if (n === 0) return ''
  const state = isProposed(assessment) ? 'proposed' : 'open'
  return n === 1
    ? `one ${weight} nonconformity is ${state}`
    : `${count(n)} ${weight} nonconformities are ${state}`
}

const answers = {
  blocked: 'Not ready',
  'not ready': 'Not ready',
  preparing: 'Not ready yet',
  'nearly ready': 'Nearly ready',
  'ready with conditions': 'Ready with conditions',
} as const

function indexSays(assessment: Assessment, readiness: Readiness): string {
  const { index, cap, caps: reasons, rawLow, rawHigh } = readiness
  const basis = isProposed(assessment)
    ? `on proposed ratings; people have rated ${count(assessment.readiness.assessed)} of ${count(assessment.readiness.applicable)}`
    : `on the ratings of people, ${count(readiness.assessed)} of ${count(readiness.applicable)}`
  const [first] = reasons
  const held =
    first === undefined
      ? 'No cap holds it.'
      : `${cap === index ? 'It is held' : 'It could not pass'} ${cap === index ? 'at ' : ''}${cap} because of this: ${first}.`
  const range = `Without a cap it would lie between ${Math.floor(rawLow)} and ${Math.floor(rawHigh)}, depending on what has not been assessed.`
  return `The index is ${count(index)} of 100, ${basis}. ${held} ${range}${clausesSay(readiness)}`
}

function clausesSay({ lowestAssessedClause, openClauses }: Readiness): string {
  const lowest = lowestAssessedClause
    ? ` The lowest assessed clause is ${lowestSays(lowestAssessedClause)}.`
    : ''
  return openClauses === 0 ? lowest : `${lowest} Not assessed yet: ${counted(openClauses, 'clause')}.`
}

/** A clause with its points, never rounded up. */
export function lowestSays({ clause, score }: { readonly clause: string; readonly score: number }): string {
  return `${clause} (${Math.floor(100 * score + 1e-9)} % of its points)`
}

/** The index on its scale. */
export function indexChart(readiness: Readiness, width: number): Chart {
  const { index, cap, rawLow, rawHigh, label } = readiness
  const basis = readiness.basis === 'proposals' ? 'proposed' : 'as rated'
  const alt = `Scale from 0 to 100. Index ${index}, ${basis}, ${label}; cap ${cap}; without the cap between ${rawLow.toFixed(1)} and ${rawHigh.toFixed(1)}.`
  return drawIndex(
    { alt, index, cap, low: rawLow, high: rawHigh, tone: toneOfLabel[label], steps: caps },
    width,
  )
}

function gatesSay(gates: readonly Gate[]): string {
  const of = (colour: Gate['colour']) => gates.filter((gate) => gate.colour === colour)
  const [green, red, grey] = [of('green'), of('red'), of('grey')]
  const advice = red.length + grey.length > 0 ? ' Do not book stage 2 while a gate is red or grey.' : ''
  return `Of ${gates.length} gates ${count(green.length)} ${green.length === 1 ? 'is' : 'are'} green, ${count(red.length)} red and ${count(grey.length)} grey because there are no facts.${advice}`
}

function topGapOf(gap: Gap, input: GapReportInput): TopGap {
  const { requirement, title, rating, source, failedChecks, ticketCount, tickets } = gap
  const subjects = [...new Set(tickets.map(({ subject }) => subject))]
  const results = input.collected.results.filter(({ check }) => failedChecks.includes(check))
  const named = namedSubjects({ results, subjects, total: ticketCount }, 3)
  return {
    id: requirement,
    title: shortened(title, 70),
    mark: {
      ...markOfRating[rating],
      word: `${markOfRating[rating].word}, ${source === 'proposal' ? 'proposed' : 'rated'}`,
    },
    says: shortened(whatIsWrong(gap, input), 130),
    tickets: ticketCount > 0 ? `${counted(ticketCount, 'exception')}: ${named}` : 'Not shown by tickets.',
  }
}

/** What the worst failed check counted; without one, what is missing. */
function whatIsWrong({ failedChecks, missing, typicalGap }: Gap, { collected }: GapReportInput): string {
  const failed = collected.results
    .filter(({ check }) => failedChecks.includes(check))
    .toSorted((a, b) => b.exceptionCount - a.exceptionCount)
  const [worst] = failed
  if (!worst) return missing.length > 0 ? `Missing: ${missing.join('; ')}.` : typicalGap
  const more = failed.length > 1 ? `, and ${counted(failed.length - 1, 'other check')}` : ''
  return `Fails: ${worst.title}, ${shareOf(worst.met, worst.population)}${more}.`
}

function nextSteps({ assessment, ingested }: GapReportInput, gaps: readonly Gap[]): readonly string[] {
  const { readiness, proposedReadiness, gates } = assessment
  const steps: string[] = []
  const [first] = gaps
  if (first)
    steps.push(
      `Begin with ${first.requirement}: ${shortened(first.remedy.replace(/\.$/, ''), 130)} (${first.role}, about ${personDays(first.effort.likely)} person-days).`,
    )
  const second = gaps.slice(1).filter(({ severity }) => severity === first?.severity)
  if (second.length > 0)
    steps.push(
      `Plan ${listed(second.map(({ requirement }) => requirement))} in the same quarter; chapter 8 names remedy, role and effort for each.`,
    )
  const unrated = readiness.applicable - readiness.assessed
  if (unrated > 0)
    steps.push(
      `Confirm or change the proposed ratings: ${count(unrated)} wait for a person, those of high criticality for two.`,
    )
  const open = proposedReadiness.applicable - proposedReadiness.assessed
  if (open > 0)
    steps.push(
      `Ask the owners about the ${counted(open, 'requirement')} that neither tickets nor statements show; the question for each stands in chapter 8.`,
    )
  const grey = gates.filter(({ colour }) => colour === 'grey').map(({ id }) => id)
  if (grey.length > 0) steps.push(`Enter the facts that no ticket holds, for gates ${listed(grey)}.`)
  const worst = ingested.problems
    .filter(({ level }) => level === 'warning')
    .toSorted((a, b) => b.count - a.count)[0]
  if (worst)
    steps.push(`Mend the data where it hides the most: ${shortened(worst.message.replace(/\.$/, ''), 130)}.`)
  return steps.slice(0, 5)
}
