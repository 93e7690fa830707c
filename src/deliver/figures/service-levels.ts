import { count, counted, listed, percent, shareAlone, shareOf, thresholdOf } from '#base/format.ts'
import { decidedOf, type LevelVerdict, type Rule } from '#service-level/attainment.ts'
import type { LevelMonth } from '#service-level/level-months.ts'
import type { ReportedLevel, ReportFigures } from '#service-level/report-figures.ts'
import type { Chart } from '../charts/svg.ts'
import { drawTrend } from '../charts/trend.ts'
import type { Mark } from './tone.ts'

/** A month of a service against what was agreed, as shape, word and colour. */
export const markOfLevel: Readonly<Record<LevelVerdict, Mark>> = {
  met: { tone: 'conforming', word: 'met' },
  missed: { tone: 'major', word: 'missed' },
  'no target': { tone: 'not_assessed', word: 'no target agreed' },
  'no cases': { tone: 'not_applicable', word: 'no cases' },
}

/** One line of the table: a service and metric in one month. */
export type LevelLine = Readonly<{
  service: string
  metric: string
  month: string
  came: string
  counts: string
  agreed: string
  mark: Mark
  open: string
  unusable: string
}>

/** The attainment of all services in the period, and the sentence that sums it up. */
export type LevelTable = Readonly<{ says: string; lines: readonly LevelLine[]; notes: readonly string[] }>

/** The table of attainment. */
export function levelTableOf({ levels }: ReportFigures): LevelTable {
  const months = levels.flatMap((level) => level.months.map((month) => ({ level, month })))
  const of = (verdict: LevelVerdict) => months.filter(({ month }) => month.verdict === verdict).length
  const judged = of('met') + of('missed')
  const left = [
    of('no target') > 0 ? `${count(of('no target'))} without an agreed share` : '',
    of('no cases') > 0 ? `${count(of('no cases'))} without cases` : '',
  ].filter((words) => words !== '')
  const says =
    judged === 0
      ? 'No agreed share in time could be judged in this period.'
      : `${count(of('met'))} of ${counted(judged, 'agreed target')} met, by service, metric and month.`
  return {
    says: left.length === 0 ? says : `${says} Not judged: ${listed(left)}.`,
    lines: months.map(({ level, month }) => lineOf(level, month)),
    notes: levels.flatMap(notesOf),
  }
}

function lineOf({ service, metric }: ReportedLevel, month: LevelMonth): LevelLine {
  const { outcomes, decided, agreed, verdict } = month
  return {
    service,
    metric,
    month: month.month,
    came: shareAlone(outcomes.kept, decided),
    counts: decided === 0 ? '' : `${count(outcomes.kept)} of ${count(decided)}`,
    agreed: agreed.share === undefined ? '' : thresholdOf(agreed.share),
    mark: markOfLevel[verdict],
    open: count(outcomes.openMissed),
    unusable: count(outcomes.unusable + outcomes.noClock),
  }
}

/** What has to be said beside the figures of a service and metric: the same words once, with the months they hold for. */
function notesOf({ service, metric, months }: ReportedLevel): readonly string[] {
  const said = Map.groupBy(
    months.flatMap((one) => wordsOf(one).map((words) => ({ words, month: one.month }))),
    ({ words }) => words,
  )
  return [...said].map(
    ([words, own]) => `${service}, ${metric}, ${listed(own.map(({ month }) => month))}: ${words}`,
  )
}

function wordsOf({ agreed, today }: LevelMonth): readonly string[] {
  const numbers = listed(agreed.agreements.map(({ number }) => number))
  return [
    ...(agreed.standing === 'several'
      ? [`several agreements name a share; the strictest one holds (${numbers}).`]
      : []),
    ...(agreed.standing === 'unsaid' ? [`${numbers} in force without a share in time.`] : []),
    ...(today
      ? [
          `data that came in later (collection ${today.number}) count ${shareOf(today.outcomes.kept, decidedOf(today.outcomes))}; the first value stands.`,
        ]
      : []),
  ]
}

/** A line over the last months with the agreed share. */
export type LevelTrend = Readonly<{ title: string; subtitle: string; chart: Chart; source: string }>

/** The trends of resolution, one a service that had cases in at least two months. */
export function levelTrendsOf({ levels }: ReportFigures): readonly LevelTrend[] {
  return levels
    .filter(
      ({ metric, trend }) => metric === 'resolution' && trend.filter(({ decided }) => decided > 0).length > 1,
    )
    .map(({ service, trend }) => trendOf(service, trend))
}

const [chartWidth, chartHeight] = [216, 84] as const

function trendOf(service: string, months: readonly LevelMonth[]): LevelTrend {
  const known = months.filter(({ decided }) => decided > 0)
  const target = months.at(-1)?.agreed.share
  const judged = known.filter(({ agreed }) => agreed.share !== undefined)
  const met = judged.filter(({ verdict }) => verdict === 'met').length
  const title =
    judged.length === 0 ? 'No share agreed' : `Met in ${count(met)} of ${counted(judged.length, 'month')}`
  const points = months.map(({ month, attainment, verdict }) => ({
    period: month,
    ...(attainment === undefined ? {} : { value: attainment }),
    isSignal: verdict === 'missed',
  }))
  const decided = known.reduce((sum, one) => sum + one.decided, 0)
  const shares = known.map(({ attainment = 0 }) => attainment)
  const alt = `${service}, share of resolution clocks that kept their target, ${months[0]?.month} to ${months.at(-1)?.month}: ${title}. Lowest ${percent(Math.min(...shares))}, highest ${percent(Math.max(...shares))}.`
  const say = (value: number) => `${Math.round(value * 1000) / 10}\u00A0%`
  const month = (period: string) => period
  const chart = drawTrend(
    { alt, points, say, month, ceiling: 1, ...(target === undefined ? {} : { target }) },
    chartWidth,
    chartHeight,
  )
  const goal = target === undefined ? 'no share agreed' : `agreed ${thresholdOf(target)} (dashed)`
  return { title, subtitle: service, chart, source: `n = ${count(decided)}; ${goal}; missed months ringed` }
}

/** So many tickets are named a month on paper; all of them are in the frozen figures. */
const namedTickets = 60

/** The tickets that missed their target, by service, metric and month. */
export function breachesOf({
  levels,
}: ReportFigures): readonly Readonly<{ of: string; n: string; tickets: string }>[] {
  return levels.flatMap(({ service, metric, breaches }) =>
    [...Map.groupBy(breaches, ({ month }) => month)].map(([month, own]) => {
      const tickets = own.flatMap((one) => one.tickets).toSorted()
      const left = tickets.length - namedTickets
      const more = left > 0 ? `, and ${count(left)} more in the frozen figures` : ''
      return {
        of: `${service}, ${metric}, ${month}`,
        n: count(tickets.length),
        tickets: `${tickets.slice(0, namedTickets).join(', ')}${more}`,
      }
    }),
  )
}

const computed: Readonly<Record<string, string>> = { source: 'the service desk tool', platform: 'Clausewise' }
const paused: Readonly<Record<string, string>> = {
  none: 'never paused',
  pending_customer: 'paused while it waits for the customer',
  pending_any: 'paused while it waits for anybody',
  native: 'paused as the tool does it',
}
const reopened: Readonly<Record<string, string>> = {
  continue: 'goes on when a ticket is reopened',
  exclude_closed: 'leaves out the time a ticket was closed before it was reopened',
  restart: 'starts anew when a ticket is reopened',
  native: 'treats reopened tickets as the tool does',
}

/** By which rules the clocks of the period ran, in sentences, most used first. */
export function ruleWordsOf({ levels }: ReportFigures): readonly string[] {
  const rules = Map.groupBy(
    levels.flatMap((level) => level.rules),
    ({ computedBy, pauseRule, reopenRule }) => `${computedBy} ${pauseRule} ${reopenRule}`,
  )
  return [...rules.values()].flatMap(([first, ...more]) => {
    if (!first) return []
    const clocks = more.reduce((sum, rule) => sum + rule.clocks, first.clocks)
    return [`${counted(clocks, 'clock')}: ${ruleWords(first)}.`]
  })
}

function ruleWords({ computedBy, pauseRule, reopenRule }: Rule): string {
  return [
    `computed by ${computed[computedBy] ?? (computedBy || 'nobody knows whom')}`,
    paused[pauseRule] ?? 'its pause rule is not known',
    reopened[reopenRule] ?? 'its reopen rule is not known',
  ].join(', ')
}
