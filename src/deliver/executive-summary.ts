import { type Brand, plainBrand } from '#base/brand.ts'
import { capital } from '#base/format.ts'
import type { Language } from '#base/language.ts'
import { readinessInFront } from './figures/input.ts'
import { saySnapshot } from './figures/snapshot-name.ts'
import { toneOfLabel } from './figures/tone.ts'
import type { Figure } from './programme/figure.ts'
import type { Programme } from './programme-figures.ts'
import { type Speech, wordsOf } from './speech.ts'

/** One page for those who decide, as the template places it. Nothing is computed after this. */
export type ExecutiveSummary = Readonly<{
  title: string
  language: Language
  words: Readonly<Record<string, string>>
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
  /** What a reader has to know about the language of the page. */
  notes: readonly string[]
  /** The figures that stand on the page. */
  figures: readonly string[]
}>

const most = { risks: 4, dates: 4, next: 4 } as const
const levels = ['very high', 'high', 'medium', 'low', 'very low', '']

/** The one page: what is to be decided, the figures it hangs on, dates, money and risks. */
export function makeExecutiveSummary(programme: Programme): ExecutiveSummary {
  const { matter, figures, speech } = programme
  const { say } = speech
  const used = new Set<string>()
  const tell = (id: string) => {
    const figure = figures.get(id)
    if (figure) used.add(id)
    return figure?.shown
  }
  const [year = 2000, month = 1, day = 1] = matter.madeOn.split('-').map(Number)
  const view = {
    title: say('title', { organization: matter.organization }),
    language: speech.language,
    words: wordsOf(speech),
    date: { year, month, day },
    brand: matter.brand ?? plainBrand,
    cover: {
      organization: matter.organization,
      confidentiality: [
        say('confidential', { day: speech.day(matter.madeOn), version: matter.version }),
        ...(matter.snapshot ? [`${saySnapshot(matter.snapshot, speech)}.`] : []),
      ].join(' '),
    },
    decision: decisionOf(programme, tell),
    tone: toneOfLabel[readinessInFront(matter.assessment).label],
    tiles: tilesOf(programme, tell),
    standing: standingOf(programme, tell),
    ...datesOf(programme, tell),
    ...moneyOf(programme, tell),
    ...risksOf(programme, tell),
    next: nextOf(programme),
    missing: programme.missing,
    notes: speech.notes,
  }
  const sources = sourcesOf([...used].flatMap((id) => figures.get(id) ?? []))
  return { ...view, sources: say('sources', { sources }), figures: [...used] }
}

type Tell = (id: string) => string | undefined

/** The figures of some places of a sentence; what is not there is left empty. */
function placesOf(tell: Tell, ids: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(ids).map(([place, id]) => [place, tell(id) ?? '']))
}

function decisionOf({ matter, speech }: Programme, tell: Tell): string {
  const { signed } = matter
  if (signed)
    return speech.say(signed.conditions === '' ? 'decided' : 'decided-under', {
      name: signed.signedBy,
      day: speech.day(signed.signedAt),
      verdict: speech.say(`verdict.${signed.verdict}`),
      conditions: signed.conditions,
    })
  const by = tell('certificate.on')
  return by === undefined ? speech.say('to-decide') : speech.say('to-decide-by', { day: by })
}

function tilesOf({ speech }: Programme, tell: Tell): ExecutiveSummary['tiles'] {
  const wanted = [
    ['readiness.index', 'tile.index'],
    ['certificate.probability', 'tile.chance'],
    ['case.npv.p50', 'tile.value'],
    ['case.payback', 'tile.payback'],
  ] as const
  return wanted.flatMap(([id, label]) => {
    const value = tell(id)
    return value === undefined ? [] : [{ value, label: speech.say(label) }]
  })
}

function standingOf({ matter, speech }: Programme, tell: Tell): string {
  const { basis } = readinessInFront(matter.assessment)
  const places = placesOf(tell, {
    label: 'readiness.label',
    gaps: 'gaps.total',
    majors: 'gaps.major',
    red: 'gates.red',
    days: 'gaps.days',
  })
  return speech.say(`standing.${basis}`, { ...places, gates: matter.assessment.gates.length })
}

function datesOf({ matter, speech }: Programme, tell: Tell): Pick<ExecutiveSummary, 'dates' | 'datesSay'> {
  const { roadmap } = matter
  if (!roadmap) return { dates: [], datesSay: speech.say('dates.none') }
  const { dates } = roadmap.schedule.risk
  const places = placesOf(tell, { days: 'plan.days', start: 'plan.start', p50: 'plan.p50', p80: 'plan.p80' })
  return {
    dates: dates.slice(0, most.dates).map(({ title, on, planned, probability }) => ({
      title,
      on: speech.day(on),
      planned: planned === undefined ? speech.say('dates.nothing') : speech.day(planned),
      chance: speech.percent(probability),
    })),
    datesSay: [speech.say('dates.say', places), ...(roadmap.isStale ? [speech.say('dates.stale')] : [])].join(
      ' ',
    ),
  }
}

function moneyOf(
  { businessCase, speech }: Programme,
  tell: Tell,
): Pick<ExecutiveSummary, 'money' | 'moneySays'> {
  const { say } = speech
  if (!businessCase) return { money: [], moneySays: say('money.none') }
  const rows = [
    [say('money.range'), speech.listed([tell('case.npv.p10') ?? '', tell('case.npv.p90') ?? ''])],
    [say('money.positive'), tell('case.positive')],
    [say('money.hard'), tell('case.npv.hard')],
    [say('money.start'), tell('case.cost.start')],
    [say('money.later'), tell('case.cost.later')],
    [say('money.return', { years: businessCase.years }), tell('case.roi')],
  ] as const
  return {
    money: rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const])),
    moneySays: '',
  }
}

function risksOf({ matter, speech }: Programme, tell: Tell): Pick<ExecutiveSummary, 'risks' | 'risksSay'> {
  const risks = (matter.risks ?? []).toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
  if (risks.length === 0) return { risks: [], risksSay: speech.say('risks.none') }
  return {
    risks: risks.slice(0, most.risks).map(({ level, title, owner }) => ({
      level: sayLevel(level, speech),
      title,
      owner: owner || speech.say('risks.nobody'),
    })),
    risksSay: speech.say('risks.say', placesOf(tell, { high: 'risks.high', rated: 'risks.rated' })),
  }
}

/** A level of risk in words; one that is none of ours stands as it was written. */
function sayLevel(level: string, { say }: Speech): string {
  if (level === '') return say('risks.unrated')
  return levels.includes(level) ? say(`level.${level.replace(' ', '-')}`) : level
}

function nextOf({ matter, speech }: Programme): readonly string[] {
  const current = matter.phases?.find(({ state }) => state === 'open' || state === 'ready')
  const open = current?.criteria.filter(({ standing }) => standing !== 'met') ?? []
  if (open.length > 0)
    return open
      .slice(0, most.next)
      .map(({ title, because }) => speech.say('next.criterion', { title, because }))
  return matter.assessment.gaps
    .filter(({ severity }) => severity === 'major')
    .slice(0, most.next)
    .map(({ title, effort }) => speech.say('next.gap', { title, days: speech.personDays(effort.likely) }))
}

function sourcesOf(figures: readonly Figure[]): string {
  return [...new Set(figures.map(({ source }) => source.split('. ')[0] ?? source))].map(capital).join('. ')
}
