import { capital, shortHash } from '#base/format.ts'
import { saySnapshot } from '../figures/snapshot-name.ts'
import { sayRole } from '../process-words.ts'
import type { Programme } from '../programme-figures.ts'
import type { Speech } from '../speech.ts'
import { titleOfGate } from './framework.ts'
import { headsOf, missingText } from './opening.ts'
import { type Block, bodyBox, type Slide, sideSizes, textSizes } from './slide.ts'
import { slideOf, teller } from './telling.ts'

const { x, y, w, h } = bodyBox
const levels = ['very high', 'high', 'medium', 'low', 'very low', '']

/** What could keep us from it. */
export function risksSlide(programme: Programme): Slide {
  const { matter, speech } = programme
  const { say, many } = speech
  const own = teller(programme)
  const risks = (matter.risks ?? []).toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
  const places = own.places({ count: 'risks.rated', high: 'risks.high' })
  const rated = risks.filter(({ level }) => level !== '').length
  return slideOf(own, {
    id: 'risks',
    title: risks.length === 0 ? say('risks.none') : many('risks.title', rated, places),
    blocks:
      risks.length === 0
        ? [missingText(say('risks.missing'))]
        : [
            {
              kind: 'table',
              box: bodyBox,
              name: say('risks.name'),
              rows: [
                headsOf(speech, 'risks.head', ['number', 'risk', 'level', 'owner', 'state']),
                ...risks.map(({ number, title, level, owner, state }) => [
                  number,
                  title,
                  sayLevel(level, speech),
                  owner || say('risks.nobody'),
                  speech.known(`state.${state.replaceAll(/[ _]/g, '-')}`) ?? state,
                ]),
              ],
              widths: [1.3, 4.2, 1.5, 3.5, 1.8],
            },
          ],
    source: say('risks.source', { day: speech.day(matter.madeOn) }),
    says: say('risks.says'),
  })
}

/** A level of risk in words; one that is none of ours stands as it was written. */
function sayLevel(level: string, { say, known }: Speech): string {
  return level === '' ? say('risks.unrated') : (known(`level.${level.replace(' ', '-')}`) ?? level)
}

/** Who has to learn what. */
export function peopleSlide(programme: Programme): Slide {
  const { matter, speech } = programme
  const { say } = speech
  const own = teller(programme)
  const { training } = matter
  return slideOf(own, {
    id: 'people',
    title: training
      ? speech.many('people.title', training.persons, {
          ...own.places({ count: 'training.persons', hours: 'training.hours' }),
        })
      : say('people.none'),
    blocks: [trainingBlock(programme), workBlock(programme)],
    source: say('people.source'),
    says: say('people.says'),
  })
}

function trainingBlock({ matter: { training }, speech }: Programme): Block {
  const box = { x, y, w: 7.2, h }
  if (!training) return { ...missingText(speech.say('people.missing')), box, isBody: false }
  return {
    kind: 'table',
    box,
    name: speech.say('people.training'),
    rows: [
      headsOf(speech, 'people.head', ['role', 'persons', 'hours']),
      ...training.byRole.map(({ role, persons, hours }) => [
        capital(sayRole(role, speech)),
        speech.count(persons),
        speech.decimal(hours),
      ]),
    ],
    widths: [4.4, 1.5, 1.3],
    numbers: [1, 2],
  }
}

/** The work of the roadmap by role, the most first. */
function workBlock({ matter: { roadmap }, speech }: Programme): Block {
  const roles = roadmap ? [...Map.groupBy(roadmap.schedule.tasks, ({ role }) => role)] : []
  const loaded = roles
    .map(([role, tasks]) => ({ role, days: tasks.reduce((sum, { effort }) => sum + effort.likely, 0) }))
    .toSorted((a, b) => b.days - a.days)
  return {
    kind: 'table',
    box: { x: x + 7.5, y, w: w - 7.5, h },
    name: speech.say('people.work'),
    rows: [
      headsOf(speech, 'people.work', ['head', 'days']),
      ...(loaded.length === 0
        ? [[speech.say('people.no-roadmap'), '']]
        : loaded.map(({ role, days }) => [sayRole(role, speech), speech.decimal(days)])),
    ],
    widths: [4, 1],
    numbers: [1],
  }
}

/** The decision, with what has to be true beside it. */
export function decisionSlide(programme: Programme): Slide {
  const { matter, speech } = programme
  const { say } = speech
  const { signed } = matter
  const verdict = signed && say(`decided.${signed.verdict}`)
  const asked = signed
    ? say('decision.decided', {
        name: signed.signedBy,
        role: signed.signedAs,
        verdict: verdict ?? '',
        reasons: signed.reasons,
      })
    : say('decision.asked')
  const isUnder = signed !== undefined && signed.conditions !== ''
  const conditions = isUnder ? [signed.conditions] : conditionsOf(programme)
  return slideOf(teller(programme), {
    id: 'decision',
    title: signed ? say('decision.title-signed', { verdict: verdict ?? '' }) : say('decision.title'),
    blocks: [
      {
        kind: 'text',
        box: { x, y, w, h },
        paragraphs: [
          { text: asked, strong: true },
          { text: say(isUnder ? 'decision.under' : 'decision.conditions') },
          ...conditions.map((text) => ({ text: capital(text), bullet: true })),
          ...(matter.seal === undefined
            ? []
            : [{ text: say('decision.seal', { seal: matter.seal }), quiet: true }]),
        ],
        sizes: textSizes,
        isBody: true,
      },
    ],
    source: signed
      ? say('decision.source', { day: speech.day(signed.signedAt), seal: shortHash(signed.seal) })
      : say('decision.unsigned'),
    says: say('decision.says'),
  })
}

/** What the figures themselves ask for before a decision: red gates, and what is open in the phase under way. */
function conditionsOf({ matter, speech }: Programme): readonly string[] {
  const red = matter.assessment.gates.filter(({ colour }) => colour === 'red')
  return [
    ...red
      .slice(0, 3)
      .map(({ id, title }) => speech.say('decision.gate', { id, title: titleOfGate(id, title, speech) })),
    ...openCriteria(matter)
      .slice(0, 4)
      .map((criterion) => sayCriterion(criterion, speech)),
  ]
}

function openCriteria({ phases }: Programme['matter']) {
  const current = phases?.find(({ state }) => state === 'open' || state === 'ready')
  return current?.criteria.filter(({ standing }) => standing !== 'met') ?? []
}

/** A criterion of a phase in the language; one of the organization's own as it was written. */
function sayCriterion({ id, title }: Readonly<{ id: string; title: string }>, { known }: Speech): string {
  return known(`criterion.${id}`) ?? title
}

/** What happens next: the phase under way and what is open in it. */
export function nextSlide(programme: Programme): Slide {
  const { matter, speech } = programme
  const { say } = speech
  const { phases } = matter
  const current = phases?.find(({ state }) => state === 'open' || state === 'ready')
  const titleOf = ({ id, title }: Readonly<{ id: string; title: string }>) =>
    speech.known(`phase.${id}`) ?? title
  return slideOf(teller(programme), {
    id: 'next',
    title: current ? say('next.title', { phase: titleOf(current) }) : say('next.none'),
    blocks: phases
      ? [
          {
            kind: 'table',
            box: { x, y, w: 5.6, h },
            name: say('next.name'),
            rows: [
              headsOf(speech, 'next.head', ['phase', 'stands', 'met']),
              ...phases.map(({ id, title, state, criteria }) => [
                titleOf({ id, title }),
                say(`next.${state}`),
                speech.partOf(criteria.filter(({ standing }) => standing === 'met').length, criteria.length),
              ]),
            ],
            widths: [3.1, 1.6, 1.3],
          },
          {
            kind: 'text',
            box: { x: x + 5.9, y, w: w - 5.9, h },
            paragraphs: [
              { text: say(current ? 'next.still-open' : 'next.all-signed'), strong: true },
              ...openCriteria(matter).map((criterion) => ({
                text: `${sayCriterion(criterion, speech)}: ${criterion.because}`,
                bullet: true,
              })),
            ],
            sizes: sideSizes,
          },
        ]
      : [missingText(say('next.missing'))],
    source: phases ? say('next.source', { day: speech.day(matter.madeOn) }) : '',
    says: say('next.says'),
  })
}

const onOneSlide = 5

/** Every figure of the deck by what it was computed from. */
export function sourceSlides(programme: Programme, used: ReadonlySet<string>): readonly Slide[] {
  const { matter, speech } = programme
  const figures = [...programme.figures.values()].filter(({ id }) => used.has(id))
  const sources = [...Map.groupBy(figures, ({ source }) => source)]
  const pages = Math.ceil(sources.length / onOneSlide)
  const foot = [
    speech.many('sources.foot', figures.length, { version: matter.version }),
    ...(matter.snapshot ? [saySnapshot(matter.snapshot, speech)] : []),
  ].join('; ')
  return Array.from({ length: pages }, (_, place) => {
    const some = sources.slice(place * onOneSlide, (place + 1) * onOneSlide)
    const own = teller(programme)
    return slideOf(own, {
      id: `sources-${place + 1}`,
      title: speech.say('sources.title', { page: place + 1, pages }),
      blocks: [
        {
          kind: 'table',
          box: bodyBox,
          name: speech.say('sources.name', { page: place + 1 }),
          rows: [
            headsOf(speech, 'sources', ['computed', 'figures']),
            ...some.map(([source, all]) => [
              source.split('. ')[0] ?? source,
              all.map(({ id, label }) => `${label}: ${own.tell(id)}`).join('; '),
            ]),
          ],
          widths: [4, 8],
        },
      ],
      source: foot,
      says: speech.say('sources.says'),
    })
  })
}
