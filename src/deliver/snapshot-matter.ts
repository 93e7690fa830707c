import type { Assessment } from '#assessment/assess.ts'
import { Refusal } from '#base/refusal.ts'
import type { ProcessModel } from '#content/process.ts'
import type { Collected } from '#evidence/collected.ts'
import type { Ingested } from '#ingest/ingested.ts'
import type { Record as KeptRecord } from '#registers/record.ts'

export type { SnapshotName } from './figures/snapshot-name.ts'

import { type DocumentedKind, documentedKinds, type FrozenDocumented } from './documented-matter.ts'
import type { PlannedRemedy } from './oscal.ts'
import type { PlaybookInput } from './playbook.ts'
import type { ProgrammeMatter } from './programme-matter.ts'

/** A KPI as it stood: its months, the range that is usual for it, and what it should reach. */
export type FrozenKpi = Readonly<{
  kpi: string
  title: string
  owner: string
  answers: 'share' | 'value'
  unit: string
  direction: string
  target: number | undefined
  points: readonly Readonly<{ period: string; number: number; n: number }>[]
  limits: Readonly<{ low: number; high: number }> | undefined
  openSignals: number
}>

/** A finding as it stood. */
export type FrozenFinding = Readonly<{
  id: string
  name: string
  title: string
  grade: string
  state: string
  isOpen: boolean
  owner: string
  dueOn: string | undefined
  requirements: readonly string[]
}>

/** A register as it stood. isForAll: whoever may read evidence may read its records too, so that a report may name them. */
export type FrozenRegister = Readonly<{
  register: string
  title: string
  isForAll: boolean
  records: readonly FrozenRecord[]
}>

/** A record as it stood. */
export type FrozenRecord = Pick<
  KeptRecord,
  'id' | 'serial' | 'number' | 'version' | 'label' | 'state' | 'data'
>

/** The process models that the organization agreed on, and the services that its tickets name. */
export type FrozenProcesses = Readonly<{ models: readonly ProcessModel[]; services: readonly string[] }>

/**
 * Everything that documents are made from, part by part, as a snapshot freezes it. What an organization does not have is
 * not among the parts.
 */
export type SnapshotMatter = Readonly<{
  assessment: Assessment
  evidence?: Collected
  tickets?: Ingested
  processes: FrozenProcesses
  programme: Omit<ProgrammeMatter, 'brand' | 'collected' | 'assessment' | 'snapshot'>
  improvement: Pick<PlaybookInput, 'certificate' | 'entries' | 'actions' | 'watched' | 'audits' | 'reviews'>
  kpis: readonly FrozenKpi[]
  findings: readonly FrozenFinding[]
  registers: readonly FrozenRegister[]
  remedies: readonly PlannedRemedy[]
  documented?: FrozenDocumented
}>
export type PartName = keyof SnapshotMatter

const wholeProgramme = ['programme', 'assessment', 'evidence'] as const
const drawn = {
  'gap report': ['programme', 'assessment', 'evidence', 'tickets', 'processes'],
  'process guidelines': ['programme', 'assessment', 'evidence', 'processes'],
  playbook: ['programme', 'assessment', 'evidence', 'processes', 'improvement'],
  'strategy framework': wholeProgramme,
  'implementation roadmap': wholeProgramme,
  'business case': wholeProgramme,
  'executive summary': wholeProgramme,
  'awareness deck': wholeProgramme,
  forms: ['programme'],
  oscal: ['programme', 'assessment', 'evidence', 'remedies'],
  'difference report': ['programme', 'assessment', 'evidence', 'kpis', 'findings', 'registers'],
} as const satisfies Readonly<Record<string, readonly PartName[]>>

/** The documents that are drawn from the figures of a snapshot; those that management signs are composed by the next chapter. */
export type DrawnDocument = keyof typeof drawn
export type SnapshotDocument = DrawnDocument | DocumentedKind

const signed = ['programme', 'registers', 'documented'] as const satisfies readonly PartName[]

/** The parts that each document is made from. */
export const partsOfDocument: Readonly<Record<SnapshotDocument, readonly PartName[]>> = {
  ...drawn,
  ...(Object.fromEntries(documentedKinds.map((kind) => [kind, signed])) as Record<
    DocumentedKind,
    typeof signed
  >), // one for each kind
}

/** The documents that have nothing to say before there is evidence. */
const needingEvidence: readonly SnapshotDocument[] = ['gap report', 'process guidelines', 'oscal']

/**
 * Refuses a document that a snapshot no longer has the data for, or never had. had: the parts that were frozen; missing:
 * those of them that were let go.
 */
export function demandParts(
  kind: SnapshotDocument,
  { number, had, missing }: Readonly<{ number: number; had: readonly string[]; missing: readonly string[] }>,
): void {
  if (had.length === 0)
    throw new Refusal(
      'not-found',
      `Snapshot ${number} holds the assessment only: it was taken before documents were made from snapshots. Take a new one.`,
    )
  const gone = partsOfDocument[kind].filter((part) => missing.includes(part))
  if (gone.length > 0)
    throw new Refusal(
      'not-found',
      `The data of snapshot ${number} were let go. Missing for this document: ${gone.map((part) => partWords[part]).join(', ')}. What was made of it before stays; for a new one choose a newer snapshot.`,
    )
  if (partsOfDocument[kind].includes('documented') && !had.includes('documented'))
    throw new Refusal(
      'not-found',
      `Snapshot ${number} was taken before documents that management signs were made from snapshots. Take a new one.`,
    )
  if (needingEvidence.includes(kind) && !had.includes('evidence'))
    throw new Refusal('not-found', 'There is no evidence yet to write about. Upload tickets first.')
}

/** What a part holds, in words. */
export const partWords: Readonly<Record<PartName, string>> = {
  assessment: 'the assessment with its proposals',
  evidence: 'what checks and measures said',
  tickets: 'what was read from tickets',
  processes: 'process models and services',
  programme: 'goals, plan, business case, risks and training',
  improvement: 'audits, reviews and actions',
  kpis: 'the series of KPIs',
  findings: 'findings',
  registers: 'registers',
  remedies: 'the dates of remedies',
  documented: 'audits, reviews, service levels and people',
}
