import { z } from 'zod'
import { Frozen } from '#assessment/snapshot.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'

/** A snapshot as it is listed. */
export const SnapshotHead = z.object({
  id: z.string(),
  /** Its version: snapshots of an organization are numbered. */
  number: z.number().int(),
  name: z.string(),
  baseline: z.string().optional(),
  label: z.string(),
  index: z.number().int(),
  sha256: z.string(),
  /** What it holds beside the assessment; older snapshots hold nothing else, and no document can be made from them. */
  parts: z.array(z.string()),
  isForDocuments: z.boolean(),
  frozenBy: z.string(),
  frozenAt: z.string(),
  /** How many records were changed since. */
  changes: z.number().int().optional(),
  /** The parts that were let go, and when by whom; absent where all is there. */
  missing: z.array(z.string()).optional(),
  pruning: z.object({ at: z.string(), by: z.string() }).optional(),
})

const Pair = z.object({ before: z.string().optional(), after: z.string().optional() })
const Level = z.object({ before: z.number().optional(), after: z.number().optional() })

/** What lies between two snapshots. */
export const DifferenceView = z.object({
  before: SnapshotHead,
  /** Absent where the later one is the assessment as it stands now. */
  after: SnapshotHead.optional(),
  index: z.object({ before: z.number(), after: z.number() }),
  label: z.object({ before: z.string(), after: z.string() }),
  caution: z.string().optional(),
  items: z.array(
    z.object({
      requirement: z.string(),
      title: z.string(),
      direction: z.enum(['better', 'worse', 'same', 'new', 'gone']),
      rating: Pair,
      proposed: Pair,
      evidenceLevel: Level,
    }),
  ),
  gates: z.array(Pair.extend({ id: z.string(), title: z.string() })),
  checks: z.array(Pair.extend({ check: z.string() })),
})

const OfSnapshot = InOrganization.extend({ snapshot: z.uuid() })

export const snapshotsApi = {
  'GET /api/organizations/:organization/snapshots': {
    summary: 'The frozen snapshots, newest first',
    allows: 'read readiness',
    params: InOrganization,
    query: PageQuery,
    answers: pageOf(SnapshotHead),
  },
  'POST /api/organizations/:organization/snapshots': {
    summary: 'Freeze everything as it stands, for documents and comparisons; a snapshot is never changed',
    allows: 'freeze snapshots',
    params: InOrganization,
    body: z.object({ name: text(200, 1) }),
    answers: SnapshotHead,
    created: true,
  },
  'POST /api/organizations/:organization/snapshots/prune': {
    summary:
      'Let go of what only snapshots before a day hold: their assessments stay, and so do documents made of them',
    allows: 'manage settings',
    params: InOrganization,
    body: z.object({ before: z.iso.date() }),
    answers: z.object({ snapshots: z.number().int(), texts: z.number().int() }),
  },
  'GET /api/organizations/:organization/snapshots/:snapshot': {
    summary: 'One snapshot; isWhole says whether its text still has the hash it was kept with',
    allows: 'read readiness',
    params: OfSnapshot,
    answers: SnapshotHead.extend({ isWhole: z.boolean(), frozen: Frozen }),
  },
  'GET /api/organizations/:organization/snapshots/:snapshot/document': {
    summary: 'The text of a snapshot, byte for byte as it was hashed',
    allows: 'read readiness',
    params: OfSnapshot,
    answers: 'file',
  },
  'GET /api/organizations/:organization/snapshots/:snapshot/difference': {
    summary: 'What changed between a snapshot and a later one, or the assessment as it stands',
    allows: 'read readiness',
    params: OfSnapshot,
    query: z.object({ to: z.uuid().optional() }),
    answers: DifferenceView,
  },
} as const satisfies Endpoints
