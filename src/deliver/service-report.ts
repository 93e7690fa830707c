import type { Brand } from '#base/brand.ts'
import { shortHash } from '#base/format.ts'
import type { Language } from '#base/language.ts'
import type { Issue } from '#service-level/issue-store.ts'
import {
  type ComplaintFigures,
  complaintsOf,
  type ReviewFigures,
  reviewsOf,
  type SatisfactionLine,
  satisfactionLinesOf,
} from './figures/service-experience.ts'
import {
  breachesOf,
  type LevelTable,
  type LevelTrend,
  levelTableOf,
  levelTrendsOf,
  ruleWordsOf,
} from './figures/service-levels.ts'
import { type ChainFigure, chainsOf, hasFrozenEnglish } from './figures/support-chain.ts'
import { openSpeech, type Speech, wordsOf } from './speech.ts'

/** An issue as the report is written from: its head and its frozen figures. */
export type IssuedReport = Omit<Issue, 'text'>

/** What a service report is written from. */
export type ServiceReportInput = Readonly<{ report: IssuedReport; language: Language }>

/** A service report as its template places it; parts that the definition does not ask for are absent. */
export type ServiceReportView = Readonly<{
  title: string
  language: Language
  /** Fixed sentences of the page by their keys. */
  words: Readonly<Record<string, string>>
  brand: Brand
  date: Readonly<{ year: number; month: number; day: number }>
  cover: Readonly<{ organization: string; confidentiality: string }>
  /** What it is, and about when. */
  kind: string
  facts: readonly (readonly [string, string])[]
  purpose: string
  /** What a reader has to know about the language of the report. */
  notes: readonly string[]
  attainment: LevelTable | undefined
  trends: readonly LevelTrend[] | undefined
  breaches: ReturnType<typeof breachesOf> | undefined
  chains: readonly ChainFigure[] | undefined
  satisfaction: readonly SatisfactionLine[] | undefined
  complaints: ComplaintFigures | undefined
  reviews: ReviewFigures | undefined
  rules: readonly string[]
  data: readonly string[]
  sealed: string
}>

/** How a service report speaks in a language; words of registers are those of the documents that management signs. */
export function openServiceReportSpeech(content: string, language: Language): Speech {
  return openSpeech(content, 'service-report', language, ['documented'])
}

/** Turns one issue into words and drawn charts. Nothing but what was frozen is read, so equal issues in a language are equal bytes. */
export function makeServiceReport(issue: IssuedReport, speech: Speech): ServiceReportView {
  const { figures, seal } = issue
  const { definition, organization, data } = figures
  const { say, day } = speech
  const has = (part: (typeof definition.parts)[number]) => definition.parts.includes(part)
  const issuedOn = issue.issuedAt.slice(0, 10)
  const period = periodNamed(figures.period.name, speech)
  const { title, audience, purpose } = definition
  return {
    title,
    language: speech.language,
    words: wordsOf(speech),
    brand: figures.brand,
    date: dateOf(issuedOn),
    cover: { organization, confidentiality: say('confidentiality', { title, period, audience }) },
    kind: say('kind', { period }),
    facts: factsOf(issue, speech),
    purpose,
    notes: [
      ...(speech.sentences.missing.length > 0 ? [say('note.incomplete')] : []),
      ...(speech.language !== 'en' && hasFrozenEnglish(figures) ? [say('note.frozen')] : []),
    ],
    attainment: has('attainment') ? levelTableOf(figures, speech) : undefined,
    trends: has('trend') ? levelTrendsOf(figures, speech) : undefined,
    breaches: has('breaches') ? breachesOf(figures, speech) : undefined,
    chains: has('support chain') ? chainsOf(figures, speech) : undefined,
    satisfaction: has('satisfaction') ? satisfactionLinesOf(figures, speech) : undefined,
    complaints: has('complaints') ? complaintsOf(figures, speech) : undefined,
    reviews: has('reviews') ? reviewsOf(figures, issuedOn, speech) : undefined,
    rules: ruleWordsOf(figures, speech),
    data: data.map(({ number, dataUntil, dataHash, packVersion }) =>
      say('data.says', { number, on: day(dataUntil), hash: shortHash(dataHash), version: packVersion }),
    ),
    sealed: say('seal.says', { seal: inHalves(seal) }),
  }
}

/** A period by its name: a month as the language writes it, or a quarter. */
export function periodNamed(name: string, { say, month }: Speech): string {
  const [, year, quarter] = /^(\d{4})-Q(\d)$/.exec(name) ?? []
  return year === undefined || quarter === undefined ? month(name) : say('quarter', { year, quarter })
}

function factsOf(
  { figures, issuedBy, issuedAt, dueOn, seal }: IssuedReport,
  speech: Speech,
): ServiceReportView['facts'] {
  const { say, day, month, listed } = speech
  const { definition, period } = figures
  const named = periodNamed(period.name, speech)
  const months = speech.rangeOf(month(period.from), month(period.to))
  const isOnTime = issuedAt.slice(0, 10) <= dueOn
  return [
    [
      say('fact.period'),
      period.from === period.to ? named : say('quarter.months', { quarter: named, months }),
    ],
    [say('fact.services'), listed(definition.services)],
    [say('fact.customer'), definition.customer === '' ? say('all-customers') : definition.customer],
    [say('fact.audience'), definition.audience],
    [say('fact.issuer'), definition.issuer],
    [
      say('fact.issued'),
      say(isOnTime ? 'issued.on-time' : 'issued.late', { on: day(issuedAt), by: issuedBy, due: day(dueOn) }),
    ],
    [say('fact.seal'), say('seal.short', { seal: inHalves(seal) })],
  ]
}

/** A hash in two halves, so that a line can break between them. */
function inHalves(seal: string): string {
  return `${seal.slice(0, 32)} ${seal.slice(32)}`
}

function dateOf(on: string): ServiceReportView['date'] {
  const [year = 2000, month = 1, date = 1] = on.split('-').map(Number)
  return { year, month, day: date }
}
