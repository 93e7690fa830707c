import { byClauseOrder } from '#content/requirement.ts'
import type { Collected, Conformance, MeasureResult } from '#evidence/collected.ts'
import { type Result, Verdict } from '#evidence/result.ts'
import { wilson } from '#evidence/verdict.ts'
import { type FlowFigure, flowOf, letters } from './flow.ts'
import {
  capital,
  count,
  counted,
  firstOf,
  intervalOf,
  shareAlone,
  shareOf,
  shortened,
  thresholdOf,
} from './format.ts'
import { type GapReportInput, hasCases, processKey, processOf, titleOf } from './input.ts'
import { type Mark, markOfVerdict, noData } from './tone.ts'
import { type Headline, headlineOf, type TrendFigure, trendOf } from './trend.ts'

/** One page about a process: what the data show, and where they do not fit the agreed way. */
export type ProcessPage = {
  readonly title: string
  readonly clause: string
  readonly says: string
  readonly headlines: readonly Headline[]
  readonly trends: readonly TrendFigure[]
  readonly flow: FlowFigure | undefined
  readonly deviations: readonly (readonly string[])[]
  readonly deviationsNote: string
  readonly failed: readonly FailedCheck[]
  readonly failedNote: string
}

/** A check that failed, with the first subjects that did not meet it. */
export type FailedCheck = {
  readonly title: string
  readonly id: string
  readonly figures: string
  readonly threshold: string
  readonly exceptions: string
}

const shown = {
  headlines: 4,
  trends: 3,
  deviations: 4,
  failedBesideMap: 3,
  failed: 6,
  tickets: 3,
  exceptions: 4,
}

/** What the report holds of one process. */
type Matter = {
  readonly key: string
  readonly results: readonly Result[]
  readonly measures: readonly MeasureResult[]
  readonly conformance: Conformance | undefined
}

/** A page for every process that has data, in the order of the standard. */
export function processPagesOf(input: GapReportInput): readonly ProcessPage[] {
  return orderedMatters(input).map(({ matter, about }) => pageOf(matter, about))
}

function orderedMatters(
  input: GapReportInput,
): readonly { readonly matter: Matter; readonly about: About }[] {
  return mattersOf(input.collected)
    .map((matter) => ({ matter, about: aboutOf(matter, input) }))
    .toSorted(
      (a, b) =>
        byClauseOrder({ id: a.about.clause || '99' }, { id: b.about.clause || '99' }) ||
        (a.matter.key < b.matter.key ? -1 : 1),
    )
}

/** One line per process: how many tickets, how many of them on the agreed path, and what its checks said. */
export type ProcessLine = {
  readonly title: string
  readonly clause: string
  readonly tickets: string
  readonly fitting: string
  readonly verdicts: readonly (readonly [Mark, string])[]
}

/** The overview before the pages of the processes. */
export function processLinesOf(input: GapReportInput): readonly ProcessLine[] {
  return orderedMatters(input).map(({ matter: { results, conformance }, about }) => {
    const of = (verdict: Result['verdict']) =>
      results.filter((result) => hasCases(result) && result.verdict === verdict).length
    const silent = results.filter((result) => !hasCases(result)).length
    const said = [
      ...Verdict.options.map((verdict) => [markOfVerdict[verdict], of(verdict)] as const),
      [noData, silent] as const,
    ]
    return {
      ...about,
      tickets: conformance ? count(conformance.tickets) : 'no history',
      fitting: conformance ? shareOf(conformance.fitting, conformance.finished) : 'not assessed',
      verdicts: said.map(([mark, n]) => [mark, count(n)] as const),
    }
  })
}

/** Processes without any data, so that nobody takes silence for a pass. */
export function silentProcessesOf({ collected, models }: GapReportInput): readonly string[] {
  const speaking = new Set(mattersOf(collected).map(({ key }) => key))
  const asked = new Set([
    ...collected.results.map(({ check }) => processKey(processOf(check))),
    ...collected.measures.map(({ process }) => processKey(process)),
  ])
  return [...asked]
    .filter((key) => !speaking.has(key))
    .map((key) => titleOf(key, models))
    .toSorted()
}

function mattersOf({ results, measures, conformance }: Collected): readonly Matter[] {
  const keys = new Set([
    ...results.filter(hasCases).map(({ check }) => processKey(processOf(check))),
    ...measures
      .filter(({ points }) => points.some(({ n }) => n > 0))
      .map(({ process }) => processKey(process)),
    ...conformance.filter(({ tickets }) => tickets > 0).map(({ type }) => processKey(type)),
  ])
  return [...keys].map((key) => ({
    key,
    results: results.filter(({ check }) => processKey(processOf(check)) === key),
    measures: measures.filter(({ process }) => processKey(process) === key),
    conformance: conformance.find(({ type }) => processKey(type) === key),
  }))
}

type About = { readonly title: string; readonly clause: string }

function aboutOf({ key, conformance, results }: Matter, { models }: GapReportInput): About {
  const model = models.find(({ id }) => processKey(id) === key)
  const decided = results.flatMap(({ decides }) =>
    decides.map(({ requirement }) => requirement.slice(0, requirement.lastIndexOf('-'))),
  )
  const [first] = decided.toSorted((a, b) => byClauseOrder({ id: a }, { id: b }))
  return {
    title: conformance?.title ?? titleOf(key, models),
    clause: conformance?.clause ?? model?.clause ?? first ?? '',
  }
}

function pageOf(matter: Matter, about: About): ProcessPage {
  const { results, measures, conformance } = matter
  const failed = results.filter(({ verdict }) => verdict === 'fail').toSorted(byWeight)
  const main = measures.toSorted(
    (a, b) => Number(b.headline) - Number(a.headline) || casesOf(b) - casesOf(a) || (a.id < b.id ? -1 : 1),
  )
  const deviations = conformance?.deviations ?? []
  const trends = main.flatMap((measure) => trendOf(measure, 146, 78) ?? []).slice(0, shown.trends)
  const flow = conformance && conformance.map.length > 0 ? flowOf(conformance) : undefined
  const room = flow ? shown.failedBesideMap : shown.failed
  return {
    ...about,
    says: sentence(matter),
    headlines: headlinesOf(matter, main),
    trends,
    flow,
    deviations: deviations
      .slice(0, shown.deviations)
      .map((deviation, place) => [
        letters[place] ?? '',
        capital(shortened(deviation.says, 110)),
        count(deviation.count),
        firstOf(deviation.tickets, shown.tickets, deviation.count),
      ]),
    deviationsNote: deviationsNote(deviations.length, conformance),
    failed: failed.slice(0, room).map(failedOf),
    failedNote: failedNote(failed.length, room, results),
  }
}

function casesOf({ points }: MeasureResult): number {
  return points.reduce((sum, { n }) => sum + n, 0)
}

const severities = { major: 0, minor: 1, signal: 2 } as const

function byWeight(a: Result, b: Result): number {
  return (
    severities[a.severity] - severities[b.severity] ||
    b.exceptionCount - a.exceptionCount ||
    (a.check < b.check ? -1 : 1)
  )
}

/** What the data show, in words: the paths, then the checks. */
function sentence({ results, conformance }: Matter): string {
  const of = (verdict: Result['verdict']) =>
    results.filter((result) => hasCases(result) && result.verdict === verdict).length
  const silent = results.filter((result) => !hasCases(result)).length
  const parts: string[] = []
  if (conformance && conformance.finished > 0) {
    parts.push(
      `${capital(shareOf(conformance.fitting, conformance.finished)).replace(/^>\s/, 'More than ').replace(/^<\s/, 'Less than ')} of the finished tickets follow the agreed path from start to end.`,
    )
  } else if (conformance) {
    parts.push(
      `None of the ${counted(conformance.tickets, 'ticket')} is finished yet, so no whole path can be judged.`,
    )
  }
  const judged = of('pass') + of('fail')
  if (judged > 0)
    parts.push(
      `Of ${counted(judged, 'check')} with a verdict ${count(of('pass'))} passed and ${count(of('fail'))} failed.`,
    )
  if (of('inconclusive') > 0)
    parts.push(`${capital(counted(of('inconclusive'), 'check'))} stayed inconclusive.`)
  if (silent > 0) parts.push(`${capital(counted(silent, 'check'))} found no data.`)
  return parts.length === 0
    ? 'Only measures are available; no check and no path could be judged.'
    : parts.join(' ')
}

function headlinesOf({ conformance }: Matter, measures: readonly MeasureResult[]): readonly Headline[] {
  const paths: Headline[] =
    conformance && conformance.finished > 0
      ? [
          {
            label: 'Finished tickets on the agreed path',
            value: shareAlone(conformance.fitting, conformance.finished),
            note: `n = ${count(conformance.finished)}; 95 % interval ${intervalOf(wilson(conformance.fitting, conformance.finished))}`,
          },
        ]
      : []
  const others = measures.flatMap((measure) => headlineOf(measure) ?? [])
  return [...paths, ...others].slice(0, shown.headlines)
}

function deviationsNote(total: number, conformance: Conformance | undefined): string {
  if (!conformance) return 'No status history of this process was supplied, so paths cannot be judged.'
  if (total === 0) return 'No ticket left the agreed path.'
  const more = total - shown.deviations
  return more > 0 ? `${count(more)} rarer departures are not listed here; results.json holds them.` : ''
}

function failedNote(failed: number, room: number, results: readonly Result[]): string {
  const judged = results.filter(({ verdict }) => verdict !== 'inconclusive').length
  if (judged === 0) return 'no check of this process reached a verdict'
  if (failed === 0) return `none; ${counted(judged, 'check')} reached a verdict`
  const more = failed - room
  return more > 0
    ? `the heaviest ${room} of ${count(failed)}; all stand in chapter 10`
    : 'more exceptions stand in chapter 10'
}

/** A failed check in words. */
export function failedOf(result: Result): FailedCheck {
  const { title, check, met, population, threshold, exceptions, exceptionCount, interval } = result
  return {
    title,
    id: check,
    figures: shareOf(met, population),
    threshold: `threshold ${thresholdOf(threshold)}${interval ? `; ${intervalOf(interval)}` : ''}`,
    exceptions: firstOf(
      exceptions.map(({ subject }) => subject),
      shown.exceptions,
      exceptionCount,
    ),
  }
}
