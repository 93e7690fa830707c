import { capital, counted } from '../figures/format.ts'
import { nameOfSnapshot } from '../figures/snapshot-name.ts'
import type { Programme } from '../programme-figures.ts'
import { missingText } from './opening.ts'
import { bodyBox, type Slide, sideSizes, textSizes } from './slide.ts'
import { slideOf, teller } from './telling.ts'

const { x, y, w, h } = bodyBox
const levels = ['very high', 'high', 'medium', 'low', 'very low', '']

/** What could keep us from it. */
export function risksSlide({ matter, figures }: Programme): Slide {
  const { tell, tile, told } = teller(figures)
  const risks = (matter.risks ?? []).toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
  return slideOf(
    { tell, tile, told },
    {
      id: 'risks',
      title:
        risks.length === 0
          ? 'No risk is written down yet'
          : `${tell('risks.high')} of ${tell('risks.rated')} rated risks are high or very high`,
      blocks:
        risks.length === 0
          ? [
              missingText(
                'No register of risks was read. A programme has risks even where nobody wrote them down: begin with the five that worry you most.',
              ),
            ]
          : [
              {
                kind: 'table',
                box: bodyBox,
                name: 'Risks',
                rows: [
                  ['Number', 'Risk', 'Level', 'Answers for it', 'State'],
                  ...risks.map(({ number, title, level, owner, state }) => [
                    number,
                    title,
                    level || 'not rated',
                    owner || 'nobody yet',
                    state,
                  ]),
                ],
                widths: [1.1, 4.6, 1.4, 3.8, 1.4],
              },
            ],
      source: `Register of risks, ${matter.madeOn}`,
      says: 'Levels follow from likelihood and effect as the register rates them. What is done about a risk stands in the register.',
    },
  )
}

/** Who has to learn what. */
export function peopleSlide({ matter, figures }: Programme): Slide {
  const { tell, tile, told } = teller(figures)
  const { training, roadmap } = matter
  const roles = roadmap ? [...Map.groupBy(roadmap.schedule.tasks, ({ role }) => role)] : []
  const loaded = roles
    .map(([role, tasks]) => ({ role, days: tasks.reduce((sum, { effort }) => sum + effort.likely, 0) }))
    .toSorted((a, b) => b.days - a.days)
  const title = training
    ? `${tell('training.persons')} people have ${tell('training.hours')} hours to learn`
    : 'Who has to learn what is not planned yet'
  return slideOf(
    { tell, tile, told },
    {
      id: 'people',
      title,
      blocks: [
        ...(training
          ? [
              {
                kind: 'table' as const,
                box: { x, y, w: 7.2, h },
                name: 'Training ahead',
                rows: [
                  ['Role', 'People', 'Hours'],
                  ...training.byRole.map(({ role, persons, hours }) => [
                    capital(role),
                    String(persons),
                    String(hours),
                  ]),
                ],
                widths: [5, 1, 1],
                numbers: [1, 2],
              },
            ]
          : [
              {
                ...missingText(
                  'Nobody has written down who works here. Import the list of people, then training follows from roles and gaps.',
                ),
                box: { x, y, w: 7.2, h },
                isBody: false,
              },
            ]),
        {
          kind: 'table',
          box: { x: x + 7.5, y, w: w - 7.5, h },
          name: 'Work by role',
          rows: [
            ['Work of the roadmap', 'Days'],
            ...(loaded.length === 0
              ? [['No roadmap yet', '']]
              : loaded.map(({ role, days }) => [role, String(Math.round(10 * days) / 10)])),
          ],
          widths: [4, 1],
          numbers: [1],
        },
      ],
      source: 'Training plan and roadmap',
      says: 'Training ahead is what is assigned and not passed, or needed by role or gap and not assigned yet. Hours are those that the courses state.',
    },
  )
}

/** The decision, with what has to be true beside it. */
export function decisionSlide({ matter, figures }: Programme): Slide {
  const { tell, tile, told } = teller(figures)
  const { signed } = matter
  const open = openCriteria(matter)
  const red = matter.assessment.gates.filter(({ colour }) => colour === 'red')
  const asked = signed
    ? `${signed.signedBy} (${signed.signedAs}) decided: ${signed.verdict}. ${signed.reasons}`
    : 'Go, later, or no-go. Whoever signs sees the figures of this deck on the page Decision and signs them with their seal.'
  const conditions =
    signed && signed.conditions !== ''
      ? [signed.conditions]
      : [
          ...red
            .slice(0, 3)
            .map(
              ({ id, title }) =>
                `Gate ${id} green before stage 2 is booked: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
            ),
          ...open.slice(0, 4).map(({ title }) => title),
        ]
  return slideOf(
    { tell, tile, told },
    {
      id: 'decision',
      title: signed ? `Decided: ${signed.verdict}` : 'The decision, and what it hangs on',
      blocks: [
        {
          kind: 'text',
          box: { x, y, w, h },
          paragraphs: [
            { text: asked, strong: true },
            {
              text:
                signed && signed.conditions !== ''
                  ? 'Under these conditions:'
                  : 'Conditions that follow from the figures:',
            },
            ...conditions.map((text) => ({ text: capital(text), bullet: true })),
            ...(matter.seal === undefined
              ? []
              : [{ text: `Seal of the figures: ${matter.seal}`, quiet: true }]),
          ],
          sizes: textSizes,
          isBody: true,
        },
      ],
      source: signed
        ? `Signed on ${signed.signedAt.slice(0, 10)}, seal ${signed.seal.slice(0, 12)}`
        : 'Not signed yet',
      says: 'The seal is the SHA-256 of the figures as they stood when this was made: if the page of decisions shows another, a figure has changed since.',
    },
  )
}

function openCriteria({ phases }: Programme['matter']) {
  const current = phases?.find(({ state }) => state === 'open' || state === 'ready')
  return current?.criteria.filter(({ standing }) => standing !== 'met') ?? []
}

/** What happens next: the phase under way and what is open in it. */
export function nextSlide({ matter, figures }: Programme): Slide {
  const { phases } = matter
  const current = phases?.find(({ state }) => state === 'open' || state === 'ready')
  const words = {
    signed: 'signed off',
    open: 'under way',
    ready: 'ready to be signed',
    waiting: 'waiting',
  } as const
  return slideOf(teller(figures), {
    id: 'next',
    title: current ? `Next: ${current.title.toLowerCase()}` : 'Next: plan the phases',
    blocks: phases
      ? [
          {
            kind: 'table',
            box: { x, y, w: 5.6, h },
            name: 'Phases',
            rows: [
              ['Phase', 'Stands', 'Met'],
              ...phases.map(({ title, state, criteria }) => [
                title,
                words[state],
                `${criteria.filter(({ standing }) => standing === 'met').length} of ${criteria.length}`,
              ]),
            ],
            widths: [3.4, 1.6, 1],
          },
          {
            kind: 'text',
            box: { x: x + 5.9, y, w: w - 5.9, h },
            paragraphs: [
              {
                text: current ? 'Open before it can be signed off:' : 'Every phase is signed off.',
                strong: true,
              },
              ...openCriteria(matter).map(({ title, because }) => ({
                text: `${title}: ${because}`,
                bullet: true,
              })),
            ],
            sizes: sideSizes,
          },
        ]
      : [
          missingText(
            'Phases and their gates are kept in the application; this document was made without it.',
          ),
        ],
    source: phases ? `Phases of the programme, ${matter.madeOn}` : '',
    says: 'A phase begins when the gate of the one before is signed. An open criterion keeps it shut, unless whoever signs waives it with a reason.',
  })
}

const onOneSlide = 5

/** Every figure of the deck by what it was computed from. */
export function sourceSlides(programme: Programme, used: ReadonlySet<string>): readonly Slide[] {
  const figures = [...programme.figures.values()].filter(({ id }) => used.has(id))
  const sources = [...Map.groupBy(figures, ({ source }) => source)]
  const pages = Math.ceil(sources.length / onOneSlide)
  return Array.from({ length: pages }, (_, place) => {
    const some = sources.slice(place * onOneSlide, (place + 1) * onOneSlide)
    const { tell, tile, told } = teller(programme.figures)
    return slideOf(
      { tell, tile, told },
      {
        id: `sources-${place + 1}`,
        title: `Where the figures come from (${place + 1} of ${pages})`,
        blocks: [
          {
            kind: 'table',
            box: bodyBox,
            name: `Sources ${place + 1}`,
            rows: [
              ['Computed from', 'Figures'],
              ...some.map(([source, own]) => [
                source.split('. ')[0] ?? source,
                own.map(({ id, label }) => `${label}: ${tell(id)}`).join('; '),
              ]),
            ],
            widths: [4, 8],
          },
        ],
        source: `${counted(figures.length, 'figure')} in this deck, pack ${programme.matter.version}${programme.matter.snapshot ? `; ${nameOfSnapshot(programme.matter.snapshot)}` : ''}`,
        says: 'All figures were computed once and stand alike in every document of this day.',
      },
    )
  })
}
