import { may } from '#access/actor.ts'
import {
  type Attempt,
  finishAttempt,
  readCertificate,
  readLearning,
  readOwn,
  startAttempt,
} from '#adoption/quiz-store.ts'
import { organizationName } from '#adoption/workforce-store.ts'
import type { trainingApi } from '#api/training.ts'
import { Refusal } from '#base/refusal.ts'
import type { NamedCourse } from '#content/course.ts'
import { demandCourse, openPeopleSide } from '#content/people-side.ts'
import type { Handlers } from '../call.ts'
import { attemptsLeft, courseRow, mineView, wordsView } from '../course-view.ts'

type CourseKeys = Extract<
  keyof typeof trainingApi,
  `${string}/courses${string}` | `${string}/certificates${string}`
>

/** What a learner does: read, try, pass. */
export const courseHandlers: Pick<Handlers<typeof trainingApi>, CourseKeys> = {
  'GET /api/organizations/:organization/adoption/courses': async ({ world, actor }) => {
    const side = openPeopleSide(world.content)
    const on = world.now().toISOString().slice(0, 10)
    const { worker, assignments } = await world.records.within(actor, (tx) => readLearning(tx, actor))
    const known = new Map(side.courses.map((course) => [course.id, course.title]))
    return {
      ...(worker ? { person: { number: worker.number, name: worker.name } } : {}),
      mine: assignments.map((one) => ({
        ...mineView(side, one, on),
        course: one.course,
        title: known.get(one.course) ?? one.course,
      })),
      courses: side.courses.map(courseRow),
    }
  },
  'GET /api/organizations/:organization/adoption/courses/:course': async ({ world, actor, params }) => {
    const side = openPeopleSide(world.content)
    const course = demandCourse(side, params.course)
    const own = await world.records.within(actor, (tx) => readOwn(tx, actor, course.id))
    return {
      ...courseRow(course),
      version: course.version,
      passMark: course.pass_mark,
      draw: course.draw,
      text: course.lessons.map(({ title, minutes, text }) => ({ title, minutes, text })),
      ...(own ? { mine: mineView(side, own, world.now().toISOString().slice(0, 10)) } : {}),
    }
  },
  'POST /api/organizations/:organization/adoption/courses/:course/attempts': async ({
    world,
    actor,
    params,
  }) => {
    const course = demandCourse(openPeopleSide(world.content), params.course)
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
    const attempt = await world.records.within(actor, (tx) =>
      startAttempt(tx, actor, course, { seed, now: world.now() }),
    )
    return { id: attempt.id, number: attempt.number, questions: questionsOf(course, attempt) }
  },
  'POST /api/organizations/:organization/adoption/courses/:course/attempts/:attempt/answers': async ({
    world,
    actor,
    params,
    body,
  }) => {
    const side = openPeopleSide(world.content)
    const course = demandCourse(side, params.course)
    const given = { id: params.attempt, answers: body.answers, now: world.now() }
    const { attempt, certificate, own } = await world.records.within(actor, async (tx) => {
      const finished = await finishAttempt(tx, actor, course, given)
      return { ...finished, own: await readOwn(tx, actor, course.id) }
    })
    const isPassed = attempt.isPassed === true
    const missed = missedIn(course, attempt, isPassed)
    return {
      score: attempt.score ?? 0,
      isPassed,
      right: attempt.asked.length - missed.length,
      asked: attempt.asked.length,
      attemptsLeft: own ? attemptsLeft(side, own) : 0,
      ...(certificate ? { certificate } : {}),
      missed,
    }
  },
  'GET /api/organizations/:organization/adoption/certificates/:certificate': async ({
    world,
    actor,
    params,
  }) => {
    const { found, worker, organization } = await world.records.within(actor, async (tx) => ({
      found: await readCertificate(tx, params.certificate),
      worker: (await readLearning(tx, actor)).worker,
      organization: await organizationName(tx),
    }))
    const mayRead = may(actor, 'read adoption') || may(actor, 'enter the evidence room')
    if (!mayRead && worker?.id !== found.person)
      throw new Refusal('not-found', 'There is no such certificate.')
    const { courses } = openPeopleSide(world.content)
    return {
      number: found.number,
      organization,
      name: found.name,
      course: found.course,
      title: found.title,
      words: wordsView(courses.find(({ id }) => id === found.course) ?? { words: {} }),
      clauses: [...(courses.find(({ id }) => id === found.course)?.clauses ?? [])],
      version: found.version,
      score: found.score,
      passedOn: found.passedOn,
      validUntil: found.validUntil,
      isValid: found.validUntil >= world.now().toISOString().slice(0, 10),
    }
  },
}

function questionsOf({ pool }: NamedCourse, { asked }: Attempt) {
  return asked.flatMap(({ id, order }) => {
    const question = pool.find((one) => one.id === id)
    return question
      ? [{ id, ask: question.ask, options: order.map((place) => question.options[place] ?? '') }]
      : []
  })
}

/** What was missed. The right answers are told to whoever has passed: before, they would be learnt by heart. */
function missedIn({ pool }: NamedCourse, { asked, answers = {} }: Attempt, isPassed: boolean) {
  return asked.flatMap(({ id, order }) => {
    const question = pool.find((one) => one.id === id)
    const chosen = order[answers[id] ?? -1]
    if (!question || chosen === undefined || chosen === 0) return []
    return [
      {
        ask: question.ask,
        chosen: question.options[chosen] ?? '',
        ...(isPassed ? { right: question.options[0] ?? '', because: question.because } : {}),
      },
    ]
  })
}
