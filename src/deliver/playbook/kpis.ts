import type { Collected, MeasureResult } from '#evidence/collected.ts'
import { count, counted, heading } from '../figures/format.ts'
import { titleOf } from '../figures/input.ts'
import { measuresOfKpi, sayTarget } from '../figures/kpi.ts'
import type { Mark } from '../figures/tone.ts'
import { monthValue, sayValue, type TrendFigure, targetOf, trendOf, usualRange } from '../figures/trend.ts'
import type { Speech } from '../speech.ts'
import type { PlaybookInput } from './input.ts'

/** One measure with its target, its latest month and the range in which it usually lies. */
export type KpiRow = Readonly<{
  id: string
  title: string
  target: string
  now: string
  range: string
  targetMark: Mark
  rangeMark: Mark
}>

/** A KPI that is watched, with who answers for it and the signals nobody has decided on. */
export type WatchedRow = Readonly<{
  id: string
  title: string
  owner: string
  target: string
  now: string
  limits: string
  signals: string
  mark: Mark
}>

export type KpiChapter = Readonly<{
  says: string
  headlines: readonly Readonly<{ id: string; title: string; target: string; now: string }>[]
  /** What the organization chose to watch, or that it has not chosen yet. */
  watched: Readonly<{ says: string; rows: readonly WatchedRow[] }>
  groups: readonly Readonly<{ title: string; rows: readonly KpiRow[] }>[]
  trends: readonly TrendFigure[]
  /** KPIs of the library that no measure computes yet, by process. */
  silent: readonly Readonly<{ process: string; kpis: string }>[]
  measured: number
  missed: number
  outside: number
}>

/** As many trends as a page shows below each other in pairs. */
const mostTrends = 6

/** The KPIs as they stand: what is measured with its limits, and what is not measured yet. */
export function kpiChapterOf({ shelf, collected, models, watched, speech }: PlaybookInput): KpiChapter {
  const measures = collected?.measures ?? []
  const spoken = measures.filter(({ points }) => points.some((point) => monthValue(point) !== undefined))
  const rows = spoken.map((measure) => ({ measure, row: rowOf(measure, shelf.kpis, speech) }))
  const silent = shelf.kpis.filter(({ id }) => measuresOfKpi(id, spoken).length === 0)
  const worst = rows
    .toSorted((a, b) => urgency(b.row) - urgency(a.row))
    .flatMap(({ measure }) => trendOf(measure, { width: 215, height: 96, speech }) ?? [])
  const isMissed = ({ row }: (typeof rows)[number]) => row.targetMark.word === missed.word
  const isOutside = ({ row }: (typeof rows)[number]) => row.rangeMark.word === outside.word
  return {
    says: sayBasis(collected, rows.length, shelf.kpis.length - silent.length, shelf.kpis.length),
    headlines: shelf.kpis
      .filter(({ headline }) => headline)
      .map((kpi) => {
        const [measure] = measuresOfKpi(kpi.id, spoken)
        return {
          id: kpi.id,
          title: kpi.title,
          target: sayTarget(kpi, speech),
          now: measure ? sayNow(measure, speech) : 'not measured yet',
        }
      }),
    watched: watchedOf(watched, speech),
    groups: [...Map.groupBy(rows, ({ measure }) => measure.process)].map(([process, some]) => ({
      title: titleOf(process, models),
      rows: some.map(({ row }) => row),
    })),
    trends: worst.slice(0, mostTrends),
    silent: [...Map.groupBy(silent, ({ process }) => process)].map(([process, kpis]) => ({
      process: heading(process),
      kpis: kpis.map(({ id, title }) => `${id} ${title}`).join('; '),
    })),
    measured: rows.length,
    missed: rows.filter(isMissed).length,
    outside: rows.filter(isOutside).length,
  }
}

function sayBasis(collected: Collected | undefined, measures: number, kpis: number, all: number): string {
  if (!collected || measures === 0)
    return `No ticket has been read yet, so none of the ${count(all)} KPIs of the library has a value. Targets are suggestions until the organization sets its own.`
  return `${counted(measures, 'measure')} have values in the data until ${collected.dataUntil.slice(0, 10)}; they compute ${count(kpis)} of the ${count(all)} KPIs of the library. A month outside its usual range deserves a question, a missed target a decision; neither is a nonconformity by itself.`
}

const reached: Mark = { tone: 'conforming', word: 'reached' }
const missed: Mark = { tone: 'partially', word: 'missed' }
const noTarget: Mark = { tone: 'not_assessed', word: 'no target' }
const outside: Mark = { tone: 'partially', word: 'outside' }
const inside: Mark = { tone: 'conforming', word: 'within' }
const tooShort: Mark = { tone: 'not_assessed', word: 'too few' }

function watchedOf(watched: PlaybookInput['watched'], speech: Speech): KpiChapter['watched'] {
  if (!watched)
    return {
      says: 'The organization watches no KPI yet: it has chosen none, so none has an owner and control limits.',
      rows: [],
    }
  const open = watched.reduce((sum, { openSignals }) => sum + openSignals, 0)
  return {
    says: `${counted(watched.length, 'KPI')} ${watched.length === 1 ? 'is' : 'are'} watched; ${counted(open, 'signal')} wait${open === 1 ? 's' : ''} for a decision. The limits stand on the first closed months, so that what comes later cannot move them.`,
    rows: watched.map((one) => ({
      id: one.id,
      title: one.title,
      owner: one.owner || 'nobody yet',
      target: one.target === undefined ? 'none set' : sayValue(one, one.target, speech),
      now: one.latest
        ? `${sayValue(one, one.latest.number, speech)} (${one.latest.period}, n = ${count(one.latest.n)})`
        : 'no data',
      limits: one.limits
        ? `${sayValue(one, one.limits.low, speech)} to ${sayValue(one, one.limits.high, speech)}`
        : (one.whyNoLimits ?? 'none yet'),
      signals: one.openSignals === 0 ? 'none open' : `${count(one.openSignals)} open`,
      mark: markOfWatched(one.isReached),
    })),
  }
}

function markOfWatched(isReached: boolean | undefined): Mark {
  if (isReached === undefined) return noTarget
  return isReached ? reached : missed
}

/** What has to be looked at first: outside its range and below its target. */
function urgency({ targetMark, rangeMark }: KpiRow): number {
  return Number(rangeMark === outside) * 2 + Number(targetMark === missed)
}

function rowOf(measure: MeasureResult, kpis: PlaybookInput['shelf']['kpis'], speech: Speech): KpiRow {
  const kpi = kpis.find(({ id }) => measure.aka.includes(id))
  const target = targetOf(measure)
  const values = measure.points.flatMap((point) => monthValue(point) ?? [])
  const last = values.at(-1) ?? 0
  const limits = usualRange(values, measure.answers === 'share' ? 1 : undefined)
  return {
    id: kpi?.id ?? measure.id,
    title: measure.title,
    target: sayAim(measure, kpi && sayTarget(kpi, speech), speech),
    now: sayNow(measure, speech),
    range: limits
      ? `${sayValue(measure, limits.low, speech)} to ${sayValue(measure, limits.high, speech)}`
      : `${counted(values.length, 'month')}, 12 needed`,
    targetMark: markOfTarget(measure.direction, last, target),
    rangeMark: markOfRange(last, limits),
  }
}

/** The target that is set; the library's, if none is, is called a suggestion. */
function sayAim(measure: MeasureResult, suggested: string | undefined, speech: Speech): string {
  const target = targetOf(measure)
  if (target !== undefined) return sayValue(measure, target, speech)
  return suggested ? `suggested: ${suggested}` : 'none set'
}

function markOfTarget(direction: MeasureResult['direction'], last: number, target: number | undefined): Mark {
  if (target === undefined || direction === 'neutral') return noTarget
  return (direction === 'up' ? last >= target : last <= target) ? reached : missed
}

function markOfRange(last: number, limits: ReturnType<typeof usualRange>): Mark {
  if (!limits) return tooShort
  return last < limits.low || last > limits.high ? outside : inside
}

function sayNow(measure: MeasureResult, speech: Speech): string {
  const last = measure.points.findLast((point) => monthValue(point) !== undefined)
  return last
    ? `${sayValue(measure, monthValue(last) ?? 0, speech)} (${last.period}, n = ${count(last.n)})`
    : 'no data'
}
