import { Refusal } from '#base/refusal.ts'
import type { AwarenessPlan, Section, SlidePlan } from '#content/awareness.ts'
import type { Course } from '#content/course.ts'
import { type Sentences, say } from '#content/sentences.ts'
import { type OwnMatter, ownBlocks, ownSource } from './awareness/own-blocks.ts'
import { withOwnFigures } from './awareness/own-figures.ts'
import { quizSlides } from './awareness/quiz-slides.ts'
import { sourceSlides } from './deck/closing.ts'
import type { Paragraph } from './deck/fit.ts'
import { type Block, bodyBox, type Deck, type Slide, textSizes } from './deck/slide.ts'
import { slideOf, teller } from './deck/telling.ts'
import type { Programme } from './programme-figures.ts'

/** What the awareness deck is made from, beside the programme. roles: for whom; nobody named is everybody. */
export type AwarenessContent = Readonly<{
  plan: AwarenessPlan
  course: Course
  sentences: Sentences
  roles: readonly string[]
}>

/** The roles of the deck that somebody asked for; refused where the deck has no part for one. */
export function demandAudience({ roles }: AwarenessPlan, asked: readonly string[]): readonly string[] {
  const strange = asked.find((role) => !roles.includes(role))
  if (strange === undefined) return asked
  throw new Refusal(
    'invalid',
    `The awareness deck has no part for ${JSON.stringify(strange)}. Choose among ${roles.join(', ')}.`,
  )
}

/** The sections for some roles: those for everybody, and those for one of them. */
export function sectionsFor(plan: AwarenessPlan, roles: readonly string[]): readonly Section[] {
  if (roles.length === 0) return plan.sections
  return plan.sections.filter(
    (one) => one.roles.length === 0 || one.roles.some((role) => roles.includes(role)),
  )
}

/** The awareness deck: what everybody has to know, with the organization's own figures, and the quiz of the course at its end. */
export function makeAwarenessDeck(programme: Programme, content: AwarenessContent): Deck {
  const { plan, sentences } = content
  const { matter, speech } = programme
  const { organization, madeOn, version, brand } = matter
  const sections = sectionsFor(plan, content.roles)
  const full = { ...programme, figures: withOwnFigures(programme, plan, sentences) }
  const slides = [
    cover(full, content),
    agenda(sections, content, full),
    ...sections.flatMap((section) =>
      section.slides.map((slide) => contentSlide(slide, { programme: full, sentences, sections, section })),
    ),
    ...quizSlides(content.course, sentences, speech),
  ]
  const used = new Set(slides.flatMap(({ figures }) => figures))
  return {
    title: say(sentences, 'deck.title'),
    organization,
    madeOn,
    version,
    brand,
    speech,
    slides: [...slides, ...sourceSlides(full, used)],
  }
}

function cover(programme: Programme, { plan, roles, sentences }: AwarenessContent): Slide {
  const named = plan.roles
    .filter((role) => roles.includes(role))
    .map((role) => say(sentences, `role.${role}`))
  const audience = named.length > 0 ? named.join(', ') : say(sentences, 'deck.everybody')
  const { matter, speech } = programme
  const isPartly = sentences.missing.length > 0
  return slideOf(teller(programme), {
    id: 'cover',
    layout: 'cover',
    title: say(sentences, 'deck.title'),
    blocks: [
      {
        kind: 'text',
        box: { x: 0.9, y: 3.9, w: 11, h: 2.2 },
        paragraphs: [
          { text: matter.organization, strong: true },
          { text: say(sentences, 'deck.for', { roles: audience }) },
          { text: speech.day(matter.madeOn), quiet: true },
          ...(isPartly ? [{ text: say(sentences, 'note.english'), quiet: true }] : []),
        ],
        sizes: [20, 18, 16, 14],
      },
    ],
    source: '',
    says: say(sentences, 'deck.says'),
  })
}

function agenda(sections: readonly Section[], { sentences }: AwarenessContent, programme: Programme): Slide {
  const rows = sections.map((section) => [
    say(sentences, `${section.id}.title`),
    section.roles.length === 0
      ? say(sentences, 'deck.everybody')
      : section.roles.map((role) => say(sentences, `role.${role}`)).join(', '),
  ])
  return slideOf(teller(programme), {
    id: 'agenda',
    title: say(sentences, 'agenda.title'),
    blocks: [
      {
        kind: 'table',
        box: bodyBox,
        name: 'Agenda',
        rows: [[say(sentences, 'agenda.section'), say(sentences, 'agenda.for')], ...rows],
        widths: [6, 5],
      },
    ],
    source: '',
    says: say(sentences, 'agenda.says'),
  })
}

function contentSlide(slide: SlidePlan, matter: Omit<OwnMatter, 'teller' | 'name'>): Slide {
  const { sentences, section, programme } = matter
  const key = `${section.id}.${slide.id}`
  const own = teller(programme)
  const name = say(sentences, `${section.id}.title`)
  return slideOf(own, {
    id: key,
    title: say(sentences, `${key}.title`),
    blocks: blocksOf(slide, key, { ...matter, teller: own, name }),
    source: slide.shows ? ownSource(programme, sentences) : '',
    says: say(sentences, `${key}.says`),
  })
}

function blocksOf({ form, shows }: SlidePlan, key: string, matter: OwnMatter): readonly Block[] {
  const { sentences } = matter
  if (form === 'points') {
    const points: readonly Paragraph[] = numbered(sentences, `${key}.p`).map((one) => ({
      text: say(sentences, one),
      bullet: true,
    }))
    if (shows) return ownBlocks(shows, points, matter)
    return [{ kind: 'text', box: bodyBox, paragraphs: points, sizes: [24, 22, ...textSizes], isBody: true }]
  }
  const cards = numbered(sentences, `${key}.c`, '.head').map((one) => ({
    head: say(sentences, one),
    says: say(sentences, one.replace(/\.head$/, '.says')),
  }))
  return [{ kind: 'cards', box: bodyBox, cards, areSteps: form === 'steps' }]
}

/** The keys from 1 as far as somebody wrote them. */
function numbered({ english }: Sentences, before: string, after = ''): readonly string[] {
  const keys: string[] = []
  for (let at = 1; english[`${before}${at}${after}`] !== undefined; at += 1)
    keys.push(`${before}${at}${after}`)
  return keys
}
