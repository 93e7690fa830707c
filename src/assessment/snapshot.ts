import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#access/trail.ts'
import { BaselineKind } from './baseline.ts'
import { compareRatings, Rating } from './rating.ts'

const Figure = z.object({
  index: z.number(),
  label: z.string(),
  cap: z.number(),
  rawLow: z.number(),
  rawHigh: z.number(),
  assessedShare: z.number(),
  evidenceShare: z.number(),
})

/** One requirement as it stood. */
export const FrozenItem = z.object({
  requirement: z.string(),
  clause: z.string(),
  title: z.string(),
  criticality: z.string(),
  rating: Rating,
  counted: Rating,
  proposed: Rating,
  status: z.string(),
  evidenceLevel: z.number(),
  rationale: z.string(),
  ratedBy: z.string().optional(),
  ratedAt: z.string().optional(),
  isSelf: z.boolean(),
  confirmedBy: z.string().optional(),
  confirmedAt: z.string().optional(),
  stated: z.record(z.string(), z.unknown()).optional(),
  evidence: z.array(
    z.object({ kind: z.string(), target: z.string(), title: z.string(), seenOn: z.string() }),
  ),
})
export type FrozenItem = Readonly<z.infer<typeof FrozenItem>>

/** What one check said, as it stood. */
export const FrozenResult = z.object({
  check: z.string(),
  verdict: z.string(),
  population: z.number(),
  met: z.number(),
  threshold: z.number(),
  share: z.number().optional(),
  interval: z.object({ low: z.number(), high: z.number() }).optional(),
  sqlHash: z.string(),
  dataHash: z.string(),
})

/** A whole assessment on one day, with everything that it was computed from named. */
export const Frozen = z.object({
  /** Those of the first format hold the assessment only: no document can be made from them. */
  format: z.union([z.literal(1), z.literal(2)]),
  organization: z.string(),
  baseline: z.object({ id: z.string(), name: z.string(), kind: BaselineKind, scope: z.string() }).optional(),
  on: z.string(),
  catalogue: z.string(),
  packVersion: z.string().optional(),
  weights: z.record(z.string(), z.number()),
  collection: z
    .object({ id: z.string(), period: z.object({ from: z.string(), to: z.string() }), dataHash: z.string() })
    .optional(),
  programme: z.record(z.string(), z.unknown()),
  readiness: Figure,
  proposed: Figure,
  gates: z.array(z.object({ id: z.string(), title: z.string(), colour: z.string(), because: z.string() })),
  items: z.array(FrozenItem),
  results: z.array(FrozenResult),
  /** Everything else that documents are made from: the name of each part with the SHA-256 of its text. */
  parts: z.record(z.string(), z.string()).optional(),
})
export type Frozen = Readonly<z.infer<typeof Frozen>>

/** The text that is kept and hashed: the same assessment always gives the same text. */
export function toText(frozen: Frozen): { text: string; sha256: string } {
  const text = canonical(frozen)
  return { text, sha256: hashOfText(text) }
}

/** SHA-256 of a snapshot's text. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What one thing was before and after; absent where it did not exist. */
type Pair = { readonly before: string | undefined; readonly after: string | undefined }

/** One requirement that stands otherwise; direction is that of the rating. */
export type ItemChange = Readonly<{
  requirement: string
  title: string
  direction: 'better' | 'worse' | 'same' | 'new' | 'gone'
  rating: Pair
  proposed: Pair
  evidenceLevel: { readonly before: number | undefined; readonly after: number | undefined }
}>

/** What lies between two snapshots; empty lists where nothing changed. */
export type Difference = Readonly<{
  index: { readonly before: number; readonly after: number }
  label: { readonly before: string; readonly after: string }
  /** Set where the two cannot be compared as they stand: another catalogue or other weights. */
  caution: string | undefined
  items: readonly ItemChange[]
  gates: readonly (Pair & { readonly id: string; readonly title: string })[]
  checks: readonly (Pair & { readonly check: string })[]
}>

/** The difference between two assessments: what stands otherwise in the later one. */
export function compare(before: Frozen, after: Frozen): Difference {
  return {
    index: { before: before.readiness.index, after: after.readiness.index },
    label: { before: before.readiness.label, after: after.readiness.label },
    caution: cautionOf(before, after),
    items: pair(before.items, after.items, ({ requirement }) => requirement).flatMap(changeOf),
    gates: pair(before.gates, after.gates, ({ id }) => id)
      .filter(([old, young]) => old?.colour !== young?.colour)
      .map(([old, young]) => ({
        id: (young ?? old)?.id ?? '',
        title: (young ?? old)?.title ?? '',
        before: old?.colour,
        after: young?.colour,
      })),
    checks: pair(before.results, after.results, ({ check }) => check)
      .filter(([old, young]) => old?.verdict !== young?.verdict)
      .map(([old, young]) => ({
        check: (young ?? old)?.check ?? '',
        before: old?.verdict,
        after: young?.verdict,
      })),
  }
}

function cautionOf(before: Frozen, after: Frozen): string | undefined {
  if (before.catalogue !== after.catalogue)
    return `They were made by two catalogues: ${before.catalogue}, and ${after.catalogue}.`
  if (canonical(before.weights) !== canonical(after.weights)) return 'They were made with different weights.'
  const [old, young] = [before.baseline?.kind, after.baseline?.kind]
  return old === young
    ? undefined
    : `One is a ${old ?? 'full'} assessment, the other a ${young ?? 'full'} one.`
}

/** Both of each name, in the order of the first list, then what only the second one has. */
function pair<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (one: T) => string,
): readonly (readonly [T | undefined, T | undefined])[] {
  const old = new Map(before.map((one) => [nameOf(one), one]))
  const young = new Map(after.map((one) => [nameOf(one), one]))
  const names = [...new Set([...old.keys(), ...young.keys()])]
  return names.map((name) => [old.get(name), young.get(name)] as const)
}

function changeOf([before, after]: readonly [
  FrozenItem | undefined,
  FrozenItem | undefined,
]): readonly ItemChange[] {
  const known = after ?? before
  if (!known) return []
  const isSame =
    before?.rating === after?.rating &&
    before?.proposed === after?.proposed &&
    before?.evidenceLevel === after?.evidenceLevel
  if (before && after && isSame) return []
  return [
    {
      requirement: known.requirement,
      title: known.title,
      direction: directionOf(before, after),
      rating: { before: before?.rating, after: after?.rating },
      proposed: { before: before?.proposed, after: after?.proposed },
      evidenceLevel: { before: before?.evidenceLevel, after: after?.evidenceLevel },
    },
  ]
}

function directionOf(before: FrozenItem | undefined, after: FrozenItem | undefined): ItemChange['direction'] {
  if (!before) return 'new'
  if (!after) return 'gone'
  const order = compareRatings(after.rating, before.rating)
  if (order === 0) return 'same'
  return order > 0 ? 'better' : 'worse'
}
