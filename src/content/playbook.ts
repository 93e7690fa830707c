import { join } from 'node:path'
import { z } from 'zod'
import { flawedPack } from './flawed-pack.ts'
import { type Reading, readYaml } from './read.ts'
import { ClauseId, RequirementId } from './requirement.ts'

const Text = z.string().min(2)

/** One quarter of the improvement cycle: what is done, who does it and who decides. */
const CycleStep = z.strictObject({
  step: z.enum(['plan', 'do', 'check', 'act']),
  does: Text,
  who: Text,
  decides: Text,
  leaves: Text,
  clauses: z.array(ClauseId).min(1),
})

/** One thing by which opportunities are compared, with what earns no points and all of them. */
const ChoiceCriterion = z.strictObject({
  name: Text,
  asks: Text,
  none: Text,
  full: Text,
  weight: z.number().int().positive(),
})

/** A form to copy and fill in. */
const Form = z.strictObject({
  title: Text,
  for: Text,
  requirements: z.array(RequirementId).min(1),
  fields: z.array(z.strictObject({ name: Text, hint: Text })).min(3),
})

/** What the continuous improvement playbook says whatever the organization. */
export const PlaybookText = z.strictObject({
  cycle: z
    .array(CycleStep)
    .refine(
      (steps) => steps.map(({ step }) => step).join() === 'plan,do,check,act',
      'is plan, do, check, act',
    ),
  criteria: z.array(ChoiceCriterion).min(3),
  forms: z.array(Form).min(1),
})
export type PlaybookText = Readonly<z.infer<typeof PlaybookText>>

/** Reads what the playbook says, with every problem found on the way. */
export function readPlaybookText(content: string): Reading<PlaybookText> {
  return readYaml(join(content, 'playbook.yaml'), PlaybookText)
}

const opened = new Map<string, PlaybookText>()

/** Opens what the playbook says once for the life of a program; refuses a pack with problems. */
export function openPlaybookText(content: string): PlaybookText {
  const open = opened.get(content)
  if (open) return open
  const { value, problems } = readPlaybookText(content)
  if (value === undefined) throw flawedPack(problems)
  opened.set(content, value)
  return value
}
