import type { Language } from '#base/language.ts'
import { openFinance } from '#content/finance.ts'
import { openGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import { openStrategy } from '#content/strategy.ts'
import { freezeProgramme, type Programme } from '#deliver/programme-figures.ts'
import type { CaseOnTheWay, ProgrammeMatter } from '#deliver/programme-matter.ts'
import { openProgrammeSpeech } from '#deliver/programme-speech.ts'
import type { Speech } from '#deliver/speech.ts'
import type { Plan } from '#roadmap/plan.ts'
import { planRoadmap } from '#roadmap/plan-roadmap.ts'
import { proposeRemedies, tasksOf, undecided } from '#roadmap/remedy.ts'
import { packages } from '#roadmap/work-packages.ts'
import { describeStrategy } from '#strategy/describe-strategy.ts'
import type { Goal } from '#strategy/goal.ts'
import { walkPhases } from '#strategy/programme-phase.ts'
import { oracleCase } from '../oracle/finance.ts'
import { pack, reportInput } from './report-input.ts'

const today = '2026-07-06'
const library = openLibrary(pack)
const strategyContent = openStrategy(pack)
const { collected: found, assessment } = reportInput()
const [first, second, ...others] = found.measures
const collected = {
  ...found,
  measures: [
    ...(first ? [{ ...first, aka: ['KPI-001'] }] : []),
    ...(second ? [{ ...second, aka: ['KPI-004'] }] : []),
    ...others,
  ],
}

/** The plan of the small programme: part-time roles, one of them from Tuesday to Thursday, holidays and an absence. */
function planOf(roles: readonly string[]): Plan {
  return {
    startOn: '2026-07-08',
    weekdays: [1, 2, 3, 4, 5],
    holidays: ['2026-07-14', '2026-08-15', '2026-11-11'],
    roles: [...new Set(roles)].toSorted().map((name, at) => ({
      name,
      people: 1 + (at % 2),
      share: [0.4, 0.25, 0.5, 0.33][at % 4] ?? 0.4,
      kind: at % 5 === 4 ? ('external' as const) : ('internal' as const),
      ...(at % 3 === 1 ? { weekdays: [2, 3, 4] } : {}),
      absences: at % 2 === 0 ? [{ from: '2026-08-03', to: '2026-08-14' }] : [],
    })),
    dates: [
      { kind: 'stage 1', title: 'Audit stage 1', on: '2026-12-01', needs: 'high criticality' },
      { kind: 'certification', title: 'Certificate', on: '2027-03-01', needs: 'everything' },
    ],
    links: [],
    tasks: [],
  }
}

const accepted = assessment.gaps.slice(0, 40)
const decisions = new Map(
  accepted.map(({ requirement }) => [requirement, { ...undecided, state: 'accepted' as const }]),
)
const tasks = tasksOf(
  proposeRemedies(assessment.gaps, decisions),
  library.catalogue.requirements,
  packages(library.catalogue),
)
const usualPlan = planOf(tasks.map(({ role }) => role))
/** A wish that would be a formula if a cell did not hold it as text. */
const plan: Plan = {
  ...usualPlan,
  tasks: tasks.slice(0, 3).map(({ id }, at) => ({
    task: id,
    accountable: ['=cmd()', '+41 22 000', '@board'][at] ?? '',
    consulted: at === 0 ? ['-Helpdesk', 'Paul'] : [],
    informed: [],
    ...(at === 2 ? { notBefore: '2026-09-01' } : {}),
  })),
}
export const schedule = planRoadmap({ tasks, plan, today })
export const planned = { schedule, plan, isStale: false } as const

function goal(number: number, given: Partial<Goal>): Goal {
  return {
    id: `goal-${number}`,
    number: `GOA-${number}`,
    title: `Goal ${number}`,
    theme: undefined,
    perspective: undefined,
    priority: 'medium',
    owner: 'Ada',
    horizon: undefined,
    metric: 'Hours lost',
    unit: 'hours',
    baseline: 420,
    target: 200,
    current: 365,
    dueOn: '2027-12-31',
    ...given,
  }
}

function strategyOf() {
  const goals = [
    goal(1, { title: 'Open every day <and> night', priority: 'high' }),
    goal(2, { title: 'Clients return & stay', metric: 'Satisfaction', unit: 'points', baseline: 68 }),
    goal(3, { title: 'The law is kept', owner: undefined }),
  ]
  const services = [
    { id: 's1', number: 'SVC-1', title: 'Till', criticality: 'critical' as const },
    { id: 's2', number: 'SVC-2', title: 'Ταμείο καταστήματος', criticality: 'high' as const },
    { id: 's3', number: 'SVC-3', title: 'Intranet', criticality: 'low' as const },
  ]
  const contribution = (goalId: string, what: string, kind: 'service' | 'requirement' | 'KPI') => ({
    id: `${goalId} ${what}`,
    goal: goalId,
    kind,
    what,
    strength: 'high' as const,
    rationale: 'No till, no sale.',
    owner: undefined,
  })
  return describeStrategy({
    strategy: {
      goals,
      services,
      contributions: [
        contribution('goal-1', 's1', 'service'),
        contribution('goal-1', '8.5.1.3-a', 'requirement'),
        contribution('goal-2', 's2', 'service'),
        contribution('goal-2', 'change.success', 'KPI'),
      ],
      kpis: [],
      initiatives: [],
      objectives: [],
      hypotheses: [],
    },
    collected,
    reviews: [],
    library,
    content: strategyContent,
    on: today,
  })
}

/** The worked example of the finance model, as it is kept. */
export function caseOnTheWay(): CaseOnTheWay {
  const { settings, assumptions, lines } = oracleCase({ trials: 2000, distribution: 'PERT' })
  const said = {
    source: 'worked example',
    quality: 'J' as const,
    owner: 'Ada',
    note: '',
    measured: undefined,
  }
  return {
    version: 1,
    settings,
    assumptions: [...assumptions].map(([id, range]) => [
      id,
      { range, ...said, isFollowing: false, version: 1, changedBy: 'Ada', changedAt: today },
    ]),
    lines: [...lines].map(([id, choice]) => [id, { choice, owner: 'Ada', own: undefined, version: 1 }]),
  }
}

/** A programme with everything: gaps, goals, roadmap, money, risks and training. */
export const fullMatter: ProgrammeMatter = {
  organization: 'Maison <Clément> & Söhne',
  madeOn: today,
  version: '0.1.0',
  collected,
  assessment,
  seal: 'a'.repeat(64),
  strategy: strategyOf(),
  phases: walkPhases(strategyContent.phases, {
    facts: {
      sponsors: 1,
      gates: new Map(),
      collectedOn: today,
      applicable: 300,
      rated: 100,
      acceptedGaps: 40,
      goals: 3,
      incompleteGoals: [],
      criticalServices: 1,
      criticalWithoutGoal: [],
      alignment: 0.5,
      policiesInForce: 1,
      ratedRisks: 2,
      decision: undefined,
      roadmap: undefined,
      isCaseComputed: true,
      isTrainingPlanned: true,
      rolesFilled: undefined,
      tools: 0,
      unjudgedTools: [],
    },
    statements: [],
    signatures: [],
  }),
  roadmap: planned,
  businessCase: caseOnTheWay(),
  risks: [
    { number: 'RSK-1', title: '=HYPERLINK("x")', level: 'very high', owner: 'ada', state: 'treating' },
    { number: 'RSK-2', title: 'Tills stop in a peak week', level: 'medium', owner: '', state: 'assessed' },
  ],
  training: {
    persons: 12,
    hours: 48.5,
    byRole: [{ role: 'Change manager', persons: 12, hours: 48.5 }],
    inputsHash: 'b'.repeat(64),
  },
}

/** What is left when nobody has written, planned or computed anything: an assessment. */
export const bareMatter: ProgrammeMatter = {
  organization: 'Nothing yet',
  madeOn: today,
  version: '0.1.0',
  assessment,
}

/** The figures of a programme by the real pack, as a document says them. */
export function programmeOf(
  matter: ProgrammeMatter,
  speech: Speech = openProgrammeSpeech(pack, 'executive-summary', 'en'),
): Programme {
  const { catalogue } = library
  const parts = {
    catalogue,
    shelf: openGuides(pack),
    strategy: strategyContent,
    model: openFinance(pack),
  }
  return freezeProgramme(matter, parts, speech)
}

/** The figures of a programme as one of its documents says them in a language. */
export function programmeFor(
  document: string,
  matter: ProgrammeMatter,
  language: Language = 'en',
): Programme {
  return programmeOf(matter, openProgrammeSpeech(pack, document, language))
}
