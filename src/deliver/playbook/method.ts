import { capital, heading } from '#base/format.ts'
import type { NamedGuide } from '#content/guides.ts'
import type { ProcessModel } from '#content/process.ts'
import { keyOfWords } from '#content/sentences.ts'
import type { Chart } from '../charts/svg.ts'
import { shownRating } from '../figures/input.ts'
import { type Mark, markOfRating } from '../figures/tone.ts'
import { modelChart } from '../guides/model-chart.ts'
import { sayProcess, sayRole } from '../process-words.ts'
import type { Speech } from '../speech.ts'
import type { PlaybookInput } from './input.ts'

type Rows = readonly (readonly string[])[]

/** Who does what in one of the four guides that the cycle stands on. */
export type GuideDuty = Readonly<{
  title: string
  purpose: string
  roles: Rows
  activities: Rows
  small: string
}>

/** The guides of the cycle, in the order in which a year uses them. */
const guidesOfCycle = ['improvement', 'audit', 'management-review', 'capa'] as const

export function dutiesOf({ shelf, speech }: PlaybookInput): readonly GuideDuty[] {
  return guidesOfCycle.flatMap((id) => {
    const guide = shelf.guides.find((one) => one.id === id)
    return guide ? [dutyOf(guide, speech)] : []
  })
}

function dutyOf(guide: NamedGuide, speech: Speech): GuideDuty {
  const { purpose, roles, activities, small_organization } = guide
  const named = (role: string | undefined) => (role === undefined ? '–' : sayRole(role, speech))
  return {
    title: sayProcess(guide, speech),
    purpose,
    roles: roles.map(({ role, duty }) => [named(role), capital(duty)]),
    activities: activities.map((one) => [
      one.name,
      named(one.responsible),
      named(one.accountable),
      named(one.consulted),
      named(one.informed),
      capital(one.outputs),
    ]),
    small: small_organization,
  }
}

/** A flow with its steps and what has to hold besides. */
export type FlowPage = Readonly<{ title: string; chart: Chart; steps: Rows; rules: Rows }>

/** The agreed flow of a model of the pack, or the organization's own. */
export function flowPageOf({ models, speech }: PlaybookInput, id: string): FlowPage | undefined {
  const model = models.find((one) => one.id === id)
  if (!model) return undefined
  return {
    title: model.title,
    chart: modelChart(model),
    steps: stepsOf(model, speech),
    rules: rulesOf(model, speech),
  }
}

function stepsOf({ transitions, states }: ProcessModel, speech: Speech): Rows {
  const meaning = new Map(states.map((state) => [state.id, state.meaning]))
  return transitions
    .filter(({ added }) => !added)
    .map(({ from, to, name, actor, guard }) => [
      capital(name),
      speech.say('flow.way', { from: heading(from), to: heading(to).toLowerCase() }),
      sayRole(capital(actor), speech),
      guard ? capital(guard) : '–',
      capital(meaning.get(to) ?? ''),
    ])
}

function rulesOf({ rules }: ProcessModel, speech: Speech): Rows {
  return rules.map(({ id, description, severity, requirements }) => [
    id,
    description,
    speech.known(`severity.${keyOfWords(severity)}`) ?? severity,
    requirements.join(', '),
  ])
}

/** An item of the agenda of a management review: a requirement, the question to answer, and how it is rated today. */
export type AgendaRow = Readonly<{
  id: string
  title: string
  question: string
  mark: Mark
  isProposed: boolean
}>

/** Everything that a requirement of the clause asks, in its order. */
export function requirementRowsOf(
  { catalogue, assessment, speech }: PlaybookInput,
  clause: string,
): readonly AgendaRow[] {
  const items = new Map(assessment?.items.map((item) => [item.requirement, item]))
  return catalogue.requirements
    .filter(({ id }) => id.startsWith(`${clause}-`) || id.startsWith(`${clause}.`))
    .map(({ id, title, question }) => {
      const item = items.get(id)
      const shown = item && shownRating(item)
      return {
        id,
        title,
        question,
        mark: markOfRating(shown?.rating ?? 'not_assessed', speech),
        isProposed: shown !== undefined && !shown.isConfirmed && shown.rating !== 'not_assessed',
      }
    })
}
