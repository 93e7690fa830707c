import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { flawedPack } from './flawed-pack.ts'
import { type Chapter, readChapters } from './handbook.ts'
import { filesBelow, readYaml } from './read.ts'
import { Perspective } from './strategy.ts'

const Text = z.string().min(2)
const RequirementId = z.string().regex(/^\d+(\.\d+)*-[a-z]+$/)
const KpiId = z.string().regex(/^KPI-\d{3}$/)

/** Who does what: exactly one role answers for an activity. */
const Activity = z.strictObject({
  name: Text,
  inputs: Text,
  outputs: Text,
  responsible: Text,
  accountable: z
    .string()
    .min(2)
    .refine((role) => !/[,;]| and /.test(role), 'One role is accountable for an activity, not several.'),
  consulted: Text.optional(),
  informed: Text.optional(),
})
export type Activity = Readonly<z.infer<typeof Activity>>

/** What the guide of a process says, whatever the organization; its own names and figures are added when it is written. */
export const Guide = z.strictObject({
  title: Text,
  clauses: z.array(z.string().regex(/^\d+(\.\d+)*$/)).min(1),
  /** The process models that its flow and rules come from. */
  models: z.array(z.string().regex(/^[a-z_]+$/)),
  purpose: Text,
  scope: z.strictObject({ in: Text, out: Text }),
  roles: z.array(z.strictObject({ role: Text, duty: Text })).min(1),
  activities: z.array(Activity).min(3),
  records: z.array(Text).min(1),
  interfaces: z.array(z.strictObject({ with: Text, passes: Text.optional() })),
  pitfalls: z.array(Text),
  small_organization: Text,
  requirements: z.array(RequirementId).min(1),
  kpis: z.array(KpiId).min(2),
})
export type Guide = Readonly<z.infer<typeof Guide>>

/** A guide with its id, which is the name of its file, and its chapters where it has been written to full length. */
export type NamedGuide = Guide & Readonly<{ id: string; chapters: readonly Chapter[] }>

/** One measure of the library; target is a suggestion in words, and target_source says whose. */
const Kpi = z.strictObject({
  id: KpiId,
  title: Text,
  process: Text,
  clause: z.string(),
  formula: Text,
  unit: z.string(),
  direction: z.enum(['up', 'down', 'neutral', 'to zero']),
  target: z.string(),
  target_source: z.string(),
  cadence: z.string(),
  requirements: z.array(RequirementId),
  headline: z.boolean().default(false),
  note: z.string().optional(),
  /** What of registers, surveys, ratings and plans gives its figure; absent where a measure or check names it. */
  facts: z.string().optional(),
  /** What nobody supplies, where nothing computes it. */
  needs: Text.optional(),
})

/** A KPI with the perspective of the balanced scorecard that its process belongs to. */
export type Kpi = Readonly<z.infer<typeof Kpi> & { perspective: Perspective }>

/** The guides and the library of measures, each KPI and requirement of a guide being one that exists. */
export type GuideShelf = Readonly<{ guides: readonly NamedGuide[]; kpis: readonly Kpi[] }>

const KpiFile = z
  .strictObject({ perspectives: z.record(Perspective, z.array(z.string()).min(1)), kpis: z.array(Kpi) })
  .superRefine(({ perspectives, kpis }, context) => {
    for (const [at, { process }] of kpis.entries())
      if (!Object.values(perspectives).some((processes) => processes.includes(process)))
        context.addIssue({
          code: 'custom',
          path: ['kpis', at, 'process'],
          message: `${process} belongs to no perspective.`,
        })
  })

function withPerspective({ perspectives, kpis }: z.infer<typeof KpiFile>): readonly Kpi[] {
  return kpis.map((kpi) => ({
    ...kpi,
    perspective: Perspective.options.find((one) => perspectives[one].includes(kpi.process)) ?? 'process',
  }))
}

/** In which order the guides stand in the volume: as their clauses do. */
function byClause(one: NamedGuide, other: NamedGuide): number {
  const [left, right] = [one, other].map(({ clauses }) => (clauses[0] ?? '').split('.').map(Number))
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return one.id < other.id ? -1 : 1
}

/** Reads the guides of a pack, with every problem found on the way. */
export function readGuides(content: string): { shelf: GuideShelf; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const library = readYaml(join(content, 'kpis.yaml'), KpiFile)
  problems.push(...library.problems)
  const kpis = library.value ? withPerspective(library.value) : []
  const known = new Set(kpis.map(({ id }) => id))
  const guides = filesBelow(join(content, 'guides'), '.yaml').flatMap((path): NamedGuide[] => {
    const schema = library.value
      ? Guide.superRefine((guide, context) => needKnown(guide, known, context))
      : Guide
    const { value, problems: own } = readYaml(path, schema)
    problems.push(...own)
    if (!value) return []
    const id = basename(path, '.yaml')
    const { chapters, problems: found } = readChapters(content, id)
    problems.push(...found)
    return [{ id, ...value, chapters }]
  })
  return { shelf: { guides: guides.toSorted(byClause), kpis }, problems }
}

function needKnown(guide: Guide, known: ReadonlySet<string>, context: z.RefinementCtx): void {
  for (const [at, kpi] of guide.kpis.entries())
    if (!known.has(kpi))
      context.addIssue({ code: 'custom', path: ['kpis', at], message: `There is no ${kpi} in kpis.yaml.` })
}

const opened = new Map<string, GuideShelf>()

/** Opens the guides once for the life of a program; refuses a pack with problems. */
export function openGuides(content: string): GuideShelf {
  const open = opened.get(content)
  if (open) return open
  const { shelf, problems } = readGuides(content)
  if (problems.length > 0) throw flawedPack(problems)
  opened.set(content, shelf)
  return shelf
}
