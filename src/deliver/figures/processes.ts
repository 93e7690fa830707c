import { capital, shortened } from '#base/format.ts'
import type { Conformance, MeasureResult } from '#evidence/collected.ts'
import type { Result } from '#evidence/result.ts'
import type { Speech } from '../speech.ts'
import { type FailedCheck, failedOf } from './failed.ts'
import { type FlowFigure, flowOf, letters } from './flow.ts'
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
  return mattersOf(input).map((matter) => pageOf(matter, input.speech))
}

function pageOf(matter: Matter, speech: Speech): ProcessPage {
  const { results, measures, conformance, title, clause } = matter
  const failed = results.filter(({ verdict }) => verdict === 'fail').toSorted(byWeight)
  const main = measures.toSorted(
    (a, b) => Number(b.headline) - Number(a.headline) || casesOf(b) - casesOf(a) || (a.id < b.id ? -1 : 1),
  )
  const deviations = conformance?.deviations ?? []
  const trends = main
    .flatMap((measure) => trendOf(measure, { width: 146, height: 78, speech }) ?? [])
    .slice(0, shown.trends)
  const flow = conformance && hasMap(matter) ? flowOf(conformance, speech) : undefined
  const room = flow && deviations.length > 0 ? shown.failedBelowMap : shown.failed
  return {
    title,
    clause,
    says: sentence(matter, speech),
    headlines: headlinesOf(matter, main, speech),
    trends,
    flow,
    deviations: deviations
      .slice(0, shown.deviations)
      .map((deviation, place) => [
        letters[place] ?? '',
        capital(shortened(deviation.says, 110)),
        speech.count(deviation.count),
        speech.firstOf(deviation.tickets, shown.tickets, deviation.count),
      ]),
    deviationsNote: deviationsNote(deviations.length, speech),
    failed: failed.slice(0, room).map((result) => failedOf(result, speech)),
    failedNote: failedNote(failed.length, room, speech),
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
function sentence(matter: Matter, speech: Speech): string {
  const inconclusive = countVerdict(matter, 'inconclusive')
  const silent = countSilent(matter)
  const parts = [
    pathsSay(matter.conformance, speech),
    judgedSay(countVerdict(matter, 'pass'), countVerdict(matter, 'fail'), speech),
    inconclusive > 0 ? speech.many('processes.inconclusive', inconclusive) : '',
    silent > 0 ? speech.many('processes.without', silent) : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? speech.say('processes.only-measures') : parts.join(' ')
}

function pathsSay(conformance: Conformance | undefined, speech: Speech): string {
  if (!conformance) return ''
  const { fitting, finished, tickets } = conformance
  if (finished === 0) return speech.many('processes.none-finished', tickets)
  if (fitting === finished) return speech.many('processes.all-follow', finished)
  const share = speech.shareOf(fitting, finished)
  return speech.say('processes.follow', { share: beginning(share, speech) })
}

/** A share at the beginning of a sentence: signs are written as words. */
function beginning(share: string, { say }: Speech): string {
  const sign = share.charAt(0)
  if (sign !== '>' && sign !== '<') return share
  return say(sign === '>' ? 'processes.more-than' : 'processes.less-than', { share: share.slice(2) })
}

function judgedSay(passed: number, failed: number, { say, many }: Speech): string {
  const judged = passed + failed
  if (judged === 0) return ''
  if (passed > 0 && failed > 0) return many('processes.judged', judged, { passed, failed })
  const outcome = failed === 0 ? 'passed' : 'failed'
  return judged === 2 ? say(`processes.both-${outcome}`) : many(`processes.all-${outcome}`, judged)
}

function headlinesOf(
  { conformance }: Matter,
  measures: readonly MeasureResult[],
  speech: Speech,
): readonly Headline[] {
  const paths: Headline[] =
    conformance && conformance.finished > 0
      ? [
          {
            label: speech.say('processes.finished-on-path'),
            value: speech.shareAlone(conformance.fitting, conformance.finished),
            unit: '',
            note: noteOfShare(conformance.fitting, conformance.finished, speech),
          },
        ]
      : []
  const others = measures.flatMap((measure) => headlineOf(measure, speech) ?? [])
  return [...paths, ...others].slice(0, shown.headlines)
}

function deviationsNote(total: number, { say }: Speech): string {
  const more = total - shown.deviations
  return more > 0 ? say('processes.rarer', { count: more }) : ''
}

function failedNote(failed: number, room: number, { say }: Speech): string {
  if (failed === 0) return ''
  return failed > room ? say('processes.heaviest', { shown: room, count: failed }) : say('processes.reasons')
}
