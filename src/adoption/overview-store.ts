import { demandInstrument, type PeopleSide } from '#content/people-side.ts'
import type { Tx } from '#db/records.ts'
import { readAll } from '#registers/record-store.ts'
import { type CommunicationPlan, judgePlan } from './communication-plan.ts'
import { type Completion, completionOf } from './completion.ts'
import { type Falling, fallingIn } from './falling.ts'
import { type FeedbackLoop, feedbackLoop } from './feedback-loop.ts'
import { type LeadershipIndex, leadershipIndex } from './leadership.ts'
import { readLeaders } from './leadership-store.ts'
import { openRounds, type Round } from './survey-rounds-store.ts'
import { isOver, listSurveys } from './survey-store.ts'
import { readAssignments } from './training-store.ts'
import { readWorkforce, type Worker } from './workforce-store.ts'

/** Where the people side stands as a whole. */
export type Overview = Readonly<{
  readiness: Round | undefined
  /** Groups that fell back since the survey of readiness before. */
  falling: readonly Falling[]
  leadership: LeadershipIndex
  training: Completion
  plan: CommunicationPlan
  loop: FeedbackLoop
  resistance: Awaited<ReturnType<typeof readAll>>
  people: readonly Worker[]
}>

/** Reads the people side of an organization as it stands. */
export async function readOverview(
  tx: Tx,
  side: PeopleSide,
  { organization, now }: Readonly<{ organization: string; now: Date }>,
): Promise<Overview> {
  const on = now.toISOString().slice(0, 10)
  const people = await readWorkforce(tx, organization)
  const leaders = await readLeaders(tx, organization, now)
  const resistance = await readAll(tx, organization, 'resistance')
  const [readiness, before] = await lastReadiness(tx, side, now)
  return {
    readiness,
    falling: before && readiness ? fallingIn(before.results, readiness.results) : [],
    leadership: leadershipIndex(leaders.map(({ score }) => score)),
    training: completionOf(await readAssignments(tx, people), on),
    plan: judgePlan(await readAll(tx, organization, 'communication'), on),
    loop: feedbackLoop(await readAll(tx, organization, 'feedback'), on),
    resistance: resistance.filter(({ state }) => state !== 'closed'),
    people: people.filter(({ state }) => state !== 'left'),
  }
}

/** The last survey of readiness that is over, and the one with the same questions before it. */
async function lastReadiness(tx: Tx, side: PeopleSide, now: Date): Promise<readonly Round[]> {
  const kinds = new Map(side.instruments.map(({ id, kind }) => [id, kind]))
  const over = (await listSurveys(tx)).filter(
    (one) => kinds.get(one.instrument) === 'readiness' && isOver(one, now),
  )
  const [last] = over
  if (!last) return []
  const same = over.filter(({ instrument }) => instrument === last.instrument).slice(0, 2)
  return openRounds(tx, demandInstrument(side, last.instrument), same, now)
}
