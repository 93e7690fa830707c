import { join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { flawedPack } from './flawed-pack.ts'
import { type Library, openLibrary } from './library.ts'
import { readYaml } from './read.ts'
import { knownIn } from './tailoring.ts'

const Id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is small letters and hyphens')

/** How often something is done again. */
export const Cadence = z.enum(['monthly', 'quarterly', 'half-yearly', 'yearly'])
export type Cadence = z.infer<typeof Cadence>

/** The step of plan, do, check, act that something belongs to. */
export const Step = z.enum(['plan', 'do', 'check', 'act'])
export type Step = z.infer<typeof Step>

/** What is kept by itself and proves a duty. */
export const KeptProof = z.enum([
  'review',
  'audit',
  'snapshot',
  'survey',
  'collection',
  'alignment',
  'training',
  'process review',
  'service level review',
  'service report',
])
export type KeptProof = z.infer<typeof KeptProof>

const RegisterProof = z.strictObject({
  register: z.string(),
  field: z.string(),
  where: z.record(z.string(), z.string()).default({}),
  states: z.array(z.string()).min(1).optional(),
  /** Of documents: the piece of documented information that they have to be. */
  covers: z.string().optional(),
})
/** A day in the records of a register that proves a duty. */
export type RegisterProof = Readonly<z.infer<typeof RegisterProof>>

/** On which side a figure gets better. */
export const Good = z.enum(['up', 'down', 'neutral'])
export type Good = z.infer<typeof Good>

type Known = Readonly<{
  clauses: ReadonlySet<string>
  requirements: ReadonlySet<string>
  measures: ReadonlySet<string>
  documents: ReadonlySet<string>
  checks: ReadonlySet<string>
}>

function dutyFile(known: Known) {
  const Proof = z.union([
    RegisterProof,
    z.strictObject({ measure: one(known.measures, 'measure') }),
    z.strictObject({ kept: KeptProof }),
  ])
  const Duty = z.strictObject({
    id: Id,
    title: z.string().min(8),
    clause: one(known.clauses, 'clause'),
    requirements: knownIn(known.requirements, 'requirement'),
    cadence: Cadence,
    /** Days after the end of the time within which it still counts. */
    grace: z.number().int().min(0).max(60),
    step: Step,
    /** The process model whose cycle it is. */
    model: z
      .string()
      .regex(/^[a-z_]+$/)
      .optional(),
    documents: knownIn(known.documents, 'documented information').default([]),
    proved_by: z.array(Proof).default([]),
  })
  return z.strictObject({ duties: z.array(Duty).min(1).superRefine(noTwice) })
}
/** Something that has to be done again and again, and what proves that it was. */
export type Duty = Readonly<z.infer<ReturnType<typeof dutyFile>>['duties'][number]>

function inputFile(known: Known) {
  const Figure = z
    .strictObject({
      id: z.string().regex(/^[a-z]+\.[a-z]+$/),
      title: z.string().min(4),
      measure: one(known.measures, 'measure').optional(),
      fact: z.string().optional(),
      unit: z.string().optional(),
      good: Good,
    })
    .refine(({ measure, fact }) => (measure === undefined) !== (fact === undefined), {
      message: 'is a measure or a fact, one of them',
    })
  const Input = z.strictObject({
    id: Id,
    title: z.string().min(4),
    asks: z.string().min(12),
    requirements: knownIn(known.requirements, 'requirement'),
    figures: z.array(Figure).min(1),
  })
  return z.strictObject({ inputs: z.array(Input).min(1).superRefine(noTwice) })
}
/** One input of a management review, with the figures it is shown with. */
export type ReviewInput = Readonly<z.infer<ReturnType<typeof inputFile>>['inputs'][number]>

/** From 1 to 5, as in the register; a proposal that people change. */
const OneToFive = z.number().int().min(1).max(5)

function quickWinFile(known: Known) {
  const QuickWin = z
    .strictObject({
      id: Id,
      title: z.string().min(12),
      measure: one(known.measures, 'measure').optional(),
      /** Proposed when the mean of the last months of the measure lies above this bound. */
      above: z.number().optional(),
      /** The check whose exceptions are the tickets; alone, it is proposed when it has any. */
      check: one(known.checks, 'check').optional(),
      says: z.string().min(20),
      do: z.string().min(20),
      value: OneToFive,
      effort: OneToFive,
      risk: OneToFive,
      clauses: knownIn(known.clauses, 'clause'),
    })
    .refine(({ measure, check }) => measure !== undefined || check !== undefined, {
      message: 'names a measure, a check, or both',
    })
    .refine(({ measure, above }) => (measure === undefined) === (above === undefined), {
      message: 'above stands with measure',
      path: ['above'],
    })
  return z.strictObject({ quick_wins: z.array(QuickWin).min(1).superRefine(noTwice) })
}
/** What a measure shows that could become better with little effort. */
export type QuickWin = Readonly<z.infer<ReturnType<typeof quickWinFile>>['quick_wins'][number]>

/** What the pack knows of improvement: duties, inputs of reviews, quick wins. */
export type ImprovementContent = Readonly<{
  duties: readonly Duty[]
  inputs: readonly ReviewInput[]
  quickWins: readonly QuickWin[]
}>

/** Reads it, with every problem at its file and line. */
export function readImprovement(
  content: string,
  library: Pick<Library, 'catalogue' | 'questions'>,
): Readonly<{ value: ImprovementContent; problems: readonly Problem[] }> {
  const known = knownOf(library)
  const file = (name: string) => join(content, 'improvement', name)
  const duties = readYaml(file('duties.yaml'), dutyFile(known))
  const inputs = readYaml(file('review-inputs.yaml'), inputFile(known))
  const quickWins = readYaml(file('quick-wins.yaml'), quickWinFile(known))
  return {
    value: {
      duties: duties.value?.duties ?? [],
      inputs: inputs.value?.inputs ?? [],
      quickWins: quickWins.value?.quick_wins ?? [],
    },
    problems: [...duties.problems, ...inputs.problems, ...quickWins.problems],
  }
}

const opened = new Map<string, ImprovementContent>()

/** Opens it once for the life of the program; refused when a file of it cannot be used. */
export function openImprovement(content: string): ImprovementContent {
  const open = opened.get(content)
  if (open) return open
  const { value, problems } = readImprovement(content, openLibrary(content))
  if (problems.length > 0) throw flawedPack(problems)
  opened.set(content, value)
  return value
}

function knownOf({ catalogue, questions }: Pick<Library, 'catalogue' | 'questions'>): Known {
  return {
    clauses: new Set(catalogue.clauses.map(({ id }) => id)),
    requirements: new Set(catalogue.requirements.map(({ id }) => id)),
    measures: new Set(questions.measures.map(({ id }) => id)),
    documents: new Set(catalogue.documents.map(({ id }) => id)),
    checks: new Set(questions.checks.map(({ id }) => id)),
  }
}

function one(known: ReadonlySet<string>, what: string) {
  return z.string().refine((id) => known.has(id), { error: ({ input }) => `there is no ${what} ${input}` })
}

function noTwice(items: readonly { id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>()
  for (const [at, { id }] of items.entries()) {
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [at, 'id'], message: `${id} is used twice` })
    seen.add(id)
  }
}
