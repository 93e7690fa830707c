import { keyOfWords } from '#content/sentences.ts'
import { decidedOf, type LevelVerdict, type Rule } from '#service-level/attainment.ts'
import type { LevelMonth } from '#service-level/level-months.ts'
import type { ReportedLevel, ReportFigures } from '#service-level/report-figures.ts'
import type { Chart } from '../charts/svg.ts'
import { drawTrend } from '../charts/trend.ts'
import type { Speech } from '../speech.ts'
import type { Mark } from './tone.ts'

const toneOfLevel: Readonly<Record<LevelVerdict, Mark['tone']>> = {
  met: 'conforming',
  missed: 'major',
  'no target': 'not_assessed',
  'no cases': 'not_applicable',
}

/** Outcomes against what was agreed, as shape, word and colour. */
export function markOfLevel(verdict: LevelVerdict, { say }: Speech): Mark {
  return { tone: toneOfLevel[verdict], word: say(`level.${keyOfWords(verdict)}`) }
}

/** A clock as the language calls it; one that only the tool knows keeps its name. */
function metricOf(metric: string, { known }: Speech): string {
  return known(`metric.${keyOfWords(metric)}`) ?? metric
}

/** One line of the table: a service and metric in one month. */
export type LevelLine = Readonly<{
  month: string
  came: string
  counts: string
  agreed: string
  mark: Mark
  open: string
  unusable: string
}>

/** The attainment of all services in the period, each metric of a service by its months, and the sentence that sums it up. */
export type LevelTable = Readonly<{
  says: string
  groups: readonly Readonly<{ of: string; lines: readonly LevelLine[] }>[]
  notes: readonly string[]
}>

/** The table of attainment. */
export function levelTableOf({ levels }: ReportFigures, speech: Speech): LevelTable {
  const { say, many, listed } = speech
  const verdicts = levels.flatMap(({ months }) => months.map(({ verdict }) => verdict))
  const of = (verdict: LevelVerdict) => verdicts.filter((one) => one === verdict).length
  const judged = of('met') + of('missed')
  const left = (['no target', 'no cases'] as const)
    .filter((verdict) => of(verdict) > 0)
    .map((verdict) => say(`attainment.${keyOfWords(verdict)}`, { count: of(verdict) }))
  const says = judged === 0 ? say('attainment.none') : many('attainment.says', judged, { met: of('met') })
  return {
    says: left.length === 0 ? says : `${says} ${say('attainment.left', { what: listed(left) })}`,
    groups: levels.map(({ service, metric, months: own }) => ({
      of: say('place.whole', { service, metric: metricOf(metric, speech) }),
      lines: own.map((month) => lineOf(month, speech)),
    })),
    notes: levels.flatMap((level) => notesOf(level, speech)),
  }
}

function lineOf({ month, outcomes, decided, agreed, verdict }: LevelMonth, speech: Speech): LevelLine {
  return {
    month: speech.month(month),
    came: speech.shareAlone(outcomes.kept, decided),
    counts: decided === 0 ? '' : speech.partOf(outcomes.kept, decided),
    agreed: agreed.share === undefined ? '' : speech.thresholdOf(agreed.share),
    mark: markOfLevel(verdict, speech),
    open: speech.count(outcomes.openMissed),
    unusable: speech.count(outcomes.unusable + outcomes.noClock),
  }
}

/** What has to be said beside the figures of a service and metric: the same words once, with the months they hold for. */
function notesOf({ service, metric, months }: ReportedLevel, speech: Speech): readonly string[] {
  const { say, listed } = speech
  const said = Map.groupBy(
    months.flatMap((one) => besideOf(one, speech).map((beside) => ({ ...beside, month: one.month }))),
    ({ key, places }) => JSON.stringify([key, places]),
  )
  return [...said.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const named = listed(own.map(({ month }) => speech.month(month)))
    const place = say('place', { service, metric: metricOf(metric, speech), months: named })
    return [say(`beside.${first.key}`, { place, ...first.places })]
  })
}

type Beside = Readonly<{ key: string; places: Readonly<Record<string, string | number>> }>

function besideOf({ agreed, today }: LevelMonth, { listed, shareOf }: Speech): readonly Beside[] {
  const numbers = listed(agreed.agreements.map(({ number }) => number))
  const later = today && {
    number: today.number,
    share: shareOf(today.outcomes.kept, decidedOf(today.outcomes)),
  }
  return [
    ...(agreed.standing === 'several' || agreed.standing === 'unsaid'
      ? [{ key: agreed.standing, places: { numbers } }]
      : []),
    ...(later ? [{ key: 'later', places: later }] : []),
  ]
}

/** A line over the last months with the agreed share. */
export type LevelTrend = Readonly<{ title: string; subtitle: string; chart: Chart; source: string }>

/** The trends of resolution, one a service that had cases in at least two months. */
export function levelTrendsOf({ levels }: ReportFigures, speech: Speech): readonly LevelTrend[] {
  return levels
    .filter(
      ({ metric, trend }) => metric === 'resolution' && trend.filter(({ decided }) => decided > 0).length > 1,
    )
    .map(({ service, trend }) => trendOf(service, trend, speech))
}

const [chartWidth, chartHeight] = [216, 84] as const

function trendOf(service: string, months: readonly LevelMonth[], speech: Speech): LevelTrend {
  const { say, many, month, percent, thresholdOf, count } = speech
  const known = months.filter(({ decided }) => decided > 0)
  const target = months.at(-1)?.agreed.share
  const judged = known.filter(({ agreed }) => agreed.share !== undefined)
  const met = judged.filter(({ verdict }) => verdict === 'met').length
  const title = judged.length === 0 ? say('history.no-share') : many('history.met', judged.length, { met })
  const points = months.map(({ month: period, attainment, verdict }) => ({
    period,
    ...(attainment === undefined ? {} : { value: attainment }),
    isSignal: verdict === 'missed',
  }))
  const n = count(known.reduce((sum, one) => sum + one.decided, 0))
  const shares = known.map(({ attainment = 0 }) => attainment)
  const [first, last] = [months[0], months.at(-1)].map((one) => month(one?.month ?? ''))
  const alt = say('history.alt', {
    service,
    months: speech.rangeOf(first ?? '', last ?? ''),
    finding: title,
    lowest: percent(Math.min(...shares)),
    highest: percent(Math.max(...shares)),
  })
  const onAxis = (value: number) => thresholdOf(Math.round(value * 1000) / 1000)
  const chart = drawTrend(
    { alt, points, say: onAxis, month, ceiling: 1, ...(target === undefined ? {} : { target }) },
    chartWidth,
    chartHeight,
  )
  const source =
    target === undefined
      ? say('history.source', { n })
      : say('history.source-target', { n, target: thresholdOf(target) })
  return { title, subtitle: service, chart, source }
}

/** So many tickets are named a month on paper; all of them are in the frozen figures. */
const namedTickets = 60

/** The tickets that missed their target, by service, metric and month. */
export function breachesOf(
  { levels }: ReportFigures,
  speech: Speech,
): readonly Readonly<{ of: string; n: string; tickets: string }>[] {
  const { say, month: written, count } = speech
  return levels.flatMap(({ service, metric, breaches }) =>
    [...Map.groupBy(breaches, ({ month }) => month)].map(([month, own]) => {
      const tickets = own.flatMap((one) => one.tickets).toSorted()
      const named = tickets.slice(0, namedTickets).join(', ')
      const left = tickets.length - namedTickets
      return {
        of: say('place', { service, metric: metricOf(metric, speech), months: written(month) }),
        n: count(tickets.length),
        tickets: left > 0 ? say('breaches.more', { tickets: named, count: left }) : named,
      }
    }),
  )
}

/** By which rules the clocks of the period ran, in sentences, most used first. */
export function ruleWordsOf({ levels }: ReportFigures, { many, say, known }: Speech): readonly string[] {
  const word = (kind: 'by' | 'pause' | 'reopen', rule: string) =>
    known(`${kind}.${keyOfWords(rule)}`) ?? say(`${kind}.unknown`)
  const rules = Map.groupBy(
    levels.flatMap((level) => level.rules),
    ({ computedBy, pauseRule, reopenRule }) => `${computedBy} ${pauseRule} ${reopenRule}`,
  )
  return [...rules.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const clocks = own.reduce((sum: number, rule: Rule) => sum + rule.clocks, 0)
    const by = known(`by.${keyOfWords(first.computedBy)}`) ?? (first.computedBy || say('by.unknown'))
    return [
      many('rule', clocks, {
        by,
        pause: word('pause', first.pauseRule),
        reopen: word('reopen', first.reopenRule),
      }),
    ]
  })
}
