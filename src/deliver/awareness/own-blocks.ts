import { capital } from '#base/format.ts'
import { look } from '#base/look.ts'
import type { Section, Shows } from '#content/awareness.ts'
import { type Places, type Sentences, say } from '#content/sentences.ts'
import type { Paragraph } from '../deck/fit.ts'
import { answeringRoles, familyOf, titleOfFamily, titleOfGate } from '../deck/framework.ts'
import { type Block, bodyBox, sideSizes } from '../deck/slide.ts'
import type { Teller } from '../deck/telling.ts'
import { markOfGate } from '../figures/tone.ts'
import { monthValue } from '../figures/trend.ts'
import type { Programme } from '../programme-figures.ts'
import { reasonOf } from '../reason.ts'
import { gapsOf } from './own-figures.ts'

/** What own figures are made from: a programme, the sentences of the deck, its sections, and who tells. */
export type OwnMatter = Readonly<{
  programme: Programme
  sentences: Sentences
  sections: readonly Section[]
  section: Section
  teller: Teller
  name: string
}>

const { x, y, w, h } = bodyBox
/** Points stand to the left, own figures to the right. */
const left = { x, y, w: 4.7, h }
const right = { x: x + 5.0, y, w: w - 5.0, h }

/** The points of a slide with what the organization's own records say beside them; where they say nothing, that is said. */
export function ownBlocks(shows: Shows, points: readonly Paragraph[], matter: OwnMatter): readonly Block[] {
  if (shows.what === 'readiness') return readinessBlocks(points, matter)
  const text: Block = { kind: 'text', box: left, paragraphs: points, sizes: [18, 16, 14, 13, 12] }
  if (shows.what === 'process') return [text, ...processBlocks(shows, matter)]
  return [text, listBlocks[shows.what](matter)]
}

/** Readiness and the headline KPIs as tiles, and what they mean below. */
function readinessBlocks(
  points: readonly Paragraph[],
  { programme, sentences, teller }: OwnMatter,
): readonly Block[] {
  const { tell, tile } = teller
  const label = programme.figures.get('readiness.label')?.shown ?? ''
  const first = [
    ...tile('readiness.index', say(sentences, 'own.rated', { label })),
    ...tile('gaps.total'),
    ...tile('gaps.major'),
    ...tile('gates.red'),
  ]
  const kpis = programme.kpis.flatMap(({ kpi }) => tile(`kpi.${kpi.id}`))
  const missing = programme.kpis.filter(({ kpi }) => tell(`kpi.${kpi.id}`) === undefined)
  const below = kpis.length > 0 ? 3.3 : 1.65
  return [
    { kind: 'tiles', box: { x, y, w, h: 1.45 }, tiles: first },
    ...(kpis.length > 0
      ? [{ kind: 'tiles' as const, box: { x, y: y + 1.65, w, h: 1.45 }, tiles: kpis }]
      : []),
    {
      kind: 'text',
      box: { x, y: y + below, w, h: h - below },
      paragraphs: [
        ...points,
        ...missing.map(({ kpi, measure }) => ({
          text: say(sentences, 'own.missing', {
            kpi: kpi.title,
            because: reasonOf(measure?.because ?? say(sentences, 'own.uncomputed'), (key, places) =>
              say(sentences, key, places),
            ),
          }),
          quiet: true,
        })),
        { text: say(sentences, 'own.scope'), quiet: true },
      ],
      sizes: sideSizes,
    },
  ]
}

/** Counts, shares and KPIs of a process in a table, and the months of the first that has some as a line. */
function processBlocks(
  { models, kpis }: Extract<Shows, { what: 'process' }>,
  { programme, sentences, section, teller, name }: OwnMatter,
): readonly Block[] {
  const { figures } = programme
  const row = (id: string, otherwise?: string): readonly (readonly string[])[] => {
    const label = otherwise ?? figures.get(id)?.label
    return label === undefined ? [] : [[label, teller.tell(id) ?? say(sentences, 'own.none')]]
  }
  const titled = (id: string) => programme.pack.shelf.kpis.find((kpi) => kpi.id === id)?.title
  const isCounted = models.some((model) => figures.has(`tickets.${model}`))
  const rows = [
    ...(section.clauses.length > 0
      ? [
          ...row(`gaps.${section.id}`, capital(say(sentences, 'own.gaps'))),
          ...row(`gaps.${section.id}.major`, capital(say(sentences, 'own.heavy'))),
        ]
      : []),
    ...models.flatMap((model) => [...row(`tickets.${model}`), ...row(`follows.${model}`)]),
    ...kpis.flatMap((id) => row(`kpi.${id}`, titled(id))),
  ]
  const chart = kpis.flatMap((id) => chartOf(id, programme))[0]
  const isSaid = models.length > 0 && !isCounted
  const tableHigh = h - (chart ? 2.3 : 0) - (isSaid ? 0.7 : 0)
  const note = say(sentences, programme.matter.collected ? 'own.tickets' : 'own.unread')
  return [
    {
      kind: 'table',
      box: { ...right, h: tableHigh },
      name,
      rows: [[ownSource(programme, sentences), ''], ...rows],
      widths: [4.6, 2.2],
      numbers: [1],
    },
    ...(isSaid
      ? [
          {
            kind: 'text' as const,
            box: { ...right, y: y + tableHigh + 0.1, h: 0.6 },
            paragraphs: [{ text: note, quiet: true }],
            sizes: [14, 13, 12],
          },
        ]
      : []),
    ...(chart ? [{ ...chart, box: { ...right, y: y + h - 2.2, h: 2.2 } }] : []),
  ]
}

/** The months of a KPI as a line, since columns that do not begin at zero deceive; nothing where fewer than two are known. */
function chartOf(
  id: string,
  { matter, pack, speech }: Programme,
): readonly Omit<Extract<Block, { kind: 'chart' }>, 'box'>[] {
  const measure = matter.collected?.measures.find(({ aka }) => aka.includes(id))
  const points = measure?.points.filter((point) => monthValue(point) !== undefined) ?? []
  const title = pack.shelf.kpis.find((kpi) => kpi.id === id)?.title
  const months = points.map(({ period }) => speech.month(period))
  if (!measure || title === undefined || points.length < 2) return []
  return [
    {
      kind: 'chart',
      name: title,
      alt: `${title}, ${months[0]} – ${months.at(-1)}.`,
      form: 'lines',
      categories: months,
      series: [{ name: title, values: points.map(monthValue) }],
      format: measure.answers === 'share' ? '0%' : '0.0',
      title,
    },
  ]
}

const listBlocks: Readonly<
  Record<Exclude<Shows['what'], 'process' | 'readiness'>, (matter: OwnMatter) => Block>
> = {
  services: ({ programme, sentences, name }) => {
    const services = programme.matter.strategy?.services ?? []
    if (services.length === 0) return sayNone(sentences, 'own.noservices')
    return listed(
      name,
      [
        [say(sentences, 'own.service'), say(sentences, 'own.weight')],
        ...services.map(({ title, criticality }) => [title, criticality ?? say(sentences, 'own.unsaid')]),
      ],
      [5, 2],
    )
  },
  goals: ({ programme, sentences, name }) => {
    const goals = programme.matter.strategy?.goals ?? []
    if (goals.length === 0) return sayNone(sentences, 'own.nogoals')
    return listed(
      name,
      [
        [say(sentences, 'own.goal'), say(sentences, 'own.until')],
        ...goals.map(({ title, dueOn }) => [
          title,
          dueOn === undefined ? say(sentences, 'own.unsaid') : programme.speech.day(dueOn),
        ]),
      ],
      [5, 2],
    )
  },
  owners: ({ programme, sentences, name }) => {
    const { shelf } = programme.pack
    const families = Map.groupBy(shelf.guides, ({ clauses }) => familyOf(clauses[0] ?? ''))
    return listed(
      name,
      [
        [say(sentences, 'own.process'), say(sentences, 'own.role')],
        ...[...families].map(([family, guides]) => [
          titleOfFamily(family, programme),
          answeringRoles(guides, programme.speech),
        ]),
      ],
      [2.6, 4.6],
    )
  },
  gates: ({ programme, sentences, name }) =>
    listed(
      name,
      [
        [say(sentences, 'own.gate'), say(sentences, 'own.stands')],
        ...programme.matter.assessment.gates.map(({ id, title, colour }) => {
          const { tone, word } = markOfGate(colour, programme.speech)
          return [`${id} ${titleOfGate(id, title, programme.speech)}`, `${look.tones[tone].symbol} ${word}`]
        }),
      ],
      [5.4, 1.8],
    ),
  gaps: ({ programme, sentences, sections, teller, name }) =>
    listed(
      name,
      [
        ['own.part', 'own.gap', 'own.first'].map((key) => say(sentences, key)),
        ...sections
          .filter(({ clauses }) => clauses.length > 0)
          .map((section) => [
            say(sentences, `${section.id}.title`),
            teller.tell(`gaps.${section.id}`) ?? '',
            gapsOf(section, programme.matter.assessment.gaps)[0]?.title ?? say(sentences, 'own.nogap'),
          ]),
      ],
      [3, 0.8, 3.6],
    ),
}

function listed(name: string, rows: readonly (readonly string[])[], widths: readonly number[]): Block {
  return { kind: 'table', box: right, name, rows, widths }
}

function sayNone(sentences: Sentences, key: string, places?: Places): Block {
  const says = { text: say(sentences, key, places), strong: true }
  return { kind: 'text', box: right, paragraphs: [says], sizes: [18, 16, 14] }
}

/** What stands over own figures: from which data they are. */
export function ownSource(
  { matter: { collected, madeOn }, speech }: Programme,
  sentences: Sentences,
): string {
  return say(sentences, 'own.source', { basis: speech.day(collected?.dataUntil ?? madeOn) })
}
