import { drawSample } from '#assessment/sampling.ts'
import { Refusal } from '#base/refusal.ts'
import type { Course } from '#content/course.ts'

/** A question as it is asked once: order holds the places of the options in the pool; place 0 is the right one. */
export type AskedQuestion = Readonly<{ id: string; order: readonly number[] }>

/** Draws the questions of an attempt, and shuffles their options; the same seed draws the same. */
export function drawQuiz(
  { pool, draw }: Pick<Course, 'pool' | 'draw'>,
  seed: number,
): readonly AskedQuestion[] {
  const ids = drawSample(
    pool.map(({ id }) => id),
    draw,
    seed,
  )
  return ids.map((id, at) => {
    const options = pool.find((one) => one.id === id)?.options ?? []
    const places = options.map((_, place) => String(place))
    return { id, order: drawSample(places, places.length, (seed + at + 1) >>> 0).map(Number) }
  })
}

/** What an attempt came to. wrong: the questions that were not answered rightly. */
export type Marked = Readonly<{ score: number; isPassed: boolean; wrong: readonly string[] }>

/**
 * Marks an attempt. answers: by question the place of the chosen option as it was shown. Refused when a question is left
 * out or a place does not exist: then the attempt stays open.
 */
export function markQuiz(
  asked: readonly AskedQuestion[],
  answers: Readonly<Record<string, number>>,
  passMark: number,
): Marked {
  const open = asked.filter(({ id, order }) => order[answers[id] ?? -1] === undefined)
  if (open.length > 0)
    throw new Refusal(
      'invalid',
      `Answer every question before you finish: ${open.length} of ${asked.length} are open.`,
    )
  const wrong = asked.filter(({ id, order }) => order[answers[id] ?? -1] !== 0).map(({ id }) => id)
  const score = (asked.length - wrong.length) / asked.length
  return { score, isPassed: score >= passMark - rounding, wrong }
}

/** Tolerance for shares such as 12 of 15 against 0.8. */
const rounding = 1e-9

/** How a question of the pool does: the share that is right at the first attempt, and how well it parts good from weak. */
export type ItemQuality = Readonly<{
  id: string
  n: number
  share: number
  discrimination: number | undefined
  /** Too easy, too hard, or does not tell good from weak: look at it again. */
  isToReview: boolean
}>

/** First attempts of many people: the score, and by question whether it was answered rightly. */
export type FirstAttempt = Readonly<{ score: number; right: Readonly<Record<string, boolean>> }>

const [least, largest, leastDiscrimination, leastAsked] = [0.4, 0.95, 0.15, 20]

/** Judges the questions by first attempts; below 20 answers nothing is said about a question. */
export function judgeItems(attempts: readonly FirstAttempt[]): readonly ItemQuality[] {
  const ids = [...new Set(attempts.flatMap(({ right }) => Object.keys(right)))].toSorted()
  return ids.flatMap((id) => {
    const asked = attempts.filter(({ right }) => id in right)
    if (asked.length < leastAsked) return []
    const share = asked.filter(({ right }) => right[id]).length / asked.length
    const discrimination = pointBiserial(asked.map(({ score, right }) => [right[id] === true, score]))
    const isWeak = discrimination !== undefined && discrimination < leastDiscrimination
    return [
      { id, n: asked.length, share, discrimination, isToReview: share < least || share > largest || isWeak },
    ]
  })
}

/** The point-biserial correlation of being right with the whole score; undefined where nothing varies. */
function pointBiserial(pairs: readonly (readonly [boolean, number])[]): number | undefined {
  const scores = pairs.map(([, score]) => score)
  const middle = average(scores)
  const spread = Math.sqrt(average(scores.map((score) => (score - middle) ** 2)))
  const right = pairs.filter(([isRight]) => isRight).map(([, score]) => score)
  const wrong = pairs.filter(([isRight]) => !isRight).map(([, score]) => score)
  if (spread === 0 || right.length === 0 || wrong.length === 0) return undefined
  const share = right.length / pairs.length
  return ((average(right) - average(wrong)) / spread) * Math.sqrt(share * (1 - share))
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
