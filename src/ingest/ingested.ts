import type { Problem } from '#base/problem.ts'
import type { ProcessModel } from '#content/process.ts'
import type { Recognition } from '#content/recognition.ts'
import type { Tables } from '#content/table.ts'
import type { DayOrder } from './mapping.ts'
import type { StateProposal } from './propose-states.ts'

/** What an import is asked to do. */
export type Request = Readonly<{
  inputs: readonly string[]
  folder: string
  mapping?: string
  timezone?: string
  dayOrder?: DayOrder
  /** The order of day and month by the name of a file, where people answered it for that file. */
  dayOrders?: Readonly<Record<string, DayOrder>>
  /** Zones in which a time is shown when it has to be asked in which it was written. */
  likelyZones?: readonly string[]
  /** Files that are taken out of the archive, by their hash. */
  without?: readonly string[]
  threads?: number
  memory?: string
}>

/** The knowledge an import needs of the content pack. */
export type Knowledge = Readonly<{
  tables: Tables
  recognition: Recognition
  models: readonly ProcessModel[]
}>

/** Told as the work goes on: the stage, and how far it is where that is known. */
export type Progress = (stage: string, done?: number, of?: number) => void

/** What an import came to; kept in the workspace as ingest.json. */
export type Ingested = Readonly<{
  files: readonly {
    file: string
    table: string
    sha256: string
    format: string
    rows: number
    read_as: string
    shape: string
    type: string | undefined
    is_new: boolean
  }[]
  counts: Readonly<Record<string, number>>
  states: readonly StateProposal[]
  supplied: readonly string[]
  problems: readonly CountedProblem[]
  timezone: string | undefined
  data_from: string
  data_until: string
  fill: readonly { type: string; column: string; filled: number; of: number }[]
}>

/** A problem with how often it was seen and where it was seen first. */
export type CountedProblem = Problem & {
  readonly count: number
  readonly sample: readonly { file: string; line?: number; ticket?: string; detail: string }[]
}
