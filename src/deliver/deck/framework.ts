import { Rating } from '#assessment/rating.ts'
import { look } from '#base/look.ts'
import type { NamedGuide } from '#content/guides.ts'
import { shownRating } from '../figures/input.ts'
import { markOfGate, markOfRating } from '../figures/tone.ts'
import { sayProcess, sayRole } from '../process-words.ts'
import type { Programme } from '../programme-figures.ts'
import type { Speech } from '../speech.ts'
import { headsOf } from './opening.ts'
import { bodyBox, type Slide, sideSizes } from './slide.ts'
import { slideOf, type Teller, teller } from './telling.ts'

const { x, y, w, h } = bodyBox

/** The rules by which services are managed. */
export function principlesSlide(programme: Programme): Slide {
  const { matter, pack, speech } = programme
  const { principles } = pack.strategy
  return slideOf(teller(programme), {
    id: 'principles',
    title: speech.many('principles.title', principles.length),
    blocks: [
      {
        kind: 'table',
        box: bodyBox,
        name: speech.say('principles.name'),
        rows: [
          headsOf(speech, 'principles.head', ['principle', 'says', 'clauses']),
          ...principles.map(({ id, title, says, clauses }) => [
            speech.known(`principle.${id}.title`) ?? title,
            speech.known(`principle.${id}.says`) ?? says,
            clauses.join(', '),
          ]),
        ],
        widths: [3.2, 7, 1.8],
      },
    ],
    source: speech.say('principles.source', { version: matter.version }),
    says: speech.say('principles.says'),
  })
}

/** Who answers for what: processes by family, with the roles that the guides name and how their requirements stand. */
export function operatingSlide(programme: Programme): Slide {
  const { matter, pack, speech } = programme
  const { shelf } = pack
  const families = Map.groupBy(shelf.guides, ({ clauses }) => familyOf(clauses[0] ?? ''))
  const rows = [...families].map(([family, guides]) => [
    titleOfFamily(family, programme),
    guides.map((guide) => shortTitle(guide, speech)).join(', '),
    answeringRoles(guides, speech),
    metOf(guides, programme),
  ])
  return slideOf(teller(programme), {
    id: 'operating-model',
    title: speech.say('operating.title', { processes: shelf.guides.length, families: rows.length }),
    blocks: [
      {
        kind: 'table',
        box: bodyBox,
        name: speech.say('operating.name'),
        rows: [headsOf(speech, 'operating.head', ['family', 'processes', 'role', 'conforming']), ...rows],
        widths: [2.2, 4.2, 3.8, 1.9],
      },
    ],
    source: speech.say('operating.source', {
      version: matter.version,
      day: speech.day(matter.assessment.on),
    }),
    says: speech.say('operating.says'),
  })
}

/** The roles that answer for some guides, each once. */
export function answeringRoles(guides: readonly NamedGuide[], speech: Speech): string {
  return [...new Set(guides.flatMap(({ roles }) => roles[0]?.role ?? []))]
    .map((role) => sayRole(role, speech))
    .join(', ')
}

/** How many requirements of some guides conform, of those that are rated or proposed. */
function metOf(guides: readonly NamedGuide[], { matter, speech }: Programme): string {
  const items = new Map(matter.assessment.items.map((item) => [item.requirement, item]))
  const requirements = [...new Set(guides.flatMap(({ requirements }) => requirements))]
  const rated = requirements
    .flatMap((id) => {
      const item = items.get(id)
      return item ? [shownRating(item).rating] : []
    })
    .filter((rating) => rating !== 'not_assessed' && rating !== 'not_applicable')
  const met = rated.filter((rating) => rating === 'conforming' || rating === 'ofi').length
  return rated.length === 0 ? speech.say('operating.unassessed') : speech.shareOf(met, rated.length)
}

/** The name of a guide where the word management would stand in every line. */
function shortTitle({ id, title }: NamedGuide, speech: Speech): string {
  return speech.known(`process.${id}.short`) ?? sayProcess({ id, title }, speech)
}

/** The part of the standard that a clause belongs to: of operation its groups, of everything else the clause itself. */
export function familyOf(clause: string): string {
  const [chapter = '', part] = clause.split('.')
  return chapter === '8' && part !== undefined ? `8.${part}` : chapter
}

/** The title of a part of the standard. */
export function titleOfFamily(family: string, { pack, speech }: Pick<Programme, 'pack' | 'speech'>): string {
  const own = pack.catalogue.clauses.find(({ id }) => id === family)?.title
  return speech.known(`family.${family}`) ?? own ?? family
}

/** Where we stand: index, what was rated, and the gates. */
export function standingSlide(programme: Programme): Slide {
  const { matter, speech } = programme
  const own = teller(programme)
  const { tile, places } = own
  const { gates } = matter.assessment
  const red = gates.filter(({ colour }) => colour === 'red')
  const rows = gates.map(({ id, title, colour }) => {
    const { tone, word } = markOfGate(colour, speech)
    return [id, titleOfGate(id, title, speech), `${look.tones[tone].symbol} ${word}`]
  })
  const half = Math.ceil(rows.length / 2)
  const table = (key: string, some: typeof rows, left: number) => ({
    kind: 'table' as const,
    box: { x: x + left, y: y + 1.75, w: w / 2 - 0.15, h: h - 1.75 },
    name: speech.say(key),
    rows: [headsOf(speech, 'standing.head', ['gate', 'title', 'stands']), ...some],
    widths: [0.8, 4, 1.4],
  })
  const label = places({ label: 'readiness.label' })
  return slideOf(own, {
    id: 'standing',
    title:
      red.length > 0
        ? speech.say('standing.red', { ...label, ...places({ red: 'gates.red' }), gates: gates.length })
        : speech.say('standing.no-red', label),
    blocks: [
      {
        kind: 'tiles',
        box: { x, y, w, h: 1.5 },
        tiles: [
          ...tile('readiness.index'),
          ...tile('readiness.rated', speech.say('standing.rated', places({ all: 'readiness.applicable' }))),
          ...tile('gates.green'),
          ...tile('gates.grey'),
        ],
      },
      table('standing.first', rows.slice(0, half), 0),
      table('standing.second', rows.slice(half), w / 2 + 0.15),
    ],
    source: speech.say('standing.source', { day: speech.day(matter.assessment.on) }),
    says: [speech.say('standing.says'), ...red.map(({ id, because }) => `${id}: ${because}`)].join(' '),
  })
}

/** The title of a gate in the language; a gate that is none of ours as it was written. */
export function titleOfGate(id: string, title: string, { terms }: Speech): string {
  return new Map<string, string>(Object.entries(terms.gateTitles)).get(id) ?? title
}

/** Where the gaps lie, by part of the standard, and which weigh most. */
export function gapsSlide(programme: Programme): Slide {
  const { matter, speech } = programme
  const own = teller(programme)
  const { gaps, items, on } = matter.assessment
  const themes = [...Map.groupBy(gaps, ({ clause }) => familyOf(clause))].toSorted(
    ([, one], [, other]) => one.length - other.length,
  )
  const severities = ['major', 'minor', 'partial'] as const
  const worst = themes.at(-1)
  const counts = themes.toReversed().map(([family, all]) => `${family} ${all.length}`)
  return slideOf(own, {
    id: 'gaps',
    title: worst
      ? speech.many('gaps.title', gaps.length, {
          ...own.places({ count: 'gaps.total' }),
          family: titleOfFamily(worst[0], programme),
        })
      : speech.say('gaps.none'),
    blocks: worst
      ? [
          {
            kind: 'chart',
            box: { x, y, w: 7.4, h },
            name: speech.say('gaps.name'),
            alt: speech.say('gaps.alt', { counts: counts.join(', ') }),
            form: 'stacked bars',
            categories: themes.map(([family]) => `${family} ${titleOfFamily(family, programme)}`),
            series: severities.map((severity) => ({
              name: speech.say(`gap.${severity}`),
              values: themes.map(([, all]) => all.filter((gap) => gap.severity === severity).length),
            })),
            format: '0',
          },
          {
            kind: 'text',
            box: { x: x + 7.7, y, w: w - 7.7, h },
            paragraphs: heaviest(programme, own),
            sizes: sideSizes,
          },
        ]
      : [],
    source: speech.say('gaps.source', {
      day: speech.day(on),
      ratings: ratingsSay(
        items.map((item) => shownRating(item).rating),
        speech,
      ),
    }),
    says: speech.say('gaps.says'),
  })
}

/** The gaps that weigh most, and what closing all of them takes. */
function heaviest({ matter, speech }: Programme, { places }: Teller) {
  const top = matter.assessment.gaps
    .filter(({ severity }) => severity === 'major')
    .slice(0, 5)
    .map(({ requirement, title }) => ({ text: `${requirement} ${title}`, bullet: true }))
  const majors = places({ majors: 'gaps.major' })
  return [
    { text: speech.say(top.length > 0 ? 'gaps.heavy-first' : 'gaps.heavy', majors), strong: true },
    ...top,
    { text: speech.say('gaps.effort', places({ days: 'gaps.days' })), quiet: true },
  ]
}

function ratingsSay(ratings: readonly Rating[], speech: Speech): string {
  return speech.listed(
    Rating.options.flatMap((rating) => {
      const n = ratings.filter((one) => one === rating).length
      return n === 0 ? [] : [`${speech.count(n)} ${markOfRating(rating, speech).word}`]
    }),
  )
}
