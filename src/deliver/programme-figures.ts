import { shortHash } from '#base/format.ts'
import type { FinanceModel } from '#content/finance.ts'
import type { GuideShelf, Kpi } from '#content/guides.ts'
import type { StrategyContent } from '#content/strategy.ts'
import type { MeasureResult } from '#evidence/collected.ts'
import { outlookOf } from '#roadmap/outlook-store.ts'
import { type Catalogue, readinessInFront } from './figures/input.ts'
import { headlineOf } from './figures/trend.ts'
import { caseFigures, type FrozenCase, freezeCase, type Saying } from './programme/case-figures.ts'
import { type Figure, type Figures, figuresById } from './programme/figure.ts'
import type { ProgrammeMatter } from './programme-matter.ts'
import type { Speech } from './speech.ts'

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
  speech: Speech
  figures: Figures
  businessCase: FrozenCase | undefined
  kpis: readonly HeadlineKpi[]
  /** What is not there, in sentences. */
  missing: readonly string[]
}>

/** Computes the figures of a programme; speech: that of the document, with the sentences of programmes. */
export function freezeProgramme(
  matter: ProgrammeMatter,
  given: ProgrammePack,
  speech: Speech,
  said: Saying = (thing) => thing,
): Programme {
  const businessCase = matter.businessCase && freezeCase(given.model, matter.businessCase, said)
  const pack = { ...given, model: said(given.model) }
  const kpis = pack.shelf.kpis
    .filter(({ headline }) => headline)
    .map((kpi) => ({ kpi, measure: matter.collected?.measures.find(({ aka }) => aka.includes(kpi.id)) }))
  return {
    matter,
    pack,
    speech,
    businessCase,
    kpis,
    figures: figuresById([
      ...readinessFigures(matter, speech),
      ...strategyFigures(matter, speech),
      ...roadmapFigures(matter, speech),
      ...(businessCase ? caseFigures(businessCase, speech) : []),
      ...peopleFigures(matter, speech),
      ...kpis.flatMap((one) => kpiFigure(one, matter, speech)),
    ]),
    missing: missingOf(matter, businessCase).map((key) => speech.say(key)),
  }
}

function readinessFigures(
  { assessment, collected, version }: ProgrammeMatter,
  speech: Speech,
): readonly Figure[] {
  const readiness = readinessInFront(assessment)
  const data = collected
    ? speech.say('source.evidence', {
        period: speech.periodOf(collected.period),
        hash: shortHash(collected.dataHash),
      })
    : speech.say('source.no-evidence')
  const of = speech.say(`source.assessment.${readiness.basis}`, {
    day: speech.day(assessment.on),
    version,
    data,
  })
  const majors = assessment.gaps.filter(({ severity }) => severity === 'major').length
  const coloured = (colour: string) => assessment.gates.filter((gate) => gate.colour === colour).length
  const likely = assessment.gaps.reduce((sum, { effort }) => sum + effort.likely, 0)
  const { countOf, named } = tellers(speech, of)
  return [
    countOf('readiness.index', readiness.index),
    named('readiness.label', readiness.label, speech.terms.readiness[readiness.label]),
    countOf('readiness.rated', readiness.assessed),
    countOf('readiness.applicable', readiness.applicable),
    countOf('gaps.total', assessment.gaps.length),
    countOf('gaps.major', majors),
    named('gaps.days', likely, speech.personDays(likely)),
    countOf('gates.red', coloured('red')),
    countOf('gates.grey', coloured('grey')),
    countOf('gates.green', coloured('green')),
  ]
}

function strategyFigures({ strategy, madeOn }: ProgrammeMatter, speech: Speech): readonly Figure[] {
  if (!strategy) return []
  const of = speech.say('source.registers', { day: speech.day(madeOn) })
  const { score, ofServices, ofGoals } = strategy.alignment
  const covered = (id: string, share: number | undefined, n: string): readonly Figure[] =>
    share === undefined
      ? []
      : [
          tellers(speech, `${of}; ${n}. ${strategy.alignment.formula}`).named(
            id,
            share,
            speech.percent(share),
          ),
        ]
  const { countOf } = tellers(speech, of)
  return [
    countOf('goals.count', strategy.goals.length),
    countOf('services.count', strategy.services.length),
    ...covered('alignment.score', score, speech.say('source.lower')),
    ...covered('alignment.services', ofServices?.share, `n = ${ofServices?.n}`),
    ...covered('alignment.goals', ofGoals?.share, `n = ${ofGoals?.n}`),
  ]
}

function roadmapFigures({ roadmap }: ProgrammeMatter, speech: Speech): readonly Figure[] {
  if (!roadmap) return []
  const { schedule, plan, isStale } = roadmap
  const { risk, tasks, inputsHash } = schedule
  const of = speech.say(isStale ? 'source.roadmap-stale' : 'source.roadmap', {
    hash: shortHash(inputsHash),
  })
  const simulated = speech.many('source.simulated', risk.runs, { roadmap: of, seed: String(risk.seed) })
  const { certificationDate, probability } = outlookOf(schedule, plan)
  const planned = tellers(speech, of)
  const onDay = (id: string, value: string, { named }: Tellers) => named(id, value, speech.day(value))
  const likely = tellers(speech, simulated)
  return [
    planned.countOf('plan.tasks', tasks.length),
    planned.named('plan.days', schedule.personDays, speech.personDays(schedule.personDays)),
    onDay('plan.start', schedule.start, planned),
    onDay('plan.finish', schedule.finish, planned),
    onDay('plan.p50', risk.p50, likely),
    onDay('plan.p80', risk.p80, likely),
    ...(certificationDate === undefined ? [] : [onDay('certificate.on', certificationDate, planned)]),
    ...(probability === undefined
      ? []
      : [likely.named('certificate.probability', probability, speech.percent(probability))]),
  ]
}

function peopleFigures({ risks, training, madeOn }: ProgrammeMatter, speech: Speech): readonly Figure[] {
  const rated = risks?.filter(({ level }) => level !== '') ?? []
  const high = rated.filter(({ level }) => level.endsWith('high')).length
  const ofRisks = tellers(speech, speech.say('source.risks', { day: speech.day(madeOn) }))
  const ofTraining =
    training && tellers(speech, speech.say('source.training', { hash: shortHash(training.inputsHash) }))
  return [
    ...(risks ? [ofRisks.countOf('risks.rated', rated.length), ofRisks.countOf('risks.high', high)] : []),
    ...(training && ofTraining
      ? [
          ofTraining.countOf('training.persons', training.persons),
          ofTraining.countOf('training.hours', training.hours),
        ]
      : []),
  ]
}

/** The figure of a KPI, or none where nothing measures it. */
export function kpiFigure(
  { kpi, measure }: HeadlineKpi,
  { collected, madeOn }: ProgrammeMatter,
  speech: Speech,
): readonly Figure[] {
  const now = measure && headlineOf(measure, speech)
  if (!now || !collected) return []
  const shown = [now.value, now.unit].filter(Boolean).join(' ')
  const places = {
    id: measure.id,
    period: speech.periodOf(collected.period),
    note: now.note,
    hash: shortHash(measure.sqlHash),
    day: speech.day(madeOn),
  }
  const source = speech.say(measure.from === 'registers' ? 'source.kpi-registers' : 'source.kpi', places)
  return [{ id: `kpi.${kpi.id}`, label: kpi.title, value: shown, shown, source }]
}

/** A figure that is a count. */
export function countOf(
  counted: Omit<Figure, 'shown' | 'value'> & { value: number },
  { count }: Speech,
): Figure {
  return { ...counted, shown: count(counted.value) }
}

type Tellers = ReturnType<typeof tellers>

/** Makes figures of one source; their labels are sentences. */
function tellers(speech: Speech, source: string) {
  const named = (id: string, value: number | string, shown: string): Figure => ({
    id,
    label: speech.say(`figure.${id}`),
    value,
    shown,
    source,
  })
  const countOf = (id: string, value: number) => named(id, value, speech.count(value))
  return { named, countOf }
}

/** The sentences about what is not there. */
function missingOf(matter: ProgrammeMatter, businessCase: FrozenCase | undefined): readonly string[] {
  const { collected, strategy, roadmap, risks, training } = matter
  const parts: readonly (readonly [unknown, string])[] = [
    [collected, 'missing.tickets'],
    [strategy, 'missing.goals'],
    [roadmap, 'missing.roadmap'],
    [businessCase, matter.businessCase ? 'missing.values' : 'missing.case'],
    [risks, 'missing.risks'],
    [training, 'missing.training'],
  ]
  return parts.flatMap(([part, key]) => (part === undefined ? [key] : []))
}
