import { z } from 'zod'
import { Frozen } from '#assessment/snapshot.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'

/** A snapshot as it is listed. */
export const SnapshotHead = z.object({
  id: z.string(),
  name: z.string(),
  baseline: z.string().optional(),
  label: z.string(),
  index: z.number().int(),
  sha256: z.string(),
  frozenBy: z.string(),
  frozenAt: z.string(),
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
    summary: 'Freeze the assessment as it stands; a snapshot is never changed',
    allows: 'freeze snapshots',
    params: InOrganization,
    body: z.object({ name: text(200, 1) }),
    answers: SnapshotHead,
    created: true,
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
