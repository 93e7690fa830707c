import type { TrainingOutlook } from '#adoption/training-outlook.ts'
import type { Assessment } from '#assessment/assess.ts'
import type { Brand } from '#base/brand.ts'
import type { Collected } from '#evidence/collected.ts'
import type { KeptAssumption } from '#finance/assumption.ts'
import type { CaseSettings } from '#finance/case.ts'
import type { KeptCase, KeptLine } from '#finance/case-store.ts'
import type { Plan } from '#roadmap/plan.ts'
import type { RoadmapSchedule } from '#roadmap/roadmap-schedule.ts'
import type { KeptDecision } from '#strategy/decision-store.ts'
import type { describeStrategy } from '#strategy/describe-strategy.ts'
import type { JudgedPhase } from '#strategy/programme-phase.ts'
import type { SnapshotName } from './figures/snapshot-name.ts'

/** A risk of the register, as far as a document names it. */
export type RiskLine = Readonly<{
  number: string
  title: string
  level: string
  owner: string
  state: string
}>

/** A business case as it travels in a file: its maps as lists. */
export type CaseOnTheWay = Readonly<{
  version: number
  settings: CaseSettings
  assumptions: readonly (readonly [string, KeptAssumption])[]
  lines: readonly (readonly [string, KeptLine])[]
}>

/** What the roadmap says: the schedule that was kept last, and whether something has changed since. */
export type RoadmapMatter = Readonly<{ schedule: RoadmapSchedule; plan: Plan; isStale: boolean }>

/**
 * Everything that the documents of a programme are made from, read at one moment. What an organization has not written,
 * planned or computed is absent, and a document says so.
 */
export type ProgrammeMatter = Readonly<{
  organization: string
  /** The day on the documents. */
  madeOn: string
  /** Version of the content pack. */
  version: string
  /** How the organization wants its documents to look; absent while nobody has chosen. */
  brand?: Brand | undefined
  /** What its documents are made from, where they are made from a snapshot. */
  snapshot?: SnapshotName | undefined
  collected?: Collected
  assessment: Assessment
  /** SHA-256 over the figures that a decision would be signed on. */
  seal?: string
  signed?: KeptDecision
  strategy?: ReturnType<typeof describeStrategy>
  phases?: readonly JudgedPhase[]
  roadmap?: RoadmapMatter
  businessCase?: CaseOnTheWay
  risks?: readonly RiskLine[]
  training?: TrainingOutlook
}>

/** Puts a case on its way. */
export function caseAsLists({ version, settings, assumptions, lines }: KeptCase): CaseOnTheWay {
  return { version, settings, assumptions: [...assumptions], lines: [...lines] }
}

/** A case that has arrived. */
export function caseOfLists({ version, settings, assumptions, lines }: CaseOnTheWay): KeptCase {
  return { version, settings, assumptions: new Map(assumptions), lines: new Map(lines) }
}
