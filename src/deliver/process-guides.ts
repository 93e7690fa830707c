import type { Assessment } from '#assessment/assess.ts'
import { type Brand, plainBrand } from '#base/brand.ts'
import { capital, heading } from '#base/format.ts'
import type { GuideShelf, Kpi, NamedGuide } from '#content/guides.ts'
import type { ProcessModel } from '#content/process.ts'
import { type Sentences, say, sayCounted } from '#content/sentences.ts'
import type { Collected, Conformance } from '#evidence/collected.ts'
import type { Chart } from './charts/svg.ts'
import { type Catalogue, processKey, shownRating } from './figures/input.ts'
import { sayNow, sayTarget } from './figures/kpi.ts'
import { type SnapshotName, saySnapshot } from './figures/snapshot-name.ts'
import { markOfRating } from './figures/tone.ts'
import { differencesOf, isOwnStep } from './guides/adapted.ts'
import { modelChart } from './guides/model-chart.ts'
import { type ChapterPage, chapterPages } from './guides/own-chapters.ts'
import type { Rows } from './guides/rows.ts'
import { sayProcess, sayRole } from './process-words.ts'
import type { Speech } from './speech.ts'

/** What the guides are made from; without collected evidence they say that there are no data. */
export type GuideInput = Readonly<{
  speech: Speech
  organization: string
  shelf: GuideShelf
  sentences: Sentences
  /** The process models that the organization works by. */
  models: readonly ProcessModel[]
  /** The models of the pack, which own ones are held against. */
  reference: readonly ProcessModel[]
  /** Titles of the forms that belong to a guide, by its id. */
  forms: ReadonlyMap<string, readonly string[]>
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

/** One guide as a document places it: words and finished figures; nothing is computed after this. */
export type GuidePage = Readonly<{
  id: string
  title: string
  clauses: string
  /** The role that is proposed to answer for the process. */
  owner: string
  purpose: string
  scope: NamedGuide['scope']
  roles: Rows
  activities: Rows
  flows: readonly Readonly<{ title: string; chart: Chart; steps: Rows }>[]
  /** Where the agreed flow is not the reference. */
  adapted: Rows
  rules: Rows
  /** How the tickets compare with the flow; says so where there are none. */
  practice: Readonly<{ says: string; deviations: Rows }>
  records: readonly string[]
  kpis: Rows
  interfaces: Rows
  requirements: Rows
  chapters: readonly ChapterPage[]
  forms: readonly string[]
  pitfalls: readonly string[]
  smallOrganization: string
}>

/** The volume: a cover, how to read it, and every guide in the order of the standard. */
export type GuideBook = Readonly<{
  sentences: Sentences
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
    sentences: input.sentences,
    brand: input.brand ?? plainBrand,
    title: say(input.sentences, 'book.title'),
    organization: input.organization,
    madeOn: input.madeOn,
    version: input.version,
    basis: [basisOf(input), input.snapshot ? `${saySnapshot(input.snapshot, input.speech)}.` : '']
      .filter(Boolean)
      .join(' '),
    guides: input.shelf.guides.map((guide) => pageOf(guide, input)),
  }
}

function basisOf({ collected, sentences, speech }: GuideInput): string {
  if (!collected) return say(sentences, 'book.none')
  const tickets = collected.conformance.reduce((sum, one) => sum + one.tickets, 0)
  return sayCounted(sentences, 'book.basis', tickets, {
    count: speech.count(tickets),
    day: speech.day(collected.dataUntil),
    version: collected.packVersion,
  })
}

function pageOf(guide: NamedGuide, input: GuideInput): GuidePage {
  const { catalogue, models, shelf, sentences, reference, speech } = input
  const named = (role: string | undefined) => (role === undefined ? '–' : sayRole(role, speech))
  const kpiOf = (id: string) => shelf.kpis.find((one) => one.id === id)
  const own = models.filter(({ id }) => guide.models.includes(id))
  return {
    id: guide.id,
    title: sayProcess(guide, speech),
    clauses: guide.clauses
      .map((clause) => `${clause} ${titleOfClause(clause, catalogue, speech)}`.trim())
      .join(', '),
    owner: sayRole(guide.roles[0]?.role ?? '', speech),
    purpose: guide.purpose,
    scope: guide.scope,
    roles: guide.roles.map(({ role, duty }) => [named(role), capital(duty)]),
    activities: guide.activities.map((one, place) => [
      String(place + 1),
      one.name,
      capital(one.inputs),
      capital(one.outputs),
      named(one.responsible),
      named(one.accountable),
      named(one.consulted),
      named(one.informed),
    ]),
    flows: own.map((model) => ({
      title: model.title,
      chart: modelChart(model),
      steps: stepsOf(model, input),
    })),
    adapted: differencesOf(own, reference, sentences),
    rules: own.flatMap(({ rules }) =>
      rules.map(({ id, description, severity, check }) => [
        id,
        description,
        speech.known(`severity.${severity}`) ?? severity,
        check.length > 0 ? check.join(', ') : say(sentences, 'rules.nodata'),
      ]),
    ),
    practice: practiceOf(own, input),
    records: guide.records.map(capital),
    kpis: guide.kpis.flatMap((id) => {
      const kpi = kpiOf(id)
      return kpi ? [kpiRow(kpi, input)] : []
    }),
    interfaces: guide.interfaces.map((one) => [capital(one.with), capital(one.passes ?? '–')]),
    requirements: guide.requirements.map((id) => requirementRow(id, own, input)),
    chapters: chapterPages({
      guide,
      models: own,
      collected: input.collected,
      sentences,
      speech: input.speech,
      kpiTitle: (id) => kpiOf(id)?.title ?? id,
    }),
    forms: input.forms.get(guide.id) ?? [],
    pitfalls: guide.pitfalls.map(capital),
    smallOrganization: guide.small_organization,
  }
}

/** The title of a clause: in the language for the parts of the standard, else that of the catalogue. */
function titleOfClause(clause: string, { clauses }: Catalogue, { known }: Speech): string {
  return known(`family.${clause}`) ?? clauses.find(({ id }) => id === clause)?.title ?? ''
}

function stepsOf(model: ProcessModel, { reference, sentences, speech }: GuideInput): Rows {
  return model.transitions
    .filter(({ added }) => !added)
    .map(({ from, to, name, actor, guard }) => [
      heading(from),
      heading(to),
      isOwnStep(model, reference, { from, to })
        ? `${capital(name)} (${say(sentences, 'flow.own')})`
        : capital(name),
      sayRole(capital(actor), speech),
      guard ?? '–',
    ])
}

function practiceOf(
  models: readonly ProcessModel[],
  { collected, sentences, speech }: GuideInput,
): GuidePage['practice'] {
  const found = (collected?.conformance ?? []).filter(
    ({ type, tickets }) => tickets > 0 && models.some(({ id }) => processKey(id) === processKey(type)),
  )
  if (found.length === 0) return { says: say(sentences, 'practice.none'), deviations: [] }
  return {
    says: found.map((one) => sayPractice(one, sentences, speech)).join(' '),
    deviations: found.flatMap(({ title, deviations }) =>
      deviations
        .slice(0, mostDeviations)
        .map(({ says, count: times, tickets }) => [
          title,
          capital(says),
          speech.count(times),
          speech.firstOf(tickets, 3, times),
        ]),
    ),
  }
}

const mostDeviations = 6

function sayPractice(
  { title, tickets, finished, fitting }: Conformance,
  sentences: Sentences,
  speech: Speech,
): string {
  if (finished === 0) return say(sentences, 'practice.open', { title, count: speech.count(tickets) })
  return say(sentences, 'practice.follows', { title, share: speech.shareOf(fitting, finished) })
}

function kpiRow(kpi: Kpi, { collected, speech }: GuideInput): readonly string[] {
  return [
    kpi.id,
    kpi.title,
    sayTarget(kpi, speech),
    speech.known(`cadence.${kpi.cadence}`) ?? capital(kpi.cadence),
    sayNow(kpi.id, collected?.measures ?? [], speech),
  ]
}

function requirementRow(id: string, models: readonly ProcessModel[], input: GuideInput): readonly string[] {
  const { catalogue, assessment, speech } = input
  const requirement = catalogue.requirements.find((one) => one.id === id)
  const held = heldBy(id, models, input)
  const item = assessment?.items.find(({ requirement: about }) => about === id)
  if (!item) return [id, requirement?.title ?? '', held, say(input.sentences, 'served.unassessed')]
  const { rating, isConfirmed } = shownRating(item)
  const says = markOfRating(rating, speech).word
  return [
    id,
    requirement?.title ?? '',
    held,
    isConfirmed || rating === 'not_assessed'
      ? says
      : say(input.sentences, 'served.proposed', { rating: says }),
  ]
}

/** What holds a requirement in the process: rules of its models, and checks that were asked of the data. */
function heldBy(id: string, models: readonly ProcessModel[], { collected, sentences }: GuideInput): string {
  const rules = models.flatMap((model) =>
    model.rules.filter(({ requirements }) => requirements.includes(id)).map((rule) => rule.id),
  )
  const checks = (collected?.results ?? []).filter(({ decides }) =>
    decides.some(({ requirement }) => requirement === id),
  ).length
  const counted =
    checks === 0 ? [] : [sayCounted(sentences, 'served.checks', checks, { count: String(checks) })]
  return [...rules, ...counted].join(', ') || say(sentences, 'served.record')
}
