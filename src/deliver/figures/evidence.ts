import { shortHash } from '#base/format.ts'
import type { Collected, MeasureResult } from '#evidence/collected.ts'
import type { Result } from '#evidence/result.ts'
import { drawSpark } from '../charts/spark.ts'
import type { Chart } from '../charts/svg.ts'
import { reasonOf } from '../reason.ts'
import type { Speech } from '../speech.ts'
import { type FailedGroup, failedGroupsOf } from './failed.ts'
import { type GapReportInput, hasCases, processOf, titleOf } from './input.ts'
import { type Mark, markOfVerdict, noData } from './tone.ts'
import { headlineOf, monthValue, sayValue, targetOf } from './trend.ts'

/** Every check with what it counted, and the hashes that let anybody repeat it. */
export type EvidenceIndex = {
  readonly says: string
  readonly groups: readonly { readonly title: string; readonly rows: readonly CheckRow[] }[]
  readonly failed: readonly FailedGroup[]
  readonly gaps: readonly GapsOfProcess[]
}

/** What the checks of one process cannot see; only checks that had cases, since the others say nothing anyway. */
export type GapsOfProcess = {
  readonly title: string
  readonly checks: readonly { readonly id: string; readonly gaps: string }[]
}

/** One check in the evidence index. */
export type CheckRow = {
  readonly id: string
  readonly title: string
  readonly purpose: string
  readonly isSpoken: boolean
  readonly n: string
  readonly k: string
  readonly share: string
  readonly interval: string
  readonly threshold: string
  readonly mark: Mark
  readonly because: string
  readonly decides: string
  readonly hashes: string
}

/** One measure: its latest figure, its course, its target. */
export type MeasureRow = {
  readonly id: string
  readonly title: string
  readonly value: string
  readonly note: string
  readonly target: string
  readonly spark: Chart | undefined
}

/** The figures of the evidence index, of all failed checks and of what the checks cannot see. */
export function evidenceIndexOf(input: GapReportInput): EvidenceIndex {
  const { collected, models, speech } = input
  const { results, period, dataHash } = collected
  const silent = results.filter((result) => !hasCases(result)).length
  const groups = Map.groupBy(results, ({ check }) => processOf(check))
  return {
    says: speech.many('proof.says', results.length, {
      period: speech.periodOf(period),
      silent,
      hash: shortHash(dataHash),
    }),
    groups: [...groups].toSorted().map(([process, mine]) => ({
      title: titleOf(process, models),
      rows: mine.map((result) => checkRow(result, collected, speech)),
    })),
    failed: failedGroupsOf(input),
    gaps: gapsOf(input),
  }
}

function gapsOf({ collected, models }: GapReportInput): readonly GapsOfProcess[] {
  const spoken = collected.results.filter((result) => hasCases(result) && result.knownGaps.length > 0)
  return [...Map.groupBy(spoken, ({ check }) => processOf(check))].toSorted().map(([process, results]) => ({
    title: titleOf(process, models),
    checks: results.map(({ check, knownGaps }) => ({ id: check, gaps: knownGaps.join(' ') })),
  }))
}

function checkRow(result: Result, whole: Collected, speech: Speech): CheckRow {
  const { check, title, purpose, severity, population, met, threshold, verdict } = result
  const isSpoken = hasCases(result)
  const { say, count } = speech
  return {
    id: check,
    title,
    purpose: purpose === 'conformity' ? speech.terms.severity[severity] : say(`purpose.${purpose}`),
    isSpoken,
    n: isSpoken ? count(population) : '–',
    k: isSpoken ? count(met) : '–',
    share: isSpoken ? speech.shareAlone(met, population) : say('mark.no-data'),
    interval: isSpoken && result.interval && population >= 10 ? speech.intervalOf(result.interval) : '',
    threshold: speech.thresholdOf(threshold),
    mark: isSpoken ? markOfVerdict(verdict, speech) : noData(speech),
    because: remarks(result, whole, speech).join('; '),
    decides: [...new Set(result.decides.map(({ requirement }) => requirement))].join(', '),
    hashes: [result.sqlHash, ...(result.dataHash === whole.dataHash ? [] : [result.dataHash])]
      .map(shortHash)
      .join(' '),
  }
}

/** What the columns do not say already: why there is no verdict, and what was left out of it. */
function remarks(result: Result, whole: Collected, { say, periodOf }: Speech): readonly string[] {
  const { verdict, because, basis, unknown, period } = result
  const isSpoken = hasCases(result)
  const isWhole = period.from === whole.period.from && period.to === whole.period.to
  return [
    ...(isSpoken && verdict !== 'inconclusive' ? [] : [reasonOf(because, say)]),
    ...(isSpoken && basis === 'sample' ? [say('proof.part')] : []),
    ...(unknown > 0 ? [say('proof.unknown', { count: unknown })] : []),
    ...(isWhole ? [] : [periodOf(period)]),
  ]
}

/** The measures by process, with the course of their months. */
export function measuresOf({
  collected,
  models,
  speech,
}: GapReportInput): readonly { readonly title: string; readonly rows: readonly MeasureRow[] }[] {
  const groups = Map.groupBy(collected.measures, ({ process }) => process)
  return [...groups].toSorted().map(([process, measures]) => ({
    title: titleOf(process, models),
    rows: measures.map((measure) => measureRow(measure, speech)),
  }))
}

function measureRow(measure: MeasureResult, speech: Speech): MeasureRow {
  const { say, many } = speech
  const headline = headlineOf(measure, speech)
  const values = measure.points.map(monthValue)
  const known = values.filter((value) => value !== undefined)
  const target = targetOf(measure)
  const orNothing = (value: number | undefined) =>
    value === undefined ? say('measures.no-value') : sayValue(measure, value, speech)
  const alt = many('measures.alt', known.length, {
    title: measure.title,
    first: orNothing(known[0]),
    last: orNothing(known.at(-1)),
  })
  return {
    id: measure.id,
    title: measure.title,
    value:
      headline === undefined
        ? say('mark.no-data')
        : [headline.value, headline.unit].filter(Boolean).join(' '),
    note: headline?.note ?? reasonOf(measure.because ?? say('measures.no-cases'), say),
    target:
      target === undefined
        ? say('measures.no-target')
        : say(measure.direction === 'up' ? 'measures.at-least' : 'measures.at-most', {
            value: sayValue(measure, target, speech),
          }),
    spark: known.length < 2 ? undefined : drawSpark(values, alt, 60, 14),
  }
}
