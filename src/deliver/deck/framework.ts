import { Rating } from '#assessment/rating.ts'
import { look } from '#base/look.ts'
import { count, listed, shareOf } from '../figures/format.ts'
import { shownRating } from '../figures/input.ts'
import { markOfGate, markOfRating } from '../figures/tone.ts'
import type { Programme } from '../programme-figures.ts'
import type { Speech } from '../speech.ts'
import { bodyBox, type Slide, sideSizes } from './slide.ts'
import { slideOf, teller } from './telling.ts'

const { x, y, w, h } = bodyBox

/** The rules by which services are managed. */
export function principlesSlide({ matter, pack, figures }: Programme): Slide {
  const { principles } = pack.strategy
  return slideOf(teller(figures), {
    id: 'principles',
    title: `${principles.length} principles say how we work`,
    blocks: [
      {
        kind: 'table',
        box: bodyBox,
        name: 'Principles',
        rows: [
          ['Principle', 'What follows from it', 'Clauses'],
          ...principles.map(({ title, says, clauses }) => [title, says, clauses.join(', ')]),
        ],
        widths: [3.2, 7, 1.8],
      },
    ],
    source: `A proposal of content pack ${matter.version}; the policy of the organization goes before it.`,
    says: 'The principles are a proposal. Take what is true for you into the policy, and leave the rest.',
  })
}

/** Who answers for what: processes by family, with the roles that the guides name and how their requirements stand. */
export function operatingSlide({ matter, pack, figures }: Programme): Slide {
  const { catalogue, shelf } = pack
  const items = new Map(matter.assessment.items.map((item) => [item.requirement, item]))
  const families = Map.groupBy(shelf.guides, ({ clauses }) => familyOf(clauses[0] ?? ''))
  const rows = [...families].map(([family, guides]) => {
    const requirements = [...new Set(guides.flatMap(({ requirements }) => requirements))]
    const rated = requirements
      .flatMap((id) => {
        const item = items.get(id)
        return item ? [shownRating(item).rating] : []
      })
      .filter((rating) => rating !== 'not_assessed' && rating !== 'not_applicable')
    const met = rated.filter((rating) => rating === 'conforming' || rating === 'ofi').length
    return [
      catalogue.clauses.find(({ id }) => id === family)?.title ?? family,
      guides.map(({ title }) => title.replace(/ management$/, '')).join(', '),
      [...new Set(guides.flatMap(({ roles }) => roles[0]?.role ?? []))].join(', '),
      rated.length === 0 ? 'not assessed' : shareOf(met, rated.length),
    ]
  })
  return slideOf(teller(figures), {
    id: 'operating-model',
    title: `${shelf.guides.length} processes in ${rows.length} families, each with one role that answers`,
    blocks: [
      {
        kind: 'table',
        box: bodyBox,
        name: 'Operating model',
        rows: [['Family', 'Processes', 'Answers for it', 'Conforming, of assessed'], ...rows],
        widths: [2.3, 4.2, 3.5, 2.1],
      },
    ],
    source: `Process guidelines of pack ${matter.version}; ratings of ${matter.assessment.on}, proposed where nobody has rated`,
    says: 'The guides name the roles; one person may hold several. The share counts requirements that conform, of those that the guides of a family serve and that are rated or proposed; what was not assessed is in no share.',
  })
}

/** The part of the standard that a clause belongs to: of operation its groups, of everything else the clause itself. */
export function familyOf(clause: string): string {
  const [chapter = '', part] = clause.split('.')
  return chapter === '8' && part !== undefined ? `8.${part}` : chapter
}

/** Where we stand: index, what was rated, and the gates. */
export function standingSlide({ matter, figures, speech }: Programme): Slide {
  const { tell, tile, told } = teller(figures)
  const { gates } = matter.assessment
  const red = gates.filter(({ colour }) => colour === 'red')
  const rows = gates.map(({ id, title, colour }) => {
    const { tone, word } = markOfGate(colour, speech)
    return [id, title, `${look.tones[tone].symbol} ${word}`]
  })
  const half = Math.ceil(rows.length / 2)
  const table = (name: string, some: typeof rows, left: number) => ({
    kind: 'table' as const,
    box: { x: x + left, y: y + 1.75, w: w / 2 - 0.15, h: h - 1.75 },
    name,
    rows: [['Gate', 'To the audit', 'Stands'], ...some],
    widths: [0.8, 4, 1.4],
  })
  return slideOf(
    { tell, tile, told },
    {
      id: 'standing',
      title:
        red.length > 0
          ? `We are ${tell('readiness.label')}: ${tell('gates.red')} of ${gates.length} gates to the audit are red`
          : `We are ${tell('readiness.label')}: no gate to the audit is red`,
      blocks: [
        {
          kind: 'tiles',
          box: { x, y, w, h: 1.5 },
          tiles: [
            ...tile('readiness.index'),
            ...tile('readiness.rated', `of ${tell('readiness.applicable')} requirements rated or proposed`),
            ...tile('gates.green'),
            ...tile('gates.grey'),
          ],
        },
        table('Gates, first half', rows.slice(0, half), 0),
        table('Gates, second half', rows.slice(half), w / 2 + 0.15),
      ],
      source: `Assessment of ${matter.assessment.on}`,
      says: `A gate without facts is never green. ${red.map(({ id, because }) => `${id}: ${because}`).join(' ')}`,
    },
  )
}

/** Where the gaps lie, by part of the standard, and which weigh most. */
export function gapsSlide({ matter, pack, figures, speech }: Programme): Slide {
  const { tell, tile, told } = teller(figures)
  const { gaps } = matter.assessment
  const themes = [...Map.groupBy(gaps, ({ clause }) => familyOf(clause))].toSorted(
    ([, one], [, other]) => one.length - other.length,
  )
  const titles = themes.map(([family]) =>
    `${family} ${pack.catalogue.clauses.find(({ id }) => id === family)?.title ?? ''}`.trim(),
  )
  const severities = ['major', 'minor', 'partial'] as const
  const worst = themes.at(-1)
  const top = gaps
    .filter(({ severity }) => severity === 'major')
    .slice(0, 5)
    .map(({ requirement, title }) => ({ text: `${requirement} ${title}`, bullet: true }))
  return slideOf(
    { tell, tile, told },
    {
      id: 'gaps',
      title: worst
        ? `${tell('gaps.total')} gaps, most of them in ${pack.catalogue.clauses.find(({ id }) => id === worst[0])?.title ?? worst[0]}`
        : 'No requirement falls short so far',
      blocks: worst
        ? [
            {
              kind: 'chart',
              box: { x, y, w: 7.4, h },
              name: 'Gaps by theme',
              alt: `Gaps by theme: ${themes
                .toReversed()
                .map(([family, all]) => `${family} ${all.length}`)
                .join(', ')}.`,
              form: 'stacked bars',
              categories: titles,
              series: severities.map((severity) => ({
                name: severity,
                values: themes.map(([, all]) => all.filter((gap) => gap.severity === severity).length),
              })),
              format: '0',
            },
            {
              kind: 'text',
              box: { x: x + 7.7, y, w: w - 7.7, h },
              paragraphs: [
                {
                  text: `${tell('gaps.major')} weigh like a major nonconformity${top.length > 0 ? '; first of all:' : '.'}`,
                  strong: true,
                },
                ...top,
                {
                  text: `Closing all of them takes at most ${tell('gaps.days')} person-days; work that serves several requirements is counted once for each.`,
                  quiet: true,
                },
              ],
              sizes: sideSizes,
            },
          ]
        : [],
      source: `Assessment of ${matter.assessment.on}; ${ratingsSay(
        matter.assessment.items.map((item) => shownRating(item).rating),
        speech,
      )}`,
      says: 'A gap is a requirement that a person rated, or the evidence proposes, as not conforming. Partial gaps are under way.',
    },
  )
}

function ratingsSay(ratings: readonly Rating[], speech: Speech): string {
  return listed(
    Rating.options.flatMap((rating) => {
      const n = ratings.filter((one) => one === rating).length
      return n === 0 ? [] : [`${count(n)} ${markOfRating(rating, speech).word}`]
    }),
  )
}
