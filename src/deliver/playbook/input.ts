import type { Assessment } from '#assessment/assess.ts'
import type { Brand } from '#base/brand.ts'
import type { GuideShelf } from '#content/guides.ts'
import type { Duty } from '#content/improvement.ts'
import type { PlaybookText } from '#content/playbook.ts'
import type { ProcessModel } from '#content/process.ts'
import type { Collected } from '#evidence/collected.ts'
import type { DatedEntry } from '#improvement/calendar.ts'
import type { Catalogue } from '../figures/input.ts'
import type { SnapshotName } from '../figures/snapshot-name.ts'
import type { Speech } from '../speech.ts'

/** Something that somebody has to do: an improvement, a corrective action, a decision, a task. */
export type OpenAction = Readonly<{
  key: string
  title: string
  owner: string
  due: string | undefined
  state: string
  isOpen: boolean
}>

/** Actions of one kind, as the registers hold them; undefined where the organization keeps none of this kind yet. */
export type ActionGroup = Readonly<{ title: string; items: readonly OpenAction[] | undefined }>

/** One audit of the organization's programme. */
export type ProgrammeAudit = Readonly<{
  key: string
  title: string
  on: string | undefined
  auditors: string
  state: string
}>

/** A KPI that the organization watches: its target, its newest month, and the control limits that hold for it. */
export type WatchedKpi = Readonly<{
  id: string
  title: string
  owner: string
  cadence: string
  answers: 'share' | 'value'
  unit: string
  target: number | undefined
  isReached: boolean | undefined
  latest: Readonly<{ period: string; number: number; n: number }> | undefined
  limits: Readonly<{ low: number; high: number }> | undefined
  whyNoLimits: string | undefined
  openSignals: number
}>

/** A day on which something of the cycle is due or was done. */
export type DatedActivity = Readonly<{ on: string; title: string; state: string }>

/**
 * Everything the playbook is made from. certificate: the day of the decision, as issued, agreed in the roadmap or wanted in the
 * settings; entries: what waits on the page Calendar beside duties. What is undefined does not exist yet, and the document says so.
 */
export type PlaybookInput = Readonly<{
  speech: Speech
  organization: string
  madeOn: string
  version: string
  brand?: Brand | undefined
  snapshot?: SnapshotName | undefined
  shelf: GuideShelf
  text: PlaybookText
  duties: readonly Duty[]
  models: readonly ProcessModel[]
  catalogue: Catalogue
  collected?: Collected | undefined
  assessment?: Assessment | undefined
  certificate?:
    | Readonly<{ on: string; basis: 'issued' | 'agreed in the roadmap' | 'wanted in the settings' }>
    | undefined
  actions: readonly ActionGroup[]
  watched?: readonly WatchedKpi[] | undefined
  audits?: readonly ProgrammeAudit[] | undefined
  reviews?: readonly DatedActivity[] | undefined
  entries?: readonly DatedEntry[] | undefined
}>
