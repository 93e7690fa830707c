import type { Assessment } from '#assessment/assess.ts'
import { type Brand, plainBrand } from '#base/brand.ts'
import type { GuideShelf, Kpi, NamedGuide } from '#content/guides.ts'
import type { ProcessModel } from '#content/process.ts'
import type { Collected, Conformance } from '#evidence/collected.ts'
import type { Chart } from './charts/svg.ts'
import { capital, count, counted, day, firstOf, heading, shareOf } from './figures/format.ts'
import { type Catalogue, processKey, shownRating } from './figures/input.ts'
import { sayNow, sayTarget } from './figures/kpi.ts'
import { nameOfSnapshot, type SnapshotName } from './figures/snapshot-name.ts'
import { markOfRating } from './figures/tone.ts'
import { modelChart } from './guides/model-chart.ts'

/** What the guides are made from; without collected evidence they say that there are no data. */
export type GuideInput = Readonly<{
  organization: string
  shelf: GuideShelf
  models: readonly ProcessModel[]
  catalogue: Catalogue
  collected?: Collected
  assessment?: Assessment
  /** The day on the cover. */
  madeOn: string
  brand?: Brand | undefined
  snapshot?: SnapshotName | undefined
  /** Version of the content pack. */
  version: string
}>

export type Rows = readonly (readonly string[])[]

/** One guide as a document places it: words and finished figures; nothing is computed after this. */
export type GuidePage = Readonly<{
  id: string
  title: string
  clauses: string
  purpose: string
  scope: NamedGuide['scope']
  roles: Rows
  activities: Rows
  flows: readonly Readonly<{ title: string; chart: Chart; steps: Rows }>[]
  rules: Rows
  /** How the tickets compare with the flow; says so where there are none. */
  practice: Readonly<{ says: string; deviations: Rows }>
  records: readonly string[]
  kpis: Rows
  interfaces: Rows
  requirements: Rows
  pitfalls: readonly string[]
  smallOrganization: string
}>

/** The volume: a cover, how to read it, and every guide in the order of the standard. */
export type GuideBook = Readonly<{
  brand: Brand
  title: string
  organization: string
  madeOn: string
  version: string
  /** Which data the figures come from, in words. */
  basis: string
  guides: readonly GuidePage[]
}>

/** Turns the guides of the pack and what the data show into the process guidelines of an organization. */
export function makeGuideBook(input: GuideInput): GuideBook {
  return {
    brand: input.brand ?? plainBrand,
    title: 'IT Service Management Process Guidelines',
    organization: input.organization,
    madeOn: input.madeOn,
    version: input.version,
    basis: [basisOf(input.collected), input.snapshot ? `${nameOfSnapshot(input.snapshot)}.` : '']
      .filter(Boolean)
      .join(' '),
    guides: input.shelf.guides.map((guide) => pageOf(guide, input)),
  }
}

function basisOf(collected: Collected | undefined): string {
  if (!collected)
    return 'No tickets have been read yet, so no guide shows how the work is really done. Every value of a KPI is open.'
  const tickets = collected.conformance.reduce((sum, one) => sum + one.tickets, 0)
  return `Figures come from ${counted(tickets, 'ticket')} with a recorded path, until ${day(collected.dataUntil)}, computed with pack ${collected.packVersion}.`
}

function pageOf(guide: NamedGuide, input: GuideInput): GuidePage {
  const { catalogue, models, shelf } = input
  const own = models.filter(({ id }) => guide.models.includes(id))
  return {
    id: guide.id,
    title: guide.title,
    clauses: guide.clauses
      .map((clause) => `${clause} ${catalogue.clauses.find(({ id }) => id === clause)?.title ?? ''}`.trim())
      .join(', '),
    purpose: guide.purpose,
    scope: guide.scope,
    roles: guide.roles.map(({ role, duty }) => [role, capital(duty)]),
    activities: guide.activities.map((one, place) => [
      String(place + 1),
      one.name,
      capital(one.inputs),
      capital(one.outputs),
      one.responsible,
      one.accountable,
      one.consulted ?? '–',
      one.informed ?? '–',
    ]),
    flows: own.map((model) => ({
      title: model.title,
      chart: modelChart(model),
      steps: stepsOf(model),
    })),
    rules: own.flatMap(({ rules }) =>
      rules.map(({ id, description, severity, check }) => [
        id,
        description,
        severity,
        check.length > 0 ? check.join(', ') : 'not from data yet',
      ]),
    ),
    practice: practiceOf(own, input.collected),
    records: guide.records.map(capital),
    kpis: guide.kpis.flatMap((id) => {
      const kpi = shelf.kpis.find((one) => one.id === id)
      return kpi ? [kpiRow(kpi, input.collected)] : []
    }),
    interfaces: guide.interfaces.map((one) => [capital(one.with), capital(one.passes ?? '–')]),
    requirements: guide.requirements.map((id) => requirementRow(id, input)),
    pitfalls: guide.pitfalls.map(capital),
    smallOrganization: guide.small_organization,
  }
}

function stepsOf({ transitions }: ProcessModel): Rows {
  return transitions
    .filter(({ added }) => !added)
    .map(({ from, to, name, actor, guard }) => [
      heading(from),
      heading(to),
      capital(name),
      capital(actor),
      guard ?? '–',
    ])
}

function practiceOf(
  models: readonly ProcessModel[],
  collected: Collected | undefined,
): GuidePage['practice'] {
  const found = (collected?.conformance ?? []).filter(
    ({ type, tickets }) => tickets > 0 && models.some(({ id }) => processKey(id) === processKey(type)),
  )
  if (found.length === 0)
    return {
      says: 'There are no tickets of this process in the data that were read, so nothing is said about how it is really done.',
      deviations: [],
    }
  return {
    says: found.map(sayPractice).join(' '),
    deviations: found.flatMap(({ title, deviations }) =>
      deviations
        .slice(0, mostDeviations)
        .map(({ says, count: times, tickets }) => [
          title,
          capital(says),
          count(times),
          firstOf(tickets, 3, times),
        ]),
    ),
  }
}

const mostDeviations = 6

function sayPractice({ title, tickets, finished, fitting }: Conformance): string {
  if (finished === 0) return `${title}: none of the ${counted(tickets, 'ticket')} is finished yet.`
  return `${title}: ${shareOf(fitting, finished)} of the finished tickets follow this flow from start to end.`
}

function kpiRow(kpi: Kpi, collected: Collected | undefined): readonly string[] {
  return [kpi.id, kpi.title, sayTarget(kpi), capital(kpi.cadence), sayNow(kpi.id, collected?.measures ?? [])]
}

function requirementRow(id: string, { catalogue, assessment }: GuideInput): readonly string[] {
  const requirement = catalogue.requirements.find((one) => one.id === id)
  const item = assessment?.items.find(({ requirement: about }) => about === id)
  if (!item) return [id, requirement?.title ?? '', 'not assessed yet']
  const { rating, isConfirmed } = shownRating(item)
  const says = markOfRating[rating].word
  return [
    id,
    requirement?.title ?? '',
    isConfirmed || rating === 'not_assessed' ? says : `${says} (proposed)`,
  ]
}
