import type { Conformance, MeasureResult } from '#evidence/collected.ts'
import type { Result } from '#evidence/result.ts'
import { type FailedCheck, failedOf } from './failed.ts'
import { type FlowFigure, flowOf, letters } from './flow.ts'
import { capital, count, counted, firstOf, shareAlone, shareOf, shortened } from './format.ts'
import type { GapReportInput } from './input.ts'
import { countSilent, countVerdict, hasMap, type Matter, mattersOf } from './matter.ts'
import { type Headline, headlineOf, noteOfShare, type TrendFigure, trendOf } from './trend.ts'

/** One process: what the data show, and where they do not fit the agreed way. */
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

const shown = {
  headlines: 4,
  trends: 3,
  deviations: 4,
  failedBelowMap: 3,
  failed: 6,
  tickets: 3,
}

/** Every process that has data: a page each where paths can be drawn, then the others. */
export function processPagesOf(input: GapReportInput): readonly ProcessPage[] {
  return mattersOf(input).map((matter) => pageOf(matter))
}

function pageOf(matter: Matter): ProcessPage {
  const { results, measures, conformance, title, clause } = matter
  const failed = results.filter(({ verdict }) => verdict === 'fail').toSorted(byWeight)
  const main = measures.toSorted(
    (a, b) => Number(b.headline) - Number(a.headline) || casesOf(b) - casesOf(a) || (a.id < b.id ? -1 : 1),
  )
  const deviations = conformance?.deviations ?? []
  const trends = main.flatMap((measure) => trendOf(measure, 146, 78) ?? []).slice(0, shown.trends)
  const flow = conformance && hasMap(matter) ? flowOf(conformance) : undefined
  const room = flow && deviations.length > 0 ? shown.failedBelowMap : shown.failed
  return {
    title,
    clause,
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
    deviationsNote: deviationsNote(deviations.length),
    failed: failed.slice(0, room).map((result) => failedOf(result)),
    failedNote: failedNote(failed.length, room),
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
function sentence(matter: Matter): string {
  const inconclusive = countVerdict(matter, 'inconclusive')
  const silent = countSilent(matter)
  const parts = [
    pathsSay(matter.conformance),
    judgedSay(countVerdict(matter, 'pass'), countVerdict(matter, 'fail')),
    inconclusive > 0 ? `${capital(counted(inconclusive, 'check'))} stayed inconclusive.` : '',
    silent > 0 ? `${capital(counted(silent, 'check'))} found no data.` : '',
  ].filter((part) => part !== '')
  return parts.length === 0
    ? 'Only measures are available; no check and no path could be judged.'
    : parts.join(' ')
}

function pathsSay(conformance: Conformance | undefined): string {
  if (!conformance) return ''
  const { fitting, finished, tickets } = conformance
  if (finished === 0)
    return `None of the ${counted(tickets, 'ticket')} is finished yet, so no whole path can be judged.`
  if (fitting === finished)
    return finished === 1
      ? 'The one finished ticket follows the agreed path from start to end.'
      : `All ${count(finished)} finished tickets follow the agreed path from start to end.`
  const share = shareOf(fitting, finished).replace(/^>\s/, 'More than ').replace(/^<\s/, 'Less than ')
  return `${share} of the finished tickets follow the agreed path from start to end.`
}

function judgedSay(passed: number, failed: number): string {
  const judged = passed + failed
  if (judged === 0) return ''
  if (passed > 0 && failed > 0)
    return `Of ${counted(judged, 'check')} with a verdict ${count(passed)} passed and ${count(failed)} failed.`
  const verb = failed === 0 ? 'passed' : 'failed'
  if (judged === 1) return `The one check with a verdict ${verb}.`
  return `${judged === 2 ? 'Both' : `All ${count(judged)}`} checks with a verdict ${verb}.`
}

function headlinesOf({ conformance }: Matter, measures: readonly MeasureResult[]): readonly Headline[] {
  const paths: Headline[] =
    conformance && conformance.finished > 0
      ? [
          {
            label: 'Finished tickets on the agreed path',
            value: shareAlone(conformance.fitting, conformance.finished),
            unit: '',
            note: noteOfShare(conformance.fitting, conformance.finished),
          },
        ]
      : []
  const others = measures.flatMap((measure) => headlineOf(measure) ?? [])
  return [...paths, ...others].slice(0, shown.headlines)
}

function deviationsNote(total: number): string {
  const more = total - shown.deviations
  return more > 0 ? `${count(more)} rarer departures are not listed here; results.json holds them.` : ''
}

function failedNote(failed: number, room: number): string {
  if (failed === 0) return ''
  return failed > room
    ? `the heaviest ${room} of ${count(failed)}; all stand in chapter 10`
    : 'reasons stand in chapter 10'
}
