import type { Gap } from '#assessment/gap.ts'
import type { AwarenessPlan, Section } from '#content/awareness.ts'
import { type Sentences, say } from '#content/sentences.ts'
import { day, shareOf } from '../figures/format.ts'
import { type Figure, type Figures, figuresById } from '../programme/figure.ts'
import { countOf, kpiFigure, type Programme } from '../programme-figures.ts'

/** The gaps that a part of the deck is about. */
export function gapsOf({ clauses }: Section, gaps: readonly Gap[]): readonly Gap[] {
  return gaps.filter(({ clause }) => clauses.some((own) => clause === own || clause.startsWith(`${own}.`)))
}

/** The figures of a programme with those that only this deck shows: gaps by part, tickets by kind, and more KPIs. */
export function withOwnFigures(programme: Programme, plan: AwarenessPlan, sentences: Sentences): Figures {
  const { figures } = programme
  const all = plan.sections.flatMap(({ slides }) => slides.flatMap(({ shows }) => shows ?? []))
  const processes = all.flatMap((shows) => (shows.what === 'process' ? [shows] : []))
  const kpis = [...new Set(processes.flatMap((shows) => shows.kpis))].filter(
    (id) => !figures.has(`kpi.${id}`),
  )
  const models = [...new Set(processes.flatMap((shows) => shows.models))]
  return new Map([
    ...figures,
    ...figuresById([
      ...plan.sections.flatMap((section) => gapFigures(section, programme, sentences)),
      ...models.flatMap((model) => ticketFigures(model, programme, sentences)),
      ...kpis.flatMap((id) => ownKpi(id, programme)),
    ]),
  ])
}

function gapFigures(
  section: Section,
  { matter, figures }: Programme,
  sentences: Sentences,
): readonly Figure[] {
  if (section.clauses.length === 0) return []
  const own = gapsOf(section, matter.assessment.gaps)
  const source = figures.get('gaps.total')?.source ?? ''
  const part = say(sentences, `${section.id}.title`)
  return [
    countOf(`gaps.${section.id}`, `${part}, ${say(sentences, 'own.gaps')}`, own.length, source),
    countOf(
      `gaps.${section.id}.major`,
      `${part}, ${say(sentences, 'own.heavy')}`,
      own.filter(({ severity }) => severity === 'major').length,
      source,
    ),
  ]
}

function ticketFigures(model: string, { matter }: Programme, sentences: Sentences): readonly Figure[] {
  const { collected } = matter
  const found = collected?.conformance.find(({ type, tickets }) => type === model && tickets > 0)
  if (!collected || !found) return []
  const { title, tickets, fitting, finished } = found
  const source = `paths of tickets until ${day(collected.dataUntil)}, pack ${collected.packVersion}`
  const follows = shareOf(fitting, finished)
  return [
    countOf(`tickets.${model}`, say(sentences, 'own.count', { title }), tickets, source),
    {
      id: `follows.${model}`,
      label: say(sentences, 'own.follows', { title }),
      value: follows,
      shown: follows,
      source,
    },
  ]
}

function ownKpi(id: string, { matter, pack, speech }: Programme): readonly Figure[] {
  const kpi = pack.shelf.kpis.find((one) => one.id === id)
  if (!kpi) return []
  const measure = matter.collected?.measures.find(({ aka }) => aka.includes(id))
  return kpiFigure({ kpi, measure }, matter, speech)
}
