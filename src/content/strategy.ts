import { join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { flawedPack } from './flawed-pack.ts'
import type { Library } from './library.ts'
import { openLibrary } from './library.ts'
import { type Reading, readYaml } from './read.ts'
import { knownIn, type SectorProfile, SizeFile, type SizeProfile, sectorFile } from './tailoring.ts'

/** The side from which a balanced scorecard looks at a goal. */
export const Perspective = z.enum(['financial', 'customer', 'process', 'learning'])
export type Perspective = z.infer<typeof Perspective>

const Id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is small letters and hyphens')

/** A rule by which a criterion of a phase is judged from the records. */
export const Rule = z.enum([
  'sponsor named',
  'gate',
  'evidence collected',
  'share rated',
  'accepted gaps',
  'goals',
  'complete goals',
  'critical services aligned',
  'alignment coverage',
  'policy in force',
  'rated risks',
  'decision is go',
  'roadmap planned',
  'date probability',
  'case computed',
  'training planned',
  'roles filled',
  'tools judged',
])
export type Rule = z.infer<typeof Rule>

const bounded: readonly Rule[] = [
  'share rated',
  'accepted gaps',
  'goals',
  'alignment coverage',
  'rated risks',
  'date probability',
]

/** What has to be true before a phase begins or is signed off; without a rule a person states it. */
export const Criterion = z
  .strictObject({
    id: Id,
    title: z.string().min(8),
    rule: Rule.optional(),
    at_least: z.number().positive().optional(),
    /** The gate of the assessment model that the rule of this name looks at. */
    gate: z
      .string()
      .regex(/^G([1-9]|1[0-2])$/)
      .optional(),
  })
  .refine(({ rule, gate }) => (rule === 'gate') === (gate !== undefined), {
    message: 'the rule gate names a gate, and no other rule does',
    path: ['gate'],
  })
  .refine(({ rule, at_least: bound }) => (rule ? bounded.includes(rule) : false) === (bound !== undefined), {
    message: `at_least stands with one of: ${bounded.join(', ')}`,
    path: ['at_least'],
  })
export type Criterion = Readonly<z.infer<typeof Criterion>>

/** One phase of the programme. */
export const Phase = z.strictObject({
  id: Id,
  title: z.string().min(8),
  says: z.string().min(12),
  entry: z.array(Criterion),
  exit: z.array(Criterion).min(1),
})
export type Phase = Readonly<z.infer<typeof Phase>>

const PhaseFile = z.strictObject({ phases: z.array(Phase).length(4) }).superRefine(({ phases }, context) => {
  const seen = new Set<string>()
  for (const [place, phase] of phases.entries())
    for (const side of ['entry', 'exit'] as const)
      for (const [at, { id }] of phase[side].entries()) {
        if (seen.has(id))
          context.addIssue({
            code: 'custom',
            path: ['phases', place, side, at, 'id'],
            message: `${id} is used twice`,
          })
        seen.add(id)
      }
})

type Known = Readonly<{
  clauses: ReadonlySet<string>
  measures: ReadonlySet<string>
  columns: ReadonlySet<string>
}>

function themeFile({ clauses, measures }: Known) {
  const Theme = z.strictObject({
    id: Id,
    title: z.string().min(4),
    says: z.string().min(20),
    perspective: Perspective,
    example: z.string().min(12),
    clauses: knownIn(clauses, 'clause'),
    measures: knownIn(measures, 'measure'),
  })
  return z.strictObject({ themes: z.array(Theme).min(1) })
}
/** A theme of goals with the clauses and measures that go with it. */
export type Theme = Readonly<z.infer<ReturnType<typeof themeFile>>['themes'][number]>

function principleFile({ clauses }: Pick<Known, 'clauses'>) {
  const Principle = z.strictObject({
    id: Id,
    title: z.string().min(8),
    says: z.string().min(20),
    clauses: knownIn(clauses, 'clause'),
  })
  return z.strictObject({ principles: z.array(Principle).min(3) })
}
/** A rule of conduct that a strategy proposes, with what follows from it for daily work. */
export type Principle = Readonly<z.infer<ReturnType<typeof principleFile>>['principles'][number]>

const Share = z.number().positive().max(2)
const Option = z.strictObject({
  id: Id,
  title: z.string().min(8),
  says: z.string().min(20),
  suits: z.string().min(8),
  conditions: z.array(z.string().min(12)).min(1),
  /** Shares of the own effort that the catalogue asks of an organization of this size. */
  effort: z
    .strictObject({ low: Share, likely: Share, high: Share })
    .refine(({ low, likely, high }) => low <= likely && likely <= high, {
      message: 'low, likely and high have to stand in this order',
    }),
  months: z.number().int().positive(),
  risk: z.enum(['low', 'medium', 'high']),
  risk_says: z.string().min(12),
})
const OptionFile = z.strictObject({ options: z.array(Option).min(3) })
/** A way by which an organization can come to conformity. */
export type StrategyOption = Readonly<z.infer<typeof Option>>

const Shape = z.enum(['list', 'log', 'history', 'record'])

function capabilityFile({ clauses, columns }: Known) {
  const Capability = z.strictObject({
    id: Id,
    clause: z
      .string()
      .refine((id) => clauses.has(id), { error: ({ input }) => `there is no clause ${input}` }),
    title: z.string().min(12),
    /** Columns of canonical tables that show it; without needs and shape people state it. */
    needs: knownIn(columns, 'column').default([]),
    shape: z.array(Shape).min(1).optional(),
  })
  return z.strictObject({ capabilities: z.array(Capability).min(1) })
}
/** One thing that a tool of service management is judged on. */
export type Capability = Readonly<z.infer<ReturnType<typeof capabilityFile>>['capabilities'][number]>

/** What the pack knows of strategy: themes, phases, capabilities of tools, profiles. */
export type StrategyContent = Readonly<{
  themes: readonly Theme[]
  principles: readonly Principle[]
  phases: readonly Phase[]
  options: readonly StrategyOption[]
  capabilities: readonly Capability[]
  sizes: readonly SizeProfile[]
  sectors: readonly SectorProfile[]
}>

/** Reads it, with every problem at its file and line. */
export function readStrategy(
  content: string,
  library: Pick<Library, 'catalogue' | 'questions'>,
): Readonly<{ value: StrategyContent; problems: readonly Problem[] }> {
  const known = knownOf(library)
  const problems: Problem[] = []
  const take = <T>(reading: Reading<T>): T | undefined => {
    problems.push(...reading.problems)
    return reading.value
  }
  const file = (...path: string[]) => join(content, ...path)
  const themes = take(readYaml(file('strategy', 'themes.yaml'), themeFile(known)))
  const principles = take(readYaml(file('strategy', 'principles.yaml'), principleFile(known)))
  const phases = take(readYaml(file('strategy', 'phases.yaml'), PhaseFile))
  const options = take(readYaml(file('strategy', 'options.yaml'), OptionFile))
  const capabilities = take(readYaml(file('strategy', 'capabilities.yaml'), capabilityFile(known)))
  const sizes = take(readYaml(file('profiles', 'sizes.yaml'), SizeFile))
  const sectors = take(readYaml(file('profiles', 'sectors.yaml'), sectorFile(known.clauses, known.measures)))
  return {
    value: {
      themes: themes?.themes ?? [],
      principles: principles?.principles ?? [],
      phases: phases?.phases ?? [],
      options: options?.options ?? [],
      capabilities: capabilities?.capabilities ?? [],
      sizes: sizes?.sizes ?? [],
      sectors: sectors?.sectors ?? [],
    },
    problems,
  }
}

const opened = new Map<string, StrategyContent>()

/** Opens it once for the life of the program; refused when a file of it cannot be used. */
export function openStrategy(content: string): StrategyContent {
  const open = opened.get(content)
  if (open) return open
  const { value, problems } = readStrategy(content, openLibrary(content))
  if (problems.length > 0) throw flawedPack(problems)
  opened.set(content, value)
  return value
}

/** Columns are known under their table, and those of tickets also under each type of ticket. */
function knownOf({ catalogue, questions }: Pick<Library, 'catalogue' | 'questions'>): Known {
  const { tables } = questions.tables
  const types = (tables.ticket?.columns.type?.means ?? '').replace(/^[^:]*: /, '').split(', ')
  const columns = Object.entries(tables).flatMap(([table, { columns: own }]) =>
    Object.keys(own).flatMap((column) =>
      (table === 'ticket' ? ['ticket', ...types] : [table]).map((name) => `${name}.${column}`),
    ),
  )
  return {
    clauses: new Set(catalogue.clauses.map(({ id }) => id)),
    measures: new Set(questions.measures.map(({ id }) => id)),
    columns: new Set(columns),
  }
}
