import assert from 'node:assert'
import { z } from 'zod'

const Id = z.string().regex(/^[a-z][a-z0-9_]*$/)
const Step = z.string().regex(/^[a-z][a-z0-9_]*>[a-z][a-z0-9_]*$/)
const Words = z.record(z.string(), Id)
const Param = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])

/** Whether the service level clock runs in a state; a proposal, the pause rule of the agreed target wins. */
export const Clock = z.enum(['running', 'paused', 'stopped', 'none'])
export type Clock = z.infer<typeof Clock>

/** A station of a case; `optional` ones may be passed by, `added` ones are not in the stricter ideal. */
export const State = z.strictObject({
  id: Id,
  meaning: z.string(),
  clock: Clock,
  optional: z.boolean().default(false),
  added: z.boolean().default(false),
  synonyms: z.array(z.string()),
})
export type State = Readonly<z.infer<typeof State>>

/** An allowed step; `added` ones are there because common tools record them in good order. */
export const Transition = z.strictObject({
  from: Id,
  to: Id,
  name: z.string(),
  actor: z.string(),
  guard: z.string().optional(),
  added: z.boolean().default(false),
})
export type Transition = Readonly<z.infer<typeof Transition>>

/** What has to hold besides the path; `check` names what decides it, one check or several, once something does. */
export const Rule = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,4}-C\d+$/),
  kind: z.enum([
    'precedence',
    'response',
    'existence',
    'absence',
    'max_time',
    'segregation',
    'required_fields',
    'required_link',
    'max_visits',
    'not_before',
  ]),
  description: z.string(),
  params: z.record(z.string(), Param),
  severity: z.enum(['major', 'minor', 'signal']),
  requirements: z.array(z.string()),
  basis: z.string().optional(),
  check: z.union([z.string().transform((one) => [one]), z.array(z.string()).min(2)]).default([]),
})
export type Rule = Readonly<z.infer<typeof Rule>>

const Limits = {
  required: z.array(Id).default([]),
  forbidden: z.array(Id).default([]),
  forbidden_transitions: z.array(Step).default([]),
}

/** What one kind of case adds to the general model; `required_events` are decided by records, not by the path. */
export const Variant = z.strictObject({
  ...Limits,
  required_events: z.array(Id).default([]),
  note: z.string(),
  example: z.array(Id),
  strict: z.strictObject(Limits),
})
export type Variant = Readonly<z.infer<typeof Variant>>

const Violation = z.strictObject({ trace: z.array(Id), reason: z.string(), violations: z.array(z.string()) })

/** A default path of a tool in its own words, with the state that each word stands for. */
export const ToolPath = z
  .strictObject({
    tool: Id,
    name: z.string(),
    variant: Id.optional(),
    native: z.array(z.string()).min(2),
    states: z.array(Id).min(2),
  })
  .refine((path) => path.native.length === path.states.length, 'native and states must have the same length')
export type ToolPath = Readonly<z.infer<typeof ToolPath>>

/** The life of one kind of ticket, record, cycle or project: states, steps, rules, and the words tools use. */
export const ProcessModel = z.strictObject({
  id: Id,
  title: z.string(),
  clause: z.string().regex(/^\d+(\.\d+)*$/),
  kind: z.enum(['ticket', 'record', 'cycle', 'project']),
  cadence: z.string().optional(),
  ticket_types: z.array(Id),
  note: z.string().optional(),
  initial: z.array(Id).min(1),
  strict_initial: z.array(Id).min(1),
  final: z.array(Id).min(1),
  strict_final: z.array(Id).min(1),
  states: z.array(State).min(2),
  ambiguous: z.record(z.string(), z.string()).default({}),
  tools: z.record(Id, Words).default({}),
  codes: z.record(Id, Words).default({}),
  transitions: z.array(Transition).min(1),
  rules: z.array(Rule),
  variants: z.record(Id, Variant).default({}),
  kpis: z.array(z.string()),
  examples: z.strictObject({
    conforming: z.array(z.array(Id)),
    violating: z.array(Violation),
    strict_violating: z.array(Violation).default([]),
  }),
  tool_paths: z.array(ToolPath).default([]),
})
export type ProcessModel = Readonly<z.infer<typeof ProcessModel>>

/** Which of the two references a case is held against: the loosened one, or the stricter ideal without `added`. */
export type Strictness = { readonly strict?: boolean }

/** What replaying one case said; `fitness` is a share from 0 to 1, 1 when the case conforms. */
export type Replay = {
  readonly conforms: boolean
  readonly wrongStart?: string
  readonly wrongSteps: readonly string[]
  readonly wrongEnd?: string
  readonly fitness: number
}

/** One spelling for a tool's word: lower case, punctuation and underscores become single blanks. */
export function normalise(native: string): string {
  return native
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The state a tool's status stands for, or undefined where the word is unknown or ambiguous.
 * The tool's codes and words win over general synonyms, because the same word means different things in two tools.
 */
export function stateOf(model: ProcessModel, native: string, tool?: string): string | undefined {
  const word = normalise(native)
  if (tool === undefined) return vocabulary(model).get(word)
  return (
    look(model.codes[tool], native.trim()) ?? look(model.tools[tool], word) ?? vocabulary(model).get(word)
  )
}

/** The allowed steps of a model, written `from>to`. */
export function steps(model: ProcessModel, { strict = false }: Strictness = {}): ReadonlySet<string> {
  return reference(model)[strict ? 'strict' : 'loosened'].steps
}

/**
 * Holds one case against the model. Immediate repeats are merged unless the model has that state stepping to itself.
 * The end counts only when the case is finished. Fitness = 1 - (wrong start + wrong steps + wrong end) / (steps + 2).
 * The trace needs at least one state: a case without any mapped state is a data-quality problem, not a deviation.
 */
export function replay(
  model: ProcessModel,
  trace: readonly string[],
  { finished, strict = false }: Strictness & { readonly finished: boolean },
): Replay {
  const { initial, final, steps: allowed } = reference(model)[strict ? 'strict' : 'loosened']
  const taken = stepsTaken(trace, allowed)
  const first = trace[0]
  const last = trace.at(-1)
  assert(first !== undefined && last !== undefined, `An empty case cannot be held against ${model.id}`)

  const wrongSteps = taken.filter((step) => !allowed.has(step))
  const wrongStart = initial.has(first) ? undefined : first
  const wrongEnd = finished && !final.has(last) ? last : undefined
  const wrong = wrongSteps.length + Number(wrongStart !== undefined) + Number(wrongEnd !== undefined)

  return {
    conforms: wrong === 0,
    ...(wrongStart !== undefined && { wrongStart }),
    wrongSteps,
    ...(wrongEnd !== undefined && { wrongEnd }),
    fitness: 1 - wrong / (taken.length + 2),
  }
}

/** What a case of one variant lacks or may not have, as sentences; empty when its path is fine. */
export function variantDeviations(
  variant: Variant,
  trace: readonly string[],
  { strict = false }: Strictness = {},
): string[] {
  const limits = strict ? variant.strict : variant
  const taken = stepsTaken(trace, new Set())
  return [
    ...limits.required.filter((state) => !trace.includes(state)).map((state) => `never reached ${state}`),
    ...limits.forbidden.filter((state) => trace.includes(state)).map((state) => `reached ${state}`),
    ...limits.forbidden_transitions.filter((step) => taken.includes(step)).map((step) => `took ${step}`),
  ]
}

function stepsTaken(trace: readonly string[], allowed: ReadonlySet<string>): string[] {
  const taken: string[] = []
  let from: string | undefined
  for (const to of trace) {
    const step = `${from}>${to}`
    if (from !== undefined && (from !== to || allowed.has(step))) taken.push(step)
    from = to
  }
  return taken
}

function look(words: Readonly<Record<string, string>> | undefined, word: string): string | undefined {
  return words && Object.hasOwn(words, word) ? words[word] : undefined
}

type Side = {
  readonly initial: ReadonlySet<string>
  readonly final: ReadonlySet<string>
  readonly steps: ReadonlySet<string>
}

const references = new WeakMap<ProcessModel, { readonly loosened: Side; readonly strict: Side }>()
const vocabularies = new WeakMap<ProcessModel, ReadonlyMap<string, string>>()

function reference(model: ProcessModel): { readonly loosened: Side; readonly strict: Side } {
  const known = references.get(model)
  if (known) return known
  const arrows = (moves: readonly Transition[]) => new Set(moves.map(({ from, to }) => `${from}>${to}`))
  const made = {
    loosened: {
      initial: new Set(model.initial),
      final: new Set(model.final),
      steps: arrows(model.transitions),
    },
    strict: {
      initial: new Set(model.strict_initial),
      final: new Set(model.strict_final),
      steps: arrows(model.transitions.filter((move) => !move.added)),
    },
  }
  references.set(model, made)
  return made
}

function vocabulary(model: ProcessModel): ReadonlyMap<string, string> {
  const known = vocabularies.get(model)
  if (known) return known
  const made = new Map(
    model.states.flatMap(({ id, synonyms }) =>
      [id, ...synonyms].map((word) => [normalise(word), id] as const),
    ),
  )
  vocabularies.set(model, made)
  return made
}
