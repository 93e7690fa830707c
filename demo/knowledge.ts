import type { Instant } from './calendar.ts'
import { PERIOD } from './calendar.ts'
import type { Chance } from './chance.ts'

const ARTICLES = 640

/** How often a ticket is solved with a knowledge article: more and more. */
export function knowledgeShare(moment: Instant): number {
  return 0.33 + (0.14 * (moment - PERIOD.from)) / (PERIOD.to - PERIOD.from)
}

/** One of the articles. */
export function article(chance: Chance): string {
  return `KB${String(10_000 + chance.whole(1, ARTICLES)).padStart(7, '0')}`
}
