import { join } from 'node:path'
import { z } from 'zod'
import { flawedPack } from './flawed-pack.ts'
import { type Reading, readYaml } from './read.ts'
import { ClauseId } from './requirement.ts'

const Key = z.string().regex(/^[a-z]+$/)

/** Which own figures of the organization stand on a slide. */
const Shows = z.discriminatedUnion('what', [
  z.strictObject({ what: z.enum(['readiness', 'services', 'goals', 'owners', 'gates', 'gaps']) }),
  z.strictObject({
    what: z.literal('process'),
    /** Process models whose tickets are counted. */
    models: z.array(z.string()),
    kpis: z.array(z.string().regex(/^KPI-\d{3}$/)).min(1),
  }),
])
export type Shows = Readonly<z.infer<typeof Shows>>

const SlidePlan = z
  .strictObject({ id: Key, form: z.enum(['points', 'cards', 'steps']), shows: Shows.optional() })
  .refine(
    ({ form, shows }) => shows === undefined || form === 'points',
    'shows own figures beside points only',
  )
export type SlidePlan = Readonly<z.infer<typeof SlidePlan>>

/** A part of the deck: for whom it is, whose gaps it is about, and its slides. */
const Section = z.strictObject({
  id: Key,
  roles: z.array(Key).default([]),
  clauses: z.array(ClauseId).default([]),
  slides: z.array(SlidePlan).min(1),
})
export type Section = Readonly<z.infer<typeof Section>>

/** How the awareness deck is built; its words are sentences, its questions those of a course. */
export const AwarenessPlan = z
  .strictObject({ course: z.string(), roles: z.array(Key).min(1), sections: z.array(Section).min(3) })
  .superRefine(({ roles, sections }, context) => {
    for (const [at, section] of sections.entries())
      for (const role of section.roles)
        if (!roles.includes(role))
          context.addIssue({
            code: 'custom',
            path: ['sections', at, 'roles'],
            message: `${role} is no role of the deck. Add it to roles, or take it out here.`,
          })
    const ids = sections.map(({ id }) => id)
    if (new Set(ids).size < ids.length)
      context.addIssue({ code: 'custom', path: ['sections'], message: 'Two sections have the same id.' })
  })
export type AwarenessPlan = Readonly<z.infer<typeof AwarenessPlan>>

/** Reads how the deck is built, with every problem found on the way. */
export function readAwareness(content: string): Reading<AwarenessPlan> {
  return readYaml(join(content, 'awareness.yaml'), AwarenessPlan)
}

const opened = new Map<string, AwarenessPlan>()

/** Opens the plan of the deck once for the life of a program; refuses a pack with problems. */
export function openAwareness(content: string): AwarenessPlan {
  const open = opened.get(content)
  if (open) return open
  const { value, problems } = readAwareness(content)
  if (value === undefined) throw flawedPack(problems)
  opened.set(content, value)
  return value
}
