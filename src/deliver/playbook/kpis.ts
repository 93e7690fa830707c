import { heading } from '#base/format.ts'
import { keyOfWords } from '#content/sentences.ts'
import type { Collected, MeasureResult } from '#evidence/collected.ts'
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
  return {
    says: sayBasis(
      collected,
      { measures: rows.length, kpis: shelf.kpis.length - silent.length, all: shelf.kpis.length },
      speech,
    ),
    headlines: shelf.kpis
      .filter(({ headline }) => headline)
      .map((kpi) => {
        const [measure] = measuresOfKpi(kpi.id, spoken)
        return {
          id: kpi.id,
          title: kpi.title,
          target: sayTarget(kpi, speech),
          now: measure ? sayNow(measure, speech) : speech.say('kpis.not-measured'),
        }
      }),
    watched: watchedOf(watched, speech),
    groups: [...Map.groupBy(rows, ({ measure }) => measure.process)].map(([process, some]) => ({
      title: titleOfProcess(process, models, speech),
      rows: some.map(({ row }) => row),
    })),
    trends: worst.slice(0, mostTrends),
    silent: [...Map.groupBy(silent, ({ process }) => process)].map(([process, kpis]) => ({
      process: speech.known(`area.${keyOfWords(process)}`) ?? heading(process),
      kpis: kpis.map(({ id, title }) => `${id} ${title}`).join('; '),
    })),
    measured: rows.length,
    missed: rows.filter(({ row }) => row.targetMark.tone === tones.missed).length,
    outside: rows.filter(({ row }) => row.rangeMark.tone === tones.outside).length,
  }
}

type Counts = Readonly<{ measures: number; kpis: number; all: number }>

function sayBasis(collected: Collected | undefined, counts: Counts, { say, many, day }: Speech): string {
  const { measures, kpis, all } = counts
  if (!collected || measures === 0) return say('kpis.none', { all })
  return many('kpis.basis', measures, { day: day(collected.dataUntil), kpis, all })
}

/** A process by its model, with its name in the language where a guide has that name. */
function titleOfProcess(process: string, models: PlaybookInput['models'], { known }: Speech): string {
  return known(`process.${keyOfWords(process)}`) ?? titleOf(process, models)
}

const tones = {
  reached: 'conforming',
  missed: 'partially',
  outside: 'partially',
  unset: 'not_assessed',
} as const

function watchedOf(watched: PlaybookInput['watched'], speech: Speech): KpiChapter['watched'] {
  const { say, many } = speech
  if (!watched) return { says: say('watched.none'), rows: [] }
  const open = watched.reduce((sum, { openSignals }) => sum + openSignals, 0)
  return {
    says: [many('watched.kpis', watched.length), many('watched.signals', open), say('watched.limits')].join(
      ' ',
    ),
    rows: watched.map((one) => ({
      id: one.id,
      title: one.title,
      owner: one.owner || say('actions.nobody'),
      target: one.target === undefined ? say('kpis.unset') : sayValue(one, one.target, speech),
      now: one.latest
        ? sayMonth(sayValue(one, one.latest.number, speech), one.latest, speech)
        : say('measure.no-data'),
      limits: one.limits
        ? speech.rangeOf(sayValue(one, one.limits.low, speech), sayValue(one, one.limits.high, speech))
        : (one.whyNoLimits ?? say('watched.no-limits')),
      signals: one.openSignals === 0 ? say('watched.no-signals') : many('watched.open', one.openSignals),
      mark: markOfWatched(one.isReached, speech),
    })),
  }
}

/** A value with the month it is of and the cases it stands on. */
function sayMonth(
  value: string,
  { period, n }: Readonly<{ period: string; n: number }>,
  speech: Speech,
): string {
  return `${value} (${speech.month(period)}, n = ${speech.count(n)})`
}

function markOfWatched(isReached: boolean | undefined, speech: Speech): Mark {
  if (isReached === undefined) return noTarget(speech)
  return ofTarget(isReached, speech)
}

function ofTarget(isReached: boolean, { say }: Speech): Mark {
  return isReached
    ? { tone: tones.reached, word: say('kpis.reached') }
    : { tone: tones.missed, word: say('kpis.missed') }
}

function noTarget({ say }: Speech): Mark {
  return { tone: tones.unset, word: say('kpis.no-target') }
}

/** What has to be looked at first: outside its range and below its target. */
function urgency({ targetMark, rangeMark }: KpiRow): number {
  return Number(rangeMark.tone === tones.outside) * 2 + Number(targetMark.tone === tones.missed)
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
      ? speech.rangeOf(sayValue(measure, limits.low, speech), sayValue(measure, limits.high, speech))
      : speech.many('kpis.months', values.length),
    targetMark: markOfTarget({ direction: measure.direction, last, target }, speech),
    rangeMark: markOfRange(last, limits, speech),
  }
}

/** The target that is set; the library's, if none is, is called a suggestion. */
function sayAim(measure: MeasureResult, suggested: string | undefined, speech: Speech): string {
  const target = targetOf(measure)
  if (target !== undefined) return sayValue(measure, target, speech)
  return suggested ? speech.say('kpis.suggested', { target: suggested }) : speech.say('kpis.unset')
}

type Aimed = Readonly<{ direction: MeasureResult['direction']; last: number; target: number | undefined }>

function markOfTarget({ direction, last, target }: Aimed, speech: Speech): Mark {
  if (target === undefined || direction === 'neutral') return noTarget(speech)
  return ofTarget(direction === 'up' ? last >= target : last <= target, speech)
}

function markOfRange(last: number, limits: ReturnType<typeof usualRange>, { say }: Speech): Mark {
  if (!limits) return { tone: tones.unset, word: say('kpis.too-few') }
  return last < limits.low || last > limits.high
    ? { tone: tones.outside, word: say('kpis.outside') }
    : { tone: tones.reached, word: say('kpis.inside') }
}

function sayNow(measure: MeasureResult, speech: Speech): string {
  const last = measure.points.findLast((point) => monthValue(point) !== undefined)
  return last
    ? sayMonth(sayValue(measure, monthValue(last) ?? 0, speech), last, speech)
    : speech.say('measure.no-data')
}
