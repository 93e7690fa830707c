import type { FinanceModel } from '#content/finance.ts'
import type { GuideShelf, Kpi } from '#content/guides.ts'
import type { StrategyContent } from '#content/strategy.ts'
import type { MeasureResult } from '#evidence/collected.ts'
import { outlookOf } from '#roadmap/outlook-store.ts'
import { count, counted, percent, periodOf, personDays, shortHash } from './figures/format.ts'
import { type Catalogue, readinessInFront } from './figures/input.ts'
import { headlineOf } from './figures/trend.ts'
import { caseFigures, type FrozenCase, freezeCase } from './programme/case-figures.ts'
import { type Figure, type Figures, figuresById } from './programme/figure.ts'
import type { ProgrammeMatter } from './programme-matter.ts'

/** The parts of the pack that documents of a programme place. */
export type ProgrammePack = Readonly<{
  catalogue: Catalogue
  shelf: GuideShelf
  strategy: Pick<StrategyContent, 'principles'>
  model: FinanceModel
}>

/** One of the four KPIs that stand in front, with what measures it. */
export type HeadlineKpi = Readonly<{ kpi: Kpi; measure: MeasureResult | undefined }>

/** A programme frozen: every figure computed once. All its documents are made from this and from nothing else. */
export type Programme = Readonly<{
  matter: ProgrammeMatter
  pack: ProgrammePack
  figures: Figures
  businessCase: FrozenCase | undefined
  kpis: readonly HeadlineKpi[]
  /** What is not there, in sentences. */
  missing: readonly string[]
}>

/** Computes the figures of a programme. */
export function freezeProgramme(matter: ProgrammeMatter, pack: ProgrammePack): Programme {
  const businessCase = matter.businessCase && freezeCase(pack.model, matter.businessCase)
  const kpis = pack.shelf.kpis
    .filter(({ headline }) => headline)
    .map((kpi) => ({ kpi, measure: matter.collected?.measures.find(({ aka }) => aka.includes(kpi.id)) }))
  return {
    matter,
    pack,
    businessCase,
    kpis,
    figures: figuresById([
      ...readinessFigures(matter),
      ...strategyFigures(matter),
      ...roadmapFigures(matter),
      ...(businessCase ? caseFigures(businessCase) : []),
      ...peopleFigures(matter),
      ...kpis.flatMap((one) => kpiFigure(one, matter)),
    ]),
    missing: missingOf(matter, businessCase),
  }
}

function readinessFigures({ assessment, collected, version }: ProgrammeMatter): readonly Figure[] {
  const readiness = readinessInFront(assessment)
  const data = collected
    ? `evidence of ${periodOf(collected.period)}, data ${shortHash(collected.dataHash)}`
    : 'no evidence from tickets'
  const of = `assessment on ${assessment.on} by ${readiness.basis}, pack ${version}; ${data}`
  const majors = assessment.gaps.filter(({ severity }) => severity === 'major').length
  const coloured = (colour: string) => assessment.gates.filter((gate) => gate.colour === colour).length
  const likely = assessment.gaps.reduce((sum, { effort }) => sum + effort.likely, 0)
  return [
    countOf('readiness.index', 'Readiness index, of 100', readiness.index, of),
    {
      id: 'readiness.label',
      label: 'Readiness in words',
      value: readiness.label,
      shown: readiness.label,
      source: of,
    },
    countOf('readiness.rated', 'Requirements rated or proposed', readiness.assessed, of),
    countOf('readiness.applicable', 'Requirements that apply', readiness.applicable, of),
    countOf('gaps.total', 'Gaps', assessment.gaps.length, of),
    countOf('gaps.major', 'Gaps that weigh like a major nonconformity', majors, of),
    {
      id: 'gaps.days',
      label: 'Person-days to close all gaps, an upper bound since work is shared',
      value: likely,
      shown: personDays(likely),
      source: of,
    },
    countOf('gates.red', 'Gates to the audit that are red', coloured('red'), of),
    countOf('gates.grey', 'Gates without facts', coloured('grey'), of),
    countOf('gates.green', 'Gates that are green', coloured('green'), of),
  ]
}

function strategyFigures({ strategy, madeOn }: ProgrammeMatter): readonly Figure[] {
  if (!strategy) return []
  const of = `registers of goals and services on ${madeOn}`
  const { score, ofServices, ofGoals } = strategy.alignment
  const covered = (id: string, label: string, share: number | undefined, n: string): readonly Figure[] =>
    share === undefined
      ? []
      : [
          {
            id,
            label,
            value: share,
            shown: percent(share),
            source: `${of}; ${n}. ${strategy.alignment.formula}`,
          },
        ]
  return [
    countOf('goals.count', 'Strategic goals', strategy.goals.length, of),
    countOf('services.count', 'Services in the register', strategy.services.length, of),
    ...covered('alignment.score', 'Coverage of alignment', score, 'the lower of the two below'),
    ...covered('alignment.services', 'Services that goals reach', ofServices?.share, `n = ${ofServices?.n}`),
    ...covered('alignment.goals', 'Goals that services reach', ofGoals?.share, `n = ${ofGoals?.n}`),
  ]
}

function roadmapFigures({ roadmap }: ProgrammeMatter): readonly Figure[] {
  if (!roadmap) return []
  const { schedule, plan, isStale } = roadmap
  const { risk, tasks, inputsHash } = schedule
  const stale = isStale ? '; its inputs have changed since it was planned' : ''
  const of = `roadmap ${shortHash(inputsHash)}${stale}`
  const simulated = `${of}; ${counted(risk.runs, 'simulated course')}, seed ${risk.seed}`
  const { certificationDate, probability } = outlookOf(schedule, plan)
  const onDay = (id: string, label: string, value: string, source: string): Figure => ({
    id,
    label,
    value,
    shown: value,
    source,
  })
  return [
    countOf('plan.tasks', 'Tasks of the roadmap', tasks.length, of),
    {
      id: 'plan.days',
      label: 'Person-days of the roadmap',
      value: schedule.personDays,
      shown: personDays(schedule.personDays),
      source: of,
    },
    onDay('plan.start', 'Work begins', schedule.start, of),
    onDay('plan.finish', 'Finished as planned', schedule.finish, of),
    onDay('plan.p50', 'Half of the simulated courses are finished by', risk.p50, simulated),
    onDay('plan.p80', 'Four fifths of them are finished by', risk.p80, simulated),
    ...(certificationDate === undefined
      ? []
      : [onDay('certificate.on', 'Agreed day of the certificate', certificationDate, of)]),
    ...(probability === undefined
      ? []
      : [
          {
            id: 'certificate.probability',
            label: 'Chance that the work is finished by the agreed day',
            value: probability,
            shown: percent(probability),
            source: simulated,
          },
        ]),
  ]
}

function peopleFigures({ risks, training, madeOn }: ProgrammeMatter): readonly Figure[] {
  const rated = risks?.filter(({ level }) => level !== '') ?? []
  const high = rated.filter(({ level }) => level.endsWith('high')).length
  return [
    ...(risks
      ? [
          countOf('risks.rated', 'Risks that are rated', rated.length, `register of risks on ${madeOn}`),
          countOf('risks.high', 'Risks rated high or very high', high, `register of risks on ${madeOn}`),
        ]
      : []),
    ...(training
      ? [
          countOf(
            'training.persons',
            'People with something to learn',
            training.persons,
            trainingSource(training),
          ),
          countOf('training.hours', 'Hours of learning ahead', training.hours, trainingSource(training)),
        ]
      : []),
  ]
}

function trainingSource({ inputsHash }: NonNullable<ProgrammeMatter['training']>): string {
  return `training plan, inputs ${shortHash(inputsHash)}`
}

/** The figure of a KPI, or none where nothing measures it. */
export function kpiFigure(
  { kpi, measure }: HeadlineKpi,
  { collected, madeOn }: ProgrammeMatter,
): readonly Figure[] {
  const now = measure && headlineOf(measure)
  if (!now || !collected) return []
  const shown = [now.value, now.unit].filter(Boolean).join(' ')
  return [
    {
      id: `kpi.${kpi.id}`,
      label: kpi.title,
      value: shown,
      shown,
      source:
        measure.from === 'registers'
          ? `registers on ${madeOn}, ${now.note}`
          : `measure ${measure.id}, ${periodOf(collected.period)}, ${now.note}; select ${shortHash(measure.sqlHash)}`,
    },
  ]
}

/** A figure that is a count. */
export function countOf(id: string, label: string, value: number, source: string): Figure {
  return { id, label, value, shown: count(value), source }
}

function missingOf(matter: ProgrammeMatter, businessCase: FrozenCase | undefined): readonly string[] {
  const { collected, strategy, roadmap, risks, training } = matter
  return [
    [collected, 'No tickets were read: nothing here is measured.'],
    [strategy, 'No strategic goals are written down, so nothing is said about alignment.'],
    [roadmap, 'No roadmap is planned, so there are no dates.'],
    [
      businessCase,
      matter.businessCase
        ? 'The business case lacks values and cannot be computed.'
        : 'No business case is set up, so nothing is said about money.',
    ],
    [risks, 'No register of risks was read.'],
    [training, 'Nobody has written down who works here, so training is not planned.'],
  ].flatMap(([part, says]) => (part === undefined ? [String(says)] : []))
}
