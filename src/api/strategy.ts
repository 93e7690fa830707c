import { z } from 'zod'
import { Day } from '#assessment/statement.ts'
import { Perspective } from '#content/strategy.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

const count = z.number().int().nonnegative()
const share = z.number().min(0).max(1)

/** A record by what people need to find it. */
const NamedView = z.object({ id: z.string(), number: z.string(), title: z.string() })

const Covered = z.object({ share, reached: z.number(), weight: z.number(), n: count })
const Strength = z.enum(['none', 'low', 'medium', 'high'])
const ContributionKind = z.enum(['service', 'requirement', 'KPI', 'objective', 'initiative'])

/** One goal with everything that contributes to it. */
export const GoalView = NamedView.extend({
  theme: z.string().optional(),
  perspective: Perspective.optional(),
  priority: z.enum(['low', 'medium', 'high']).optional(),
  owner: z.string().optional(),
  horizon: z.string().optional(),
  metric: z.string().optional(),
  unit: z.string().optional(),
  baseline: z.number().optional(),
  target: z.number().optional(),
  current: z.number().optional(),
  dueOn: z.string().optional(),
  /** From the baseline (0) to the target (1); absent where a value is missing. */
  progress: z.number().optional(),
  objectives: z.array(NamedView),
  contributions: z.array(
    z.object({
      id: z.string(),
      kind: ContributionKind,
      /** The id of the record, of the requirement or of the measure. */
      what: z.string(),
      title: z.string(),
      strength: Strength,
      rationale: z.string(),
    }),
  ),
})
export type GoalView = z.infer<typeof GoalView>

/** A hypothesis with what the newest evidence says of it. Bound, value and interval are in the unit. */
export const HypothesisView = NamedView.extend({
  problem: z.string().optional(),
  goal: NamedView.optional(),
  question: z.string(),
  isCheck: z.boolean(),
  claim: z.enum(['at least', 'at most']),
  bound: z.number(),
  owner: z.string().optional(),
  tested: z.object({
    verdict: z.enum(['supported', 'refuted', 'undecided', 'no data']),
    because: z.string(),
    title: z.string().optional(),
    unit: z.string().optional(),
    n: count,
    counts: z.enum(['cases', 'months']),
    value: z.number().optional(),
    interval: z.object({ low: z.number(), high: z.number() }).optional(),
  }),
})
export type HypothesisView = z.infer<typeof HypothesisView>

/** A review of alignment as it was held. */
export const AlignmentReviewView = z.object({
  id: z.string(),
  note: z.string(),
  alignment: z.object({
    score: share.optional(),
    ofServices: share.optional(),
    ofGoals: share.optional(),
    goalsWithoutService: count,
    servicesWithoutGoal: count,
    kpisWithoutOwner: count,
  }),
  nextOn: z.string(),
  reviewedBy: z.string(),
  reviewedAt: z.string(),
})

/** How well services and goals fit each other, and what is believed about it. */
export const StrategyView = z.object({
  goals: z.array(GoalView),
  services: z.array(NamedView.extend({ criticality: z.string().optional() })),
  alignment: z.object({
    score: share.optional(),
    ofServices: Covered.optional(),
    ofGoals: Covered.optional(),
    formula: z.string(),
  }),
  lists: z.object({
    goalsWithoutService: z.array(NamedView),
    servicesWithoutGoal: z.array(NamedView.extend({ criticality: z.string().optional() })),
    kpisWithoutOwner: z.array(NamedView),
    initiativesWithoutGoal: z.array(NamedView),
    incompleteGoals: z.array(NamedView.extend({ missing: z.array(z.enum(['owner', 'horizon', 'metric'])) })),
  }),
  hypotheses: z.array(HypothesisView),
  reviews: z.array(AlignmentReviewView),
  isReviewOverdue: z.boolean(),
  themes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      says: z.string(),
      perspective: Perspective,
      example: z.string(),
      clauses: z.array(z.string()),
      measures: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  /** What a hypothesis can be tested on. */
  questions: z.array(z.object({ id: z.string(), title: z.string(), unit: z.string() })),
})
export type StrategyView = z.infer<typeof StrategyView>

/** One thing that tools are judged on, and how it stands. */
export const CapabilityView = z.object({
  id: z.string(),
  clause: z.string(),
  title: z.string(),
  standing: z.enum(['proved', 'partly', 'not seen', 'stated', 'unknown']),
  missing: z.array(z.string()),
  filled: z.object({ filled: count, of: count }).optional(),
  statements: z.array(
    z.object({
      tool: z.string(),
      standing: z.enum(['present', 'by convention', 'absent', 'not visible']),
      note: z.string().optional(),
    }),
  ),
})

/** The tools of service management, what they can do, and the ways to mend what they lack. */
export const TechnologyView = z.object({
  importedAt: z.string().optional(),
  score: z.object({
    score: share.optional(),
    askable: count,
    proved: count,
    partly: count,
    formula: z.string(),
  }),
  capabilities: z.array(CapabilityView),
  tools: z.array(
    NamedView.extend({
      owner: z.string().optional(),
      yearlyCost: z.number().optional(),
      contractEndsOn: z.string().optional(),
      isEnding: z.boolean(),
      clauses: z.array(z.string()),
      compatibility: z.string().optional(),
      integrationRisk: z.string().optional(),
    }),
  ),
  options: z.array(
    NamedView.extend({
      state: z.string(),
      /** Its cost is a line of the business case. */
      isInCase: z.boolean(),
      way: z.string(),
      fit: z.string().optional(),
      risk: z.string().optional(),
      costOnce: z.number().optional(),
      costYearly: z.number().optional(),
      effortDays: z.number().optional(),
      readyOn: z.string().optional(),
    }),
  ),
  currency: z.string().optional(),
})
export type TechnologyView = z.infer<typeof TechnologyView>

const RoleRule = z.object({ roles: z.array(z.string()), because: z.string() })

/** What size and sector change, with the rules by which they do. */
export const TailoringView = z.object({
  /** As the facts of the programme say; absent where nobody has said it. */
  known: z.object({
    itStaff: count.optional(),
    sector: z.string().optional(),
    sectorId: z.string().optional(),
  }),
  sectors: z.array(z.object({ id: z.string(), title: z.string() })),
  sizes: z.array(z.object({ id: z.string(), title: z.string(), itStaff: count, upTo: count.optional() })),
  tailoring: z
    .object({
      itStaff: count,
      size: z.object({
        id: z.string(),
        title: z.string(),
        guide: z.string(),
        rolesAtLeast: count,
        combines: z.array(RoleRule),
        apart: z.array(RoleRule),
        examples: z.array(z.string()),
      }),
      questions: z.object({ kind: z.enum(['quick scan', 'full']), count, because: z.string() }),
      effort: z.object({
        factor: z.number(),
        rule: z.string(),
        likelyDays: z.number(),
        referenceDays: z.number(),
      }),
      sector: z
        .object({
          id: z.string(),
          title: z.string(),
          duties: z.array(z.string()),
          watch: z.object({ clauses: z.array(z.string()), because: z.string() }),
          measures: z.array(z.object({ id: z.string(), title: z.string() })),
          example: z.string(),
        })
        .optional(),
    })
    .optional(),
})
export type TailoringView = z.infer<typeof TailoringView>

const Points = z.object({ low: count, likely: count, high: count })

/** Ways to conformity as the pack proposes them, with the own effort for an organization of this size. */
export const StrategyOptionsView = z.object({
  /** Absent where nobody has said how many people there are: then there is no effort either. */
  itStaff: count.optional(),
  options: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      says: z.string(),
      suits: z.string(),
      conditions: z.array(z.string()),
      effortDays: Points.optional(),
      months: count,
      risk: z.enum(['low', 'medium', 'high']),
      riskSays: z.string(),
    }),
  ),
})
export type StrategyOptionsView = z.infer<typeof StrategyOptionsView>

export const strategyApi = {
  'GET /api/organizations/:organization/strategy': {
    summary:
      'Goals with all that contributes to them, the coverage of alignment, its gaps, hypotheses with their test on data',
    allows: 'read registers',
    params: InOrganization,
    answers: StrategyView,
  },
  'POST /api/organizations/:organization/strategy/reviews': {
    summary: 'Keep a review of alignment as it stands today, with the day of the next one',
    allows: 'write registers',
    params: InOrganization,
    body: z.object({ note: text(4000, 1), nextOn: Day }),
    answers: StrategyView,
    created: true,
  },
  'GET /api/organizations/:organization/strategy-options': {
    summary:
      'Ways to conformity as the pack proposes them: conditions, risk, months, and the own effort for this size',
    allows: 'read registers',
    params: InOrganization,
    answers: StrategyOptionsView,
  },
  'GET /api/organizations/:organization/technology': {
    summary:
      'Tools of service management, their capabilities by clause as data prove them, and options with cost and effort',
    allows: 'read registers',
    params: InOrganization,
    answers: TechnologyView,
  },
  'POST /api/organizations/:organization/technology/options/:option/line': {
    summary: 'Put the cost of a chosen option into the business case, as it stands in the register',
    allows: 'write the business case',
    params: InOrganization.extend({ option: z.uuid() }),
    answers: 'nothing',
  },
  'GET /api/organizations/:organization/tailoring': {
    summary:
      'What size and sector change: questions, effort, roles, examples, each with its rule; other values can be tried',
    allows: 'read registers',
    params: InOrganization,
    query: z.object({
      itStaff: z.coerce.number().int().min(1).max(1_000_000).optional(),
      sector: z.string().max(60).optional(),
    }),
    answers: TailoringView,
  },
} as const satisfies Endpoints
