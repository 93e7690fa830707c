import type { Brand } from '#base/brand.ts'
import { count, day, listed, shortHash } from '#base/format.ts'
import type { Issue } from '#service-level/issue-store.ts'
import {
  type ChainFigure,
  type ComplaintFigures,
  chainsOf,
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

/** An issue as the report is written from: its head and its frozen figures. */
export type IssuedReport = Omit<Issue, 'text'>

/** A service report as its template places it; parts that the definition does not ask for are absent. */
export type ServiceReportView = Readonly<{
  title: string
  language: string
  brand: Brand
  date: Readonly<{ year: number; month: number; day: number }>
  cover: Readonly<{ organization: string; confidentiality: string }>
  period: string
  facts: readonly (readonly [string, string])[]
  purpose: string
  attainment: LevelTable | undefined
  trends: readonly LevelTrend[] | undefined
  breaches: ReturnType<typeof breachesOf> | undefined
  chains: readonly ChainFigure[] | undefined
  satisfaction: readonly SatisfactionLine[] | undefined
  complaints: ComplaintFigures | undefined
  reviews: ReviewFigures | undefined
  rules: readonly string[]
  data: readonly string[]
  seal: string
}>

/** Turns one issue into words and drawn charts. Nothing but what was frozen is read, so equal issues are equal bytes. */
export function makeServiceReport(issue: IssuedReport): ServiceReportView {
  const { figures, period, seal } = issue
  const { definition, organization, data } = figures
  const has = (part: (typeof definition.parts)[number]) => definition.parts.includes(part)
  const issuedOn = day(issue.issuedAt)
  return {
    title: definition.title,
    language: 'en',
    brand: figures.brand,
    date: dateOf(issuedOn),
    cover: { organization, confidentiality: `${definition.title}, ${period}. For ${definition.audience}.` },
    period,
    facts: factsOf(issue),
    purpose: definition.purpose,
    attainment: has('attainment') ? levelTableOf(figures) : undefined,
    trends: has('trend') ? levelTrendsOf(figures) : undefined,
    breaches: has('breaches') ? breachesOf(figures) : undefined,
    chains: has('support chain') ? chainsOf(figures) : undefined,
    satisfaction: has('satisfaction') ? satisfactionLinesOf(figures) : undefined,
    complaints: has('complaints') ? complaintsOf(figures) : undefined,
    reviews: has('reviews') ? reviewsOf(figures, issuedOn) : undefined,
    rules: ruleWordsOf(figures),
    data: data.map(
      ({ number, dataUntil, dataHash, packVersion }) =>
        `Collection ${count(number)}, data until ${day(dataUntil)}, sha256 ${shortHash(dataHash)}, content ${packVersion}.`,
    ),
    seal,
  }
}

function factsOf({ figures, issuedBy, issuedAt, dueOn, seal }: IssuedReport): ServiceReportView['facts'] {
  const { definition, period } = figures
  const issuedOn = day(issuedAt)
  return [
    ['Period', period.from === period.to ? period.from : `${period.name}, ${period.from} to ${period.to}`],
    ['Services', listed(definition.services)],
    ['Customer', definition.customer === '' ? 'all customers' : definition.customer],
    ['Audience', definition.audience],
    ['Answers for it', definition.issuer],
    ['Issued', `${issuedOn} by ${issuedBy}, ${issuedOn <= dueOn ? 'on time' : 'late'}; due on ${dueOn}`],
    ['Seal', `sha256 ${seal.slice(0, 32)} ${seal.slice(32)}`],
  ]
}

function dateOf(on: string): ServiceReportView['date'] {
  const [year = 2000, month = 1, date = 1] = on.split('-').map(Number)
  return { year, month, day: date }
}
