import type { Colour } from '#assessment/gates.ts'
import type { Criterion, Rule } from '#content/strategy.ts'

/** What the records say of a programme; undefined is not known, and never good. */
export type ProgrammeFacts = Readonly<{
  sponsors: number
  gates: ReadonlyMap<string, Readonly<{ colour: Colour; because: string }>>
  /** When the newest evidence was collected, as a day. */
  collectedOn: string | undefined
  applicable: number
  rated: number
  /** Remedies of gaps that were accepted into the roadmap. */
  acceptedGaps: number
  goals: number
  incompleteGoals: readonly string[]
  criticalServices: number
  criticalWithoutGoal: readonly string[]
  alignment: number | undefined
  policiesInForce: number
  ratedRisks: number
  decision: Readonly<{ verdict: string; on: string; by: string }> | undefined
  roadmap:
    | Readonly<{ p80: string; certificationDate: string | undefined; probability: number | undefined }>
    | undefined
  isCaseComputed: boolean
  isTrainingPlanned: boolean
  rolesFilled: boolean | undefined
  tools: number
  unjudgedTools: readonly string[]
}>

/** How a criterion stands: met, not met, or nobody knows. */
export type Standing = Readonly<{ standing: 'met' | 'not met' | 'unknown'; because: string }>

/** Judges a criterion that has a rule from what the records say. */
export function judgeCriterion(
  { rule, gate, at_least: bound = 0 }: Criterion & { rule: Rule },
  facts: ProgrammeFacts,
): Standing {
  if (rule === 'gate') return ofGate(gate ?? '', facts)
  return judges[rule](facts, bound)
}

const judges: Readonly<Record<Exclude<Rule, 'gate'>, (facts: ProgrammeFacts, bound: number) => Standing>> = {
  'sponsor named': ({ sponsors }) =>
    decided(
      sponsors > 0,
      sponsors > 0 ? `Sponsors of the organization: ${sponsors}.` : 'Nobody has the role of sponsor.',
    ),
  'evidence collected': ({ collectedOn }) =>
    decided(
      collectedOn !== undefined,
      collectedOn === undefined ? 'No evidence was collected yet.' : `Collected on ${collectedOn}.`,
    ),
  'share rated': ({ rated, applicable }, bound) =>
    applicable === 0
      ? unknown('There is no applicable requirement.')
      : decided(
          rated >= bound * applicable,
          `${rated} of ${applicable} requirements are rated; ${percent(bound)} are needed.`,
        ),
  'accepted gaps': ({ acceptedGaps }, bound) =>
    decided(acceptedGaps >= bound, `Accepted: ${acceptedGaps}; at least ${bound} are needed.`),
  goals: ({ goals }, bound) => decided(goals >= bound, `Goals written down: ${goals}.`),
  'complete goals': ({ goals, incompleteGoals }) =>
    goals === 0
      ? decided(false, 'There is no goal yet.')
      : listed(incompleteGoals, 'Without owner, horizon or metric', `All ${goals} have them.`),
  'critical services aligned': ({ criticalServices, criticalWithoutGoal }) =>
    criticalServices === 0
      ? unknown('No service is marked as critical.')
      : listed(criticalWithoutGoal, 'Without a goal', `All ${criticalServices} serve a goal.`),
  'alignment coverage': ({ alignment }, bound) =>
    alignment === undefined
      ? unknown('There are no goals or no services to compare.')
      : decided(alignment >= bound, `Covered: ${percent(alignment)}; ${percent(bound)} are needed.`),
  'policy in force': ({ policiesInForce }) =>
    decided(policiesInForce > 0, `Policies in force: ${policiesInForce}.`),
  'rated risks': ({ ratedRisks }, bound) => decided(ratedRisks >= bound, `Rated risks: ${ratedRisks}.`),
  'decision is go': ({ decision }) =>
    decision
      ? decided(
          decision.verdict === 'go',
          `Decided on ${decision.on} by ${decision.by}: ${decision.verdict}.`,
        )
      : decided(false, 'Nothing was decided yet.'),
  'roadmap planned': ({ roadmap }) =>
    decided(
      roadmap !== undefined,
      roadmap ? `Four fifths of the simulated courses end by ${roadmap.p80}.` : 'Not planned yet.',
    ),
  'date probability': ({ roadmap }, bound) => ofDate(roadmap, bound),
  'case computed': ({ isCaseComputed }) =>
    decided(isCaseComputed, isCaseComputed ? 'There is a business case.' : 'Not computed yet.'),
  'training planned': ({ isTrainingPlanned }) =>
    decided(isTrainingPlanned, isTrainingPlanned ? 'There is a training plan.' : 'Not planned yet.'),
  'roles filled': ({ rolesFilled }) =>
    rolesFilled === undefined
      ? unknown('Nobody has said whether roles are filled.')
      : decided(
          rolesFilled,
          rolesFilled ? 'Every role has a named person.' : 'Some roles have no named person.',
        ),
  'tools judged': ({ tools, unjudgedTools }) =>
    tools === 0
      ? unknown('No tool of the system is in the register of assets.')
      : listed(unjudgedTools, 'Not judged', `All ${tools} are judged.`),
}

function ofGate(gate: string, { gates }: ProgrammeFacts): Standing {
  const found = gates.get(gate)
  if (!found) return unknown(`There is no gate ${gate}.`)
  if (found.colour === 'grey') return unknown(found.because)
  return decided(found.colour === 'green', found.because)
}

function ofDate(roadmap: ProgrammeFacts['roadmap'], bound: number): Standing {
  if (!roadmap) return unknown('There is no roadmap yet.')
  const { probability, certificationDate } = roadmap
  if (probability === undefined || certificationDate === undefined)
    return unknown('The roadmap has no certification date.')
  return decided(
    probability >= bound,
    `${certificationDate} is kept with ${percent(probability)}; ${percent(bound)} are needed.`,
  )
}

function listed(wrong: readonly string[], says: string, good: string): Standing {
  return wrong.length === 0 ? decided(true, good) : decided(false, `${says}: ${wrong.join(', ')}.`)
}

function decided(isMet: boolean, because: string): Standing {
  return { standing: isMet ? 'met' : 'not met', because }
}

function unknown(because: string): Standing {
  return { standing: 'unknown', because }
}

/** Whole percent, never rounded up. */
function percent(share: number): string {
  return `${Math.floor(100 * share + 1e-9)} %`
}
