import type { Assessment } from '#assessment/assess.ts'
import { type Gap, topGaps } from '#assessment/gap.ts'
import type { Gate } from '#assessment/gates.ts'
import { displayLine, type Readiness } from '#assessment/readiness.ts'
import type { ToneName } from '#base/look.ts'
import { drawIndex } from '../charts/index-bar.ts'
import type { Chart } from '../charts/svg.ts'
import { count, counted, decimal, firstOf, kept, listed, shortened } from './format.ts'
import { type GapReportInput, isProposed, readinessInFront } from './input.ts'
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
    readonly marks: readonly { readonly id: string; readonly tone: ToneName }[]
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
      marks: assessment.gates.map(({ id, colour }) => ({ id, tone: markOfGate[colour].tone })),
    },
    gaps: gaps.map(topGapOf),
    noGaps:
      'No requirement falls short so far. That is not the same as met: see how many have been assessed.',
    next: nextSteps(input, gaps),
  }
}

/** "Are we ready?" answered in a sentence, from what weighs most. */
function answerOf(assessment: Assessment, readiness: Readiness): string {
  const { label, blocking, applicable, assessed } = readiness
  const reasons: string[] = []
  if (blocking.length > 0) {
    const kind = isProposed(assessment)
      ? 'major nonconformities are proposed'
      : 'major nonconformities are open'
    const one = isProposed(assessment)
      ? 'one major nonconformity is proposed'
      : 'one major nonconformity is open'
    reasons.push(blocking.length === 1 ? one : `${count(blocking.length)} ${kind}`)
  }
  const open = applicable - assessed
  if (open > 0) reasons.push(`${count(open)} of ${count(applicable)} requirements have not been assessed`)
  const red = assessment.gates.filter(({ colour }) => colour === 'red').length
  if (reasons.length < 2 && red > 0)
    reasons.push(`${count(red)} of ${assessment.gates.length} gates ${red === 1 ? 'is' : 'are'} red`)
  const verdict = label === 'ready' ? 'Ready for a certification audit' : answers[label]
  return reasons.length === 0 ? `${verdict}.` : `${verdict}: ${listed(reasons)}.`
}

const answers = {
  blocked: 'Not ready',
  'not ready': 'Not ready',
  preparing: 'Not ready yet',
  'nearly ready': 'Nearly ready',
  'ready with conditions': 'Ready with conditions',
} as const

function indexSays(assessment: Assessment, readiness: Readiness): string {
  const { index, cap, caps: reasons, rawLow, rawHigh, lowestClause } = readiness
  const basis = isProposed(assessment)
    ? `on proposed ratings; people have rated ${count(assessment.readiness.assessed)} of ${count(assessment.readiness.applicable)}`
    : `on the ratings of people, ${count(readiness.assessed)} of ${count(readiness.applicable)}`
  const [first] = reasons
  const held =
    first === undefined
      ? 'No cap holds it.'
      : `${cap === index ? 'It is held' : 'It could not pass'} ${cap === index ? 'at ' : ''}${cap} because of this: ${first}.`
  const range = `Without a cap it would lie between ${Math.floor(rawLow)} and ${Math.floor(rawHigh)}, depending on what has not been assessed.`
  const lowest = lowestClause ? ` The lowest clause is ${lowestClause.clause}.` : ''
  return `The index is ${count(index)} of 100, ${basis}. ${held} ${range}${lowest}`
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

function topGapOf(gap: Gap): TopGap {
  const { requirement, title, rating, source, missing, typicalGap, ticketCount, tickets } = gap
  const subjects = [...new Set(tickets.map(({ subject }) => subject))]
  return {
    id: requirement,
    title: shortened(title, 70),
    mark: {
      ...markOfRating[rating],
      word: `${markOfRating[rating].word}, ${source === 'proposal' ? 'proposed' : 'rated'}`,
    },
    says: shortened(missing.length > 0 ? `Missing: ${missing.join('; ')}.` : typicalGap, 110),
    tickets:
      ticketCount > 0
        ? `${counted(ticketCount, 'exception')}: ${firstOf(subjects, 4, ticketCount)}`
        : 'Not shown by tickets.',
  }
}

function nextSteps({ assessment, ingested }: GapReportInput, gaps: readonly Gap[]): readonly string[] {
  const { readiness, proposedReadiness, gates } = assessment
  const steps: string[] = []
  const [first] = gaps
  if (first)
    steps.push(
      `Begin with ${first.requirement}: ${shortened(first.remedy.replace(/\.$/, ''), 130)} (${first.role}, about ${decimal(first.effort.likely)} person-days).`,
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
