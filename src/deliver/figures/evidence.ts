import type { MeasureResult } from '#evidence/collected.ts'
import type { Result } from '#evidence/result.ts'
import { drawSpark } from '../charts/spark.ts'
import type { Chart } from '../charts/svg.ts'
import {
  count,
  counted,
  firstOf,
  intervalOf,
  periodOf,
  shareAlone,
  shortHash,
  thresholdOf,
} from './format.ts'
import { type GapReportInput, hasCases, processOf, titleOf } from './input.ts'
import { type Mark, markOfVerdict, noData } from './tone.ts'
import { headlineOf, monthValue, sayValue, targetOf } from './trend.ts'

/** Every check with what it counted, and the hashes that let anybody repeat it. */
export type EvidenceIndex = {
  readonly says: string
  readonly groups: readonly { readonly title: string; readonly rows: readonly CheckRow[] }[]
  readonly failed: readonly FailedInFull[]
  readonly gaps: readonly { readonly id: string; readonly title: string; readonly gaps: readonly string[] }[]
}

/** One check in the evidence index. */
export type CheckRow = {
  readonly id: string
  readonly title: string
  readonly purpose: string
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

/** A failed check with its exceptions, as many as are kept and can be read. */
export type FailedInFull = {
  readonly title: string
  readonly id: string
  readonly figures: string
  readonly exceptions: readonly (readonly [string, string])[]
  readonly more: string
  readonly remedy: string
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

const shownExceptions = 8

/** The figures of the evidence index, of all failed checks and of what the checks cannot see. */
export function evidenceIndexOf({ collected, models }: GapReportInput): EvidenceIndex {
  const { results, period, dataHash } = collected
  const silent = results.filter((result) => !hasCases(result)).length
  const groups = Map.groupBy(results, ({ check }) => processOf(check))
  return {
    says: `${counted(results.length, 'check')} asked about ${periodOf(period)}; ${count(silent)} found no data. n: cases with an answer; k: cases that meet the claim. Hashes: first twelve digits of the SHA-256 of the check’s SQL and of the data (${shortHash(dataHash)}).`,
    groups: [...groups].toSorted().map(([process, mine]) => ({
      title: titleOf(process, models),
      rows: mine.map((result) => checkRow(result, period)),
    })),
    failed: results.filter(({ verdict }) => verdict === 'fail').map(failedInFull),
    gaps: results.map(({ check, title, knownGaps }) => ({ id: check, title, gaps: knownGaps })),
  }
}

function checkRow(result: Result, whole: Result['period']): CheckRow {
  const {
    check,
    title,
    purpose,
    severity,
    population,
    met,
    threshold,
    verdict,
    because,
    basis,
    unknown,
    period,
  } = result
  const ownPeriod = period.from === whole.from && period.to === whole.to ? '' : `; ${periodOf(period)}`
  const unusable = unknown > 0 ? `; ${count(unknown)} without the needed fields` : ''
  const isSpoken = hasCases(result)
  return {
    id: check,
    title,
    purpose: `${purpose}, ${severity}`,
    n: isSpoken ? count(population) : '–',
    k: isSpoken ? count(met) : '–',
    share: isSpoken ? shareAlone(met, population) : 'no data',
    interval: isSpoken && result.interval && population >= 10 ? intervalOf(result.interval) : '',
    threshold: thresholdOf(threshold),
    mark: isSpoken ? markOfVerdict[verdict] : noData,
    because: `${because}${basis === 'sample' && isSpoken ? '; part of the cases' : ''}${unusable}${ownPeriod}`,
    decides: [...new Set(result.decides.map(({ requirement }) => requirement))].join(', '),
    hashes: `${shortHash(result.sqlHash)} ${shortHash(result.dataHash)}`,
  }
}

function failedInFull(result: Result): FailedInFull {
  const { title, check, met, population, threshold, exceptions, exceptionCount, interval, remedy } = result
  const more = exceptionCount - Math.min(shownExceptions, exceptions.length)
  return {
    title,
    id: check,
    figures: `${count(met)} of ${count(population)} meet it (${shareAlone(met, population)}${interval && population >= 10 ? `, 95 % interval ${intervalOf(interval)}` : ''}); threshold ${thresholdOf(threshold)}.`,
    exceptions: exceptions.slice(0, shownExceptions).map(({ subject, reason }) => [subject, reason] as const),
    more:
      more > 0
        ? `and ${counted(more, 'further exception')}: ${firstOf(
            exceptions.slice(shownExceptions).map(({ subject }) => subject),
            24,
            more,
          )}`
        : '',
    remedy,
  }
}

/** The measures by process, with the course of their months. */
export function measuresOf({
  collected,
  models,
}: GapReportInput): readonly { readonly title: string; readonly rows: readonly MeasureRow[] }[] {
  const groups = Map.groupBy(collected.measures, ({ process }) => process)
  return [...groups]
    .toSorted()
    .map(([process, measures]) => ({ title: titleOf(process, models), rows: measures.map(measureRow) }))
}

function measureRow(measure: MeasureResult): MeasureRow {
  const headline = headlineOf(measure)
  const values = measure.points.map(monthValue)
  const known = values.filter((value) => value !== undefined)
  const target = targetOf(measure)
  const alt = `${measure.title}: ${counted(known.length, 'month')}, from ${known[0] === undefined ? 'no value' : sayValue(measure, known[0])} to ${known.at(-1) === undefined ? 'no value' : sayValue(measure, known.at(-1) ?? 0)}.`
  return {
    id: measure.id,
    title: measure.title,
    value: headline?.value ?? 'no data',
    note: headline?.note ?? measure.because ?? 'no cases',
    target:
      target === undefined
        ? 'none'
        : `${measure.direction === 'up' ? 'at least' : 'at most'} ${sayValue(measure, target)}`,
    spark: known.length < 2 ? undefined : drawSpark(values, alt, 60, 14),
  }
}
