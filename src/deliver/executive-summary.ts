import { type Brand, plainBrand } from '#base/brand.ts'
import { capital, count, listed, percent, personDays } from './figures/format.ts'
import { readinessInFront } from './figures/input.ts'
import { nameOfSnapshot } from './figures/snapshot-name.ts'
import { toneOfLabel } from './figures/tone.ts'
import type { Figure } from './programme/figure.ts'
import type { Programme } from './programme-figures.ts'

/** One page for those who decide, as the template places it. Nothing is computed after this. */
export type ExecutiveSummary = Readonly<{
  title: string
  language: string
  date: Readonly<{ year: number; month: number; day: number }>
  brand: Brand
  cover: Readonly<{ organization: string; confidentiality: string }>
  /** The question and what is asked, as a sentence. */
  decision: string
  tone: string
  tiles: readonly Readonly<{ value: string; label: string }>[]
  standing: string
  dates: readonly Readonly<{ title: string; on: string; planned: string; chance: string }>[]
  datesSay: string
  money: readonly (readonly [string, string])[]
  moneySays: string
  risks: readonly Readonly<{ level: string; title: string; owner: string }>[]
  risksSay: string
  next: readonly string[]
  missing: readonly string[]
  sources: string
  /** The figures that stand on the page. */
  figures: readonly string[]
}>

const most = { risks: 4, dates: 4, next: 4 } as const
const levels = ['very high', 'high', 'medium', 'low', 'very low', '']

/** The one page: what is to be decided, the figures it hangs on, dates, money and risks. */
export function makeExecutiveSummary(programme: Programme): ExecutiveSummary {
  const { matter, figures } = programme
  const used = new Set<string>()
  const tell = (id: string) => {
    const figure = figures.get(id)
    if (figure) used.add(id)
    return figure?.shown
  }
  const [year = 2000, month = 1, day = 1] = matter.madeOn.split('-').map(Number)
  const view = {
    title: `Executive summary: ${matter.organization}`,
    language: 'en',
    date: { year, month, day },
    brand: matter.brand ?? plainBrand,
    cover: {
      organization: matter.organization,
      confidentiality: `Confidential. As of ${matter.madeOn}; content ${matter.version}.${matter.snapshot ? ` ${nameOfSnapshot(matter.snapshot)}.` : ''}`,
    },
    decision: decisionOf(programme, tell),
    tone: toneOfLabel[readinessInFront(matter.assessment).label],
    tiles: tilesOf(tell),
    standing: standingOf(programme, tell),
    ...datesOf(programme, tell),
    ...moneyOf(programme, tell),
    ...risksOf(programme, tell),
    next: nextOf(programme),
    missing: programme.missing,
  }
  return { ...view, sources: sourcesOf([...used].flatMap((id) => figures.get(id) ?? [])), figures: [...used] }
}

type Tell = (id: string) => string | undefined

function decisionOf({ matter }: Programme, tell: Tell): string {
  const { signed } = matter
  if (signed)
    return `${signed.signedBy} decided on ${signed.signedAt.slice(0, 10)}: ${signed.verdict}${signed.conditions === '' ? '.' : `, under the condition: ${signed.conditions}`}`
  const by = tell('certificate.on')
  return by === undefined
    ? 'To be decided: go, later or no-go for the service management programme.'
    : `To be decided: go, later or no-go for the service management programme, with a certificate by ${by}.`
}

function tilesOf(tell: Tell): ExecutiveSummary['tiles'] {
  const wanted = [
    ['readiness.index', 'readiness of 100'],
    ['certificate.probability', 'chance that the agreed day is kept'],
    ['case.npv.p50', 'value, middle of all trials'],
    ['case.payback', 'until the money is back'],
  ] as const
  return wanted.flatMap(([id, label]) => {
    const value = tell(id)
    return value === undefined ? [] : [{ value, label }]
  })
}

function standingOf({ matter }: Programme, tell: Tell): string {
  const readiness = readinessInFront(matter.assessment)
  const basis = readiness.basis === 'ratings' ? 'as rated by people' : 'as proposed from evidence'
  return `Today we are ${tell('readiness.label')}, ${basis}: ${tell('gaps.total')} gaps are open, ${tell('gaps.major')} of them heavy, and ${tell('gates.red')} of ${count(matter.assessment.gates.length)} conditions for the audit are not met. Closing every gap takes at most ${tell('gaps.days')} person-days.`
}

function datesOf({ matter }: Programme, tell: Tell): Pick<ExecutiveSummary, 'dates' | 'datesSay'> {
  const { roadmap } = matter
  if (!roadmap) return { dates: [], datesSay: 'No roadmap is planned, so there are no dates.' }
  const { dates } = roadmap.schedule.risk
  return {
    dates: dates.slice(0, most.dates).map(({ title, on, planned, probability }) => ({
      title,
      on,
      planned: planned ?? 'nothing to do',
      chance: percent(probability),
    })),
    datesSay: `The accepted work takes ${tell('plan.days')} person-days from ${tell('plan.start')} on. Half of the simulated courses are finished by ${tell('plan.p50')}, four fifths by ${tell('plan.p80')}.${roadmap.isStale ? ' Its inputs have changed since: plan anew before deciding.' : ''}`,
  }
}

function moneyOf({ businessCase }: Programme, tell: Tell): Pick<ExecutiveSummary, 'money' | 'moneySays'> {
  if (!businessCase)
    return { money: [], moneySays: 'No business case is computed, so nothing is said about money.' }
  const rows = [
    ['Value, four of five trials between', listed([tell('case.npv.p10') ?? '', tell('case.npv.p90') ?? ''])],
    ['Chance of a value above zero', tell('case.positive')],
    ['Value without soft benefits', tell('case.npv.hard')],
    ['Cost of the first year', tell('case.cost.start')],
    ['Cost of a later year', tell('case.cost.later')],
    [`Return over ${businessCase.years} years`, tell('case.roi')],
  ] as const
  return {
    money: rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const])),
    moneySays: '',
  }
}

function risksOf({ matter }: Programme, tell: Tell): Pick<ExecutiveSummary, 'risks' | 'risksSay'> {
  const risks = (matter.risks ?? []).toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
  if (risks.length === 0) return { risks: [], risksSay: 'No risk is written down yet.' }
  return {
    risks: risks.slice(0, most.risks).map(({ level, title, owner }) => ({
      level: level || 'not rated',
      title,
      owner: owner || 'nobody yet',
    })),
    risksSay: `${tell('risks.high')} of ${tell('risks.rated')} rated risks are high or very high.`,
  }
}

function nextOf({ matter }: Programme): readonly string[] {
  const current = matter.phases?.find(({ state }) => state === 'open' || state === 'ready')
  const open = current?.criteria.filter(({ standing }) => standing !== 'met') ?? []
  if (open.length > 0) return open.slice(0, most.next).map(({ title, because }) => `${title}: ${because}`)
  return matter.assessment.gaps
    .filter(({ severity }) => severity === 'major')
    .slice(0, most.next)
    .map(({ title, effort }) => `${title}: about ${personDays(effort.likely)} person-days`)
}

function sourcesOf(figures: readonly Figure[]): string {
  return [...new Set(figures.map(({ source }) => source.split('. ')[0] ?? source))].map(capital).join('. ')
}
