import type { Gap } from '#assessment/gap.ts'
import type { AwarenessPlan, Section } from '#content/awareness.ts'
import { type Sentences, say } from '#content/sentences.ts'
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
  { matter, figures, speech }: Programme,
  sentences: Sentences,
): readonly Figure[] {
  if (section.clauses.length === 0) return []
  const own = gapsOf(section, matter.assessment.gaps)
  const source = figures.get('gaps.total')?.source ?? ''
  const part = say(sentences, `${section.id}.title`)
  return [
    countOf(
      {
        id: `gaps.${section.id}`,
        label: `${part}, ${say(sentences, 'own.gaps')}`,
        value: own.length,
        source,
      },
      speech,
    ),
    countOf(
      {
        id: `gaps.${section.id}.major`,
        label: `${part}, ${say(sentences, 'own.heavy')}`,
        value: own.filter(({ severity }) => severity === 'major').length,
        source,
      },
      speech,
    ),
  ]
}

function ticketFigures(
  model: string,
  { matter, speech }: Programme,
  sentences: Sentences,
): readonly Figure[] {
  const { collected } = matter
  const found = collected?.conformance.find(({ type, tickets }) => type === model && tickets > 0)
  if (!collected || !found) return []
  const { title, tickets, fitting, finished } = found
  const source = say(sentences, 'own.paths', {
    day: speech.day(collected.dataUntil),
    version: collected.packVersion,
  })
  const follows = speech.shareOf(fitting, finished)
  return [
    countOf(
      { id: `tickets.${model}`, label: say(sentences, 'own.count', { title }), value: tickets, source },
      speech,
    ),
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
