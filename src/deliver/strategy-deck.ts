import { decisionSlide, nextSlide, peopleSlide, risksSlide, sourceSlides } from './deck/closing.ts'
import { gapsSlide, operatingSlide, principlesSlide, standingSlide } from './deck/framework.ts'
import { caseSlide, tornadoSlide } from './deck/money.ts'
import { alignmentSlide, answerSlide, coverSlide, whySlide } from './deck/opening.ts'
import { datesSlide, kpiSlide, roadmapSlide } from './deck/planning.ts'
import type { Deck } from './deck/slide.ts'
import type { Programme } from './programme-figures.ts'

/** The service management strategy framework as slides: the answer first, sources last. */
export function makeStrategyDeck(programme: Programme): Deck {
  const { speech, matter } = programme
  const { organization, madeOn, version, brand } = matter
  const slides = [
    coverSlide(programme),
    answerSlide(programme),
    whySlide(programme),
    alignmentSlide(programme),
    principlesSlide(programme),
    operatingSlide(programme),
    standingSlide(programme),
    gapsSlide(programme),
    roadmapSlide(programme),
    ...datesSlide(programme),
    kpiSlide(programme),
    caseSlide(programme),
    ...tornadoSlide(programme),
    risksSlide(programme),
    peopleSlide(programme),
    decisionSlide(programme),
    nextSlide(programme),
  ]
  const used = new Set(slides.flatMap(({ figures }) => figures))
  return {
    title: speech.say('title'),
    organization,
    madeOn,
    version,
    brand,
    speech,
    slides: [...slides, ...sourceSlides(programme, used)],
  }
}
