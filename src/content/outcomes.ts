import { join } from 'node:path'
import { z } from 'zod'
import { flawedPack } from './flawed-pack.ts'
import { openGuides } from './guides.ts'
import { readYaml } from './read.ts'

/** What is to come of it: delivery that is faster and more reliable, satisfied customers, fewer risks. */
export const OutcomeFamily = z.enum(['delivery', 'satisfaction', 'risk'])
export type OutcomeFamily = z.infer<typeof OutcomeFamily>

const Outcomes = z.strictObject({
  families: z
    .array(z.strictObject({ id: OutcomeFamily, kpis: z.array(z.string()).min(1) }))
    .length(OutcomeFamily.options.length),
})

/** Each family with the numbers of its KPIs. */
export type Outcomes = Readonly<z.infer<typeof Outcomes>['families']>

const opened = new Map<string, Outcomes>()

/** Opens content/outcomes.yaml once for the life of a program; a family that is missing or a KPI that is not in the library is refused. */
export function openOutcomes(content: string): Outcomes {
  const open = opened.get(content)
  if (open) return open
  const known = new Set(openGuides(content).kpis.map(({ id }) => id))
  const shape = Outcomes.superRefine(({ families }, context) => {
    for (const [at, { kpis }] of families.entries())
      for (const kpi of kpis.filter((one) => !known.has(one)))
        context.addIssue({
          code: 'custom',
          path: ['families', at, 'kpis'],
          message: `There is no ${kpi} in kpis.yaml.`,
        })
    if (new Set(families.map(({ id }) => id)).size < families.length)
      context.addIssue({ code: 'custom', path: ['families'], message: 'A family stands here twice.' })
  })
  const { value, problems } = readYaml(join(content, 'outcomes.yaml'), shape)
  if (value === undefined) throw flawedPack(problems)
  opened.set(content, value.families)
  return value.families
}
