import { z } from 'zod'

const Words = z.array(z.string().min(3)).min(1)

/** Roles that one person may hold together, or that must be held apart, with the reason. */
const RoleRule = z.strictObject({ roles: z.array(z.string().min(3)).min(2), because: z.string().min(12) })

/** What changes with the size of an organization, in rules that people read. */
export const SizeProfile = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  title: z.string().min(4),
  reference_it_staff: z.number().int().positive(),
  /** IT staff up to which it holds; the last profile has none. */
  up_to: z.number().int().positive().optional(),
  questions: z.enum(['quick scan', 'full']),
  because: z.string().min(12),
  guide: z.string().min(4),
  /** With how many people at least the roles can be filled. */
  roles_at_least: z.number().int().positive(),
  combines: z.array(RoleRule),
  apart: z.array(RoleRule),
  examples: Words,
})
export type SizeProfile = Readonly<z.infer<typeof SizeProfile>>

/** sizes.yaml: profiles in rising order; every one but the last says up to where it holds. */
export const SizeFile = z
  .strictObject({ sizes: z.array(SizeProfile).min(1) })
  .superRefine(({ sizes }, context) => {
    for (const [place, { up_to: bound }] of sizes.entries()) {
      const before = sizes[place - 1]?.up_to ?? 0
      const isLast = place === sizes.length - 1
      if (isLast === (bound === undefined) && (bound === undefined || bound > before)) continue
      context.addIssue({
        code: 'custom',
        path: ['sizes', place, 'up_to'],
        message: 'must rise from profile to profile, and only the last has none',
      })
    }
  })

/** sectors.yaml: what a sector adds; hints only. Clauses and measures are those that the pack knows. */
export function sectorFile(clauses: ReadonlySet<string>, measures: ReadonlySet<string>) {
  return z.strictObject({ sectors: z.array(sectorOf(clauses, measures)).min(1) })
}
export type SectorProfile = Readonly<z.infer<ReturnType<typeof sectorOf>>>

function sectorOf(clauses: ReadonlySet<string>, measures: ReadonlySet<string>) {
  return z.strictObject({
    id: z.string().regex(/^[a-z-]+$/),
    title: z.string().min(4),
    duties: Words,
    watch: z.strictObject({ clauses: knownIn(clauses, 'clause'), because: z.string().min(12) }),
    measures: knownIn(measures, 'measure'),
    example: z.string().min(12),
  })
}

/** A list of ids that stand in the pack; one that does not is a problem at its line. */
export function knownIn(known: ReadonlySet<string>, what: string) {
  return z
    .array(z.string().refine((id) => known.has(id), { error: ({ input }) => `there is no ${what} ${input}` }))
    .min(1)
}
