import { completionOf, leastCompletion } from '#adoption/completion.ts'
import { daysAfter } from '#adoption/curriculum.ts'
import { remindLearners } from '#adoption/remind-store.ts'
import { outlookOf } from '#adoption/training-outlook.ts'
import { readOpenGaps } from '#adoption/training-outlook-store.ts'
import {
  type Assignment,
  assignCourses,
  exempt,
  grantAttempts,
  readAssignments,
  suggestTraining,
} from '#adoption/training-store.ts'
import { readWorkforce } from '#adoption/workforce-store.ts'
import { trainingApi } from '#api/training.ts'
import { openLibrary } from '#content/library.ts'
import { openPeopleSide, type PeopleSide } from '#content/people-side.ts'
import { readLatestCollection } from '#evidence/collection-store.ts'
import { effectsOfCourses } from '#monitoring/course-effect.ts'
import type { Handlers } from '../call.ts'
import { courseRow, stateOf } from '../course-view.ts'
import { wantedOf } from '../wanted.ts'
import { courseHandlers } from './courses.ts'

const handlers: Handlers<typeof trainingApi> = {
  ...courseHandlers,
  'GET /api/organizations/:organization/adoption/training': async ({ world, actor }) => {
    const side = openPeopleSide(world.content)
    const wanted = wantedOf(world, actor.organization)
    const on = wanted.now.toISOString().slice(0, 10)
    const { people, assignments, gaps, collected } = await world.records.within(actor, async (tx) => {
      const people = await readWorkforce(tx, actor.organization)
      const gaps = await readOpenGaps(tx, openLibrary(world.content), wanted)
      const assignments = await readAssignments(tx, people)
      return { people, gaps, assignments, collected: await readLatestCollection(tx) }
    })
    const suggestions = suggestTraining(side, { people, assignments, gaps }, on)
    const open = assignments.filter(({ passedOn, isActive }) => passedOn === undefined && isActive)
    const outlook = outlookOf(people, side.courses, [...open, ...suggestions])
    const named = new Map(people.map((one) => [one.id, one]))
    return {
      on,
      target: leastCompletion,
      completion: completionView(assignments, on),
      byUnit: [...Map.groupBy(assignments, ({ unit }) => unit)]
        .map(([unit, own]) => ({ unit, ...completionView(own, on) }))
        .toSorted((a, b) => (a.unit < b.unit ? -1 : 1)),
      byCourse: [...Map.groupBy(assignments, ({ course }) => course)].map(([course, own]) => ({
        course,
        title: titleOf(side, course),
        ...completionView(own, on),
      })),
      assignments: assignments.filter(({ isActive }) => isActive).map((one) => rowOf(side, one, on)),
      suggestions: suggestions.map(({ person, course, because, isRepeat, withinDays }) => ({
        person,
        name: named.get(person)?.name ?? '',
        unit: named.get(person)?.unit ?? '',
        course,
        title: titleOf(side, course),
        because: because.map((one) => {
          if (one.kind === 'everybody') return { kind: one.kind }
          return { kind: one.kind, of: one.kind === 'role' ? one.role : `${one.requirement} ${one.title}` }
        }),
        isRepeat,
        dueOn: daysAfter(on, withinDays),
      })),
      outlook: { ...outlook, byRole: [...outlook.byRole] },
      courses: side.courses.map(courseRow),
      effects: [...effectsOfCourses(side.courses, assignments, collected?.results ?? [])],
    }
  },
  'POST /api/organizations/:organization/adoption/training': async ({ world, actor, body }) => {
    const given = { side: openPeopleSide(world.content), orders: body.items, now: world.now() }
    return world.records.within(actor, async (tx) => ({ assigned: await assignCourses(tx, actor, given) }))
  },
  'POST /api/organizations/:organization/adoption/training/reminders': async ({ world, actor }) => {
    const given = { side: openPeopleSide(world.content), url: world.people.url, now: world.now() }
    return world.records.within(actor, (tx) => remindLearners(tx, actor, given))
  },
  'PUT /api/organizations/:organization/adoption/training/:enrolment/exemption': async ({
    world,
    actor,
    params,
    body,
  }) => {
    await world.records.within(actor, (tx) =>
      exempt(tx, actor, params.enrolment, body.exempt ?? undefined, world.now()),
    )
  },
  'POST /api/organizations/:organization/adoption/training/:enrolment/talks': async ({
    world,
    actor,
    params,
    body,
  }) => {
    await world.records.within(actor, (tx) => grantAttempts(tx, actor, params.enrolment, body.talk))
  },
}

export const training = { endpoints: trainingApi, handlers }

function completionView(assignments: readonly Assignment[], on: string) {
  const { base, passed, share, exempt: exempted, contractors } = completionOf(assignments, on)
  return { base, passed, ...(share === undefined ? {} : { share }), exempt: exempted, contractors }
}

function rowOf(side: PeopleSide, one: Assignment, on: string) {
  return {
    id: one.id,
    person: one.person,
    name: one.name,
    unit: one.unit,
    isContractor: one.isContractor,
    course: one.course,
    title: titleOf(side, one.course),
    because: one.because,
    dueOn: one.dueOn,
    state: stateOf(side, one, on),
    attempts: one.attempts,
    ...(one.passedOn ? { passedOn: one.passedOn } : {}),
    ...(one.exempt ? { exempt: one.exempt } : {}),
    ...(one.certificate ? { certificate: one.certificate.id } : {}),
  }
}

function titleOf({ courses }: PeopleSide, id: string): string {
  return courses.find((one) => one.id === id)?.title ?? id
}
