import type { Brand } from '#base/brand.ts'
import type { Language } from '#base/language.ts'
import type { Rule } from './attainment.ts'
import type { ComplaintSummary, TimedComplaint } from './complaint-summary.ts'
import type { LevelMonth } from './level-months.ts'
import type { ReportDefinition } from './report.ts'
import type { ReportPeriod } from './report-period.ts'
import type { ReviewAction } from './review-store.ts'
import type { Satisfaction } from './satisfaction.ts'
import type { SupportChain } from './support.ts'

/** What a report says of one service and one metric. Months before the period are for the trend. */
export type ReportedLevel = Readonly<{
  service: string
  metric: string
  months: readonly LevelMonth[]
  trend: readonly LevelMonth[]
  /** The tickets of missed clocks, month by month. */
  breaches: readonly Readonly<{ month: string; tickets: readonly string[] }>[]
  rules: readonly Rule[]
}>

/** The figures of one issue, whole: what is frozen, and what the document is written from. */
export type ReportFigures = Readonly<{
  form: 1
  organization: string
  /** The language that it was issued in; absent in what went out before there was a choice, which is English. */
  language?: Language
  /** The look of the day: a document that is written again looks as it did. */
  brand: Brand
  definition: ReportDefinition
  period: ReportPeriod
  /** The collections that the figures come from: the data behind them can be asked for by their hashes. */
  data: readonly Readonly<{ number: number; dataUntil: string; dataHash: string; packVersion: string }>[]
  levels: readonly ReportedLevel[]
  chains: readonly Readonly<{ service: string; chain: SupportChain }>[]
  satisfaction: Readonly<{ whole: Satisfaction; groups: readonly Satisfaction[] }>
  complaints: readonly TimedComplaint[]
  complaintSummary: ComplaintSummary
  reviews: readonly Readonly<{
    service: string
    heldOn: string
    nextOn: string
    attendees: readonly string[]
  }>[]
  actions: readonly ReviewAction[]
}>
