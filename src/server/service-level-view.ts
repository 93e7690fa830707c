import type {
  BreachesView,
  LevelMatrixView,
  ServiceLevelView,
  ServiceReviewView,
} from '#api/service-levels.ts'
import type { Reading } from '#service-level/closed-month.ts'
import { summaryOf } from '#service-level/complaint-summary.ts'
import type { LevelMonth } from '#service-level/level-months.ts'
import type { LevelMatrix, readService } from '#service-level/level-page-store.ts'
import type { ReviewAction, ServiceReview } from '#service-level/review-store.ts'

/** The matrix as the API tells it. */
export function matrixView(metric: string, matrix: LevelMatrix): LevelMatrixView {
  const { metrics, customers, months, newest, rows, rules } = matrix
  return {
    metric,
    metrics,
    customers,
    months: months.map(({ month, isClosed, stands }) => ({ month, isClosed, collection: stands.number })),
    source: sourceOf(newest),
    rows,
    rules,
  }
}

/** Where figures come from; undefined before the first collection that says something. */
function sourceOf(newest: Reading | undefined) {
  return newest && { number: newest.number, dataUntil: newest.dataUntil, collectedAt: newest.collectedAt }
}

/** One service as the API tells it, with its reviews and what they agreed. */
export function serviceLevelView(
  metric: string,
  { newest, complaints, ...rest }: Awaited<ReturnType<typeof readService>>,
  {
    reviews,
    actions,
    today,
  }: Readonly<{ reviews: readonly ServiceReview[]; actions: readonly ReviewAction[]; today: string }>,
): ServiceLevelView {
  return {
    ...rest,
    metric,
    source: sourceOf(newest),
    complaints: { items: complaints, ...summaryOf(complaints) },
    reviews: reviews.map((one, at) => reviewView(one, reviews.slice(0, at), today)),
    actions: actions.map((one) => ({ ...one, isOverdue: one.doneOn === undefined && one.dueOn < today })),
  }
}

/** A review; newer: those that were held after it. A newer one with the same customer takes its day over. */
function reviewView(
  { figures, everyMonths: _, recordedAt: __, ...rest }: ServiceReview,
  newer: readonly ServiceReview[],
  today: string,
): ServiceReviewView {
  const isLast = !newer.some(({ customer }) => customer === rest.customer)
  const { months } = figures as { months: readonly LevelMonth[] } // written with the review and by nobody else
  return { ...rest, isOverdue: isLast && rest.nextOn < today, months }
}

/** The tickets of one month as the API tells them. */
export function breachesView(
  month: string,
  reading: Reading | undefined,
  groups: BreachesView['groups'],
): BreachesView {
  return { month, collection: reading?.number ?? 0, groups }
}
