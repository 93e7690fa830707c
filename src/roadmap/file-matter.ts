import type { Sentences } from '#content/sentences.ts'
import type { Plan } from './plan.ts'
import type { RoadmapSchedule } from './roadmap-schedule.ts'

/** What a day of a role costs, by kind of role, in a currency. */
export type DayRates = Readonly<{ currency: string; internal?: number; external?: number }>

/** A roadmap that is to be written, whose it is, and the instant it was planned. */
export type FileMatter = Readonly<{
  schedule: RoadmapSchedule
  plan: Plan
  organization: string
  name: string
  plannedAt: string
  /** What the file is made from, in words; absent where it is made from how things stand. */
  madeFrom?: string
  /** The sentences of the workbook in its language. */
  words: Sentences
  /** What a day costs, where a business case says it. */
  rates?: DayRates
}>
