import { daysAfter } from '#adoption/curriculum.ts'
import { keepPastSurvey, keepPastTraining } from '#adoption/past-store.ts'
import { demandAnswers } from '#adoption/survey-answers.ts'
import { readWorkforce } from '#adoption/workforce-store.ts'
import { demandCourse, demandInstrument, openPeopleSide } from '#content/people-side.ts'
import type { Tx } from '#db/records.ts'
import type { Draft, Listener, ToldAdoption } from './told-story.ts'

/** Keeps what people were asked and taught before the story is told. */
export async function keepAdoption(
  tx: Tx,
  { surveys, training }: ToldAdoption,
  { owner, content, at }: Pick<Listener, 'owner' | 'content' | 'at'>,
): Promise<void> {
  const side = openPeopleSide(content)
  const today = at.toISOString().slice(0, 10)
  for (const { instrument: id, groups, sentInDays, ...told } of surveys) {
    const instrument = demandInstrument(side, id)
    const answered = groups.map((group) => ({
      ...group,
      answers: group.answers.map((answers) => demandAnswers(instrument, answers)),
    }))
    const sentAt = new Date(`${daysAfter(today, sentInDays)}T08:00:00Z`)
    await keepPastSurvey(tx, owner, { ...told, instrument: id, sentAt, groups: answered })
  }
  const ids = new Map((await readWorkforce(tx, owner.organization)).map(({ id, name }) => [name, id]))
  await keepPastTraining(
    tx,
    owner,
    training.flatMap((one) => {
      const person = ids.get(one.person)
      if (person === undefined) return []
      const { passedInDays, score = 1, exempt } = one
      return [
        {
          person,
          name: one.person,
          course: demandCourse(side, one.course),
          because: one.because,
          assignedAt: new Date(`${daysAfter(today, one.assignedInDays)}T08:00:00Z`),
          dueOn: daysAfter(today, one.dueInDays),
          passed: passedInDays === undefined ? undefined : { on: daysAfter(today, passedInDays), score },
          exempt: exempt && { because: exempt.because, until: daysAfter(today, exempt.untilInDays) },
        },
      ]
    }),
  )
}

/** A record of the story with its days, which are counted from the day on which it is told: "day:-30". */
export function dated(draft: Draft, at: Date): Draft {
  const today = at.toISOString().slice(0, 10)
  return { ...draft, data: withDays(draft.data, today) as Draft['data'] } // objects stay objects
}

function withDays(value: unknown, today: string): unknown {
  if (Array.isArray(value)) return value.map((one) => withDays(one, today))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withDays(one, today)]))
  const inDays = typeof value === 'string' ? /^day:(-?\d+)$/.exec(value)?.[1] : undefined
  return inDays === undefined ? value : daysAfter(today, Number(inDays))
}
