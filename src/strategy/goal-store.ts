import type { Tx } from '#db/records.ts'
import type { Record } from '#registers/record.ts'
import { readAll } from '#registers/record-store.ts'
import { demandRegister } from '#registers/registers.ts'
import type { AlignmentMatter, Kpi } from './alignment.ts'
import type {
  AlignedService,
  Contribution,
  ContributionKind,
  Goal,
  Initiative,
  Named,
  Objective,
} from './goal.ts'
import type { Hypothesis } from './hypothesis.ts'

/** A hypothesis as it is written down. */
export type WrittenHypothesis = Hypothesis &
  Named &
  Readonly<{
    problem: string | undefined
    goal: string | undefined
    owner: string | undefined
    state: string
  }>

/** What registers say of strategy. */
export type Strategy = AlignmentMatter &
  Readonly<{
    initiatives: readonly Initiative[]
    objectives: readonly Objective[]
    hypotheses: readonly WrittenHypothesis[]
  }>

/** The field of a contribution that names what contributes, by its kind. */
const namedBy: Readonly<{ [K in ContributionKind]: string }> = {
  service: 'service',
  requirement: 'requirement',
  KPI: 'measure',
  objective: 'objective',
  initiative: 'initiative',
}

/** Reads goals and what is to serve them; what has ended or is out of scope does not count. */
export async function readStrategyRecords(tx: Tx, organization: string): Promise<Strategy> {
  const open = async (register: string) => {
    const { ended } = demandRegister(register).register
    const records = await readAll(tx, organization, register)
    return records.filter(({ state }) => !ended.includes(state))
  }
  const goals = (await open('goals')).map(goalOf)
  const services = (await open('services')).filter(({ data }) => data.in_scope !== false).map(serviceOf)
  const contributions = (await open('contributions')).map(contributionOf)
  const objectives = await open('objectives')
  return {
    goals,
    services,
    contributions,
    kpis: [...objectives.flatMap(kpiOfObjective), ...kpisOf(contributions)],
    initiatives: (await open('initiatives')).map(initiativeOf),
    objectives: objectives.map(objectiveOf),
    hypotheses: (await open('hypotheses')).map(hypothesisOf),
  }
}

function goalOf(record: Record): Goal {
  return {
    ...namedOf(record),
    theme: textIn(record, 'theme'),
    perspective: textIn(record, 'perspective') as Goal['perspective'], // its choices are these
    priority: textIn(record, 'priority') as Goal['priority'], // its choices are these
    owner: textIn(record, 'owner'),
    horizon: textIn(record, 'horizon'),
    metric: textIn(record, 'metric'),
    unit: textIn(record, 'unit'),
    baseline: numberIn(record, 'baseline'),
    target: numberIn(record, 'target'),
    current: numberIn(record, 'current'),
    dueOn: textIn(record, 'due_on'),
  }
}

function serviceOf(record: Record): AlignedService {
  return { ...namedOf(record), criticality: textIn(record, 'criticality') as AlignedService['criticality'] } // its choices are these
}

function contributionOf(record: Record): Contribution {
  const kind = textIn(record, 'kind') as ContributionKind // required, and its choices are these
  return {
    id: record.id,
    goal: textIn(record, 'goal') ?? '',
    kind,
    what: textIn(record, namedBy[kind]) ?? '',
    strength: textIn(record, 'strength') as Contribution['strength'], // required, and its choices are these
    rationale: textIn(record, 'rationale') ?? '',
    owner: textIn(record, 'owner'),
  }
}

function initiativeOf(record: Record): Initiative {
  return {
    ...namedOf(record),
    state: record.state,
    owner: textIn(record, 'owner'),
    endsOn: textIn(record, 'ends_on'),
  }
}

function objectiveOf(record: Record): Objective {
  return {
    ...namedOf(record),
    goals: listIn(record, 'goals'),
    measure: textIn(record, 'measure'),
    unit: textIn(record, 'unit'),
    baseline: numberIn(record, 'baseline'),
    target: numberIn(record, 'target'),
    current: numberIn(record, 'current'),
    owner: textIn(record, 'owner'),
    dueOn: textIn(record, 'due_on'),
  }
}

/** An objective with a measure is a KPI of its owner. */
function kpiOfObjective(record: Record): readonly Kpi[] {
  const measure = textIn(record, 'measure')
  return measure === undefined ? [] : [{ ...namedOf(record), title: measure, owner: textIn(record, 'owner') }]
}

/** A measure that contributes to goals is one KPI, whose owner any of its contributions may name. */
function kpisOf(contributions: readonly Contribution[]): readonly Kpi[] {
  const measures = Map.groupBy(
    contributions.filter(({ kind }) => kind === 'KPI'),
    ({ what }) => what,
  )
  return [...measures].map(([what, own]) => ({
    id: own[0]?.id ?? what,
    number: '',
    title: what,
    owner: own.find(({ owner }) => owner !== undefined)?.owner,
  }))
}

function hypothesisOf(record: Record): WrittenHypothesis {
  return {
    ...namedOf(record),
    question: textIn(record, 'question') ?? '',
    claim: textIn(record, 'claim') === 'at most' ? 'at most' : 'at least',
    bound: numberIn(record, 'bound') ?? 0,
    problem: textIn(record, 'problem'),
    goal: textIn(record, 'goal'),
    owner: textIn(record, 'owner'),
    state: record.state,
  }
}

function namedOf({ id, number, label }: Record): Named {
  return { id, number, title: label }
}

function textIn({ data }: Record, name: string): string | undefined {
  const value = data[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function numberIn({ data }: Record, name: string): number | undefined {
  const value = data[name]
  return typeof value === 'number' ? value : undefined
}

function listIn({ data }: Record, name: string): readonly string[] {
  const value = data[name]
  return Array.isArray(value) ? value.map(String) : []
}
