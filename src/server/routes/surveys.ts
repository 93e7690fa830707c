import { castBallot, openBallot } from '#adoption/ballot-store.ts'
import { unitsOf } from '#adoption/recipients.ts'
import { changesOf } from '#adoption/survey-change.ts'
import type { GroupResult, SurveyResults } from '#adoption/survey-results.ts'
import { readRounds, type SurveyWithRounds } from '#adoption/survey-rounds-store.ts'
import {
  closeSurvey,
  isOver,
  listSurveys,
  remindSurvey,
  type Survey,
  sendSurvey,
} from '#adoption/survey-store.ts'
import { readWorkforce } from '#adoption/workforce-store.ts'
import { type SurveyView, surveysApi } from '#api/surveys.ts'
import type { NamedInstrument } from '#content/instrument.ts'
import { demandInstrument, openPeopleSide } from '#content/people-side.ts'
import type { Handlers } from '../call.ts'

const handlers: Handlers<typeof surveysApi> = {
  'GET /api/organizations/:organization/adoption/instruments': async ({ world, actor }) => {
    const { instruments } = openPeopleSide(world.content)
    const people = await world.records.within(actor, (tx) => readWorkforce(tx, actor.organization))
    return {
      instruments: instruments.map((one) => ({
        id: one.id,
        kind: one.kind,
        title: one.title,
        says: one.says,
        smallest: one.smallest_group,
        items: one.dimensions.reduce((sum, { items }) => sum + items.length, one.choices.length),
      })),
      units: [...unitsOf(people)],
    }
  },
  'GET /api/organizations/:organization/adoption/surveys': async ({ world, actor }) => {
    const side = openPeopleSide(world.content)
    const surveys = await world.records.within(actor, listSurveys)
    return { items: surveys.map((one) => rowOf(one, demandInstrument(side, one.instrument), world.now())) }
  },
  'POST /api/organizations/:organization/adoption/surveys': async ({ world, actor, body }) => {
    const side = openPeopleSide(world.content)
    const instrument = demandInstrument(side, body.instrument)
    const at = { url: world.people.url, now: world.now() }
    return world.records.within(actor, async (tx) => {
      const id = await sendSurvey(tx, actor, instrument, body, at)
      return viewOf(await readRounds(tx, side, id, at.now), at.now)
    })
  },
  'GET /api/organizations/:organization/adoption/surveys/:survey': async ({ world, actor, params }) =>
    world.records.within(actor, async (tx) =>
      viewOf(await readRounds(tx, openPeopleSide(world.content), params.survey, world.now()), world.now()),
    ),
  'POST /api/organizations/:organization/adoption/surveys/:survey/closing': async ({
    world,
    actor,
    params,
  }) =>
    world.records.within(actor, async (tx) => {
      const now = world.now()
      await closeSurvey(tx, actor, params.survey, now)
      return viewOf(await readRounds(tx, openPeopleSide(world.content), params.survey, now), now)
    }),
  'POST /api/organizations/:organization/adoption/surveys/:survey/reminders': async ({
    world,
    actor,
    params,
  }) =>
    world.records.within(actor, async (tx) => ({
      messages: await remindSurvey(tx, actor, params.survey, world.now()),
    })),
  'POST /api/surveys/opening': async ({ world, body }) => {
    const side = openPeopleSide(world.content)
    const { title, organization, closesOn, instrument } = await openBallot(
      world.records,
      side,
      body.code,
      world.now(),
    )
    return {
      title,
      organization,
      closesOn,
      smallest: instrument.smallest_group,
      says: instrument.says,
      labels: [...instrument.labels],
      dimensions: instrument.dimensions.map(({ id, name, items }) => ({
        id,
        name,
        // Which statement counts the other way round is not told.
        items: items.map((item) => ({ id: item.id, text: item.text })),
      })),
      choices: instrument.choices,
      takesComment: instrument.comments_from !== undefined,
    }
  },
  'POST /api/surveys/answers': async ({ world, body: { code, ...given } }) => {
    const side = openPeopleSide(world.content)
    await castBallot(world.records, side, { code, given, now: world.now() })
  },
}

export const surveys = { endpoints: surveysApi, handlers }

function rowOf(survey: Survey, instrument: NamedInstrument, now: Date) {
  return {
    id: survey.id,
    instrument: survey.instrument,
    kind: instrument.kind,
    title: survey.title,
    heard: survey.heard,
    sentBy: survey.sentBy,
    sentAt: survey.sentAt.toISOString(),
    closesOn: survey.closesOn,
    isOver: isOver(survey, now),
    invited: survey.groups.reduce((sum, { invited }) => sum + invited, 0),
    answered: survey.answered,
    smallest: instrument.smallest_group,
    groups: [...survey.groups],
  }
}

function viewOf({ survey, instrument, rounds }: SurveyWithRounds, now: Date): SurveyView {
  const own = rounds.at(-1)
  const results = own?.survey.id === survey.id ? own.results : undefined
  const before = results && rounds.at(-2)
  return {
    ...rowOf(survey, instrument, now),
    dimensions: instrument.dimensions.map(({ id, name }) => ({ id, name })),
    choices: instrument.choices,
    ...(results ? { results: resultsView(results) } : {}),
    changes: before ? changesSince(before.results, results, before.survey.title) : [],
    rounds: rounds.map(({ survey: one, results: { whole, groups } }) => ({
      id: one.id,
      title: one.title,
      sentAt: one.sentAt.toISOString(),
      ...(whole ? { whole: groupView(whole) } : {}),
      groups: groups.map(groupView),
    })),
  }
}

function changesSince(before: SurveyResults, after: SurveyResults, since: string) {
  const pairs = [
    ...(before.whole && after.whole ? [[before.whole, after.whole] as const] : []),
    ...after.groups.flatMap((group) => {
      const then = before.groups.find(({ name }) => name === group.name)
      return then ? [[then, group] as const] : []
    }),
  ]
  return pairs.map(([then, now]) => ({
    name: now.name,
    since,
    dimensions: [...changesOf(then.dimensions, now.dimensions)],
  }))
}

function resultsView({ responseRate, isLowResponse, whole, groups, withheld, comments }: SurveyResults) {
  return {
    responseRate,
    isLowResponse,
    ...(whole ? { whole: groupView(whole) } : {}),
    groups: groups.map(groupView),
    withheld: [...withheld],
    comments: [...comments],
  }
}

function groupView({ name, invited, answered, dimensions, index, barriers, choices }: GroupResult) {
  return {
    name,
    invited,
    answered,
    dimensions: dimensions.map(({ id, n, mean, index: of }) => ({ id, n, mean, index: of })),
    ...(index === undefined ? {} : { index }),
    ...(barriers ? { barriers: { ...barriers } } : {}),
    choices: Object.fromEntries(Object.entries(choices).map(([id, shares]) => [id, { ...shares }])),
  }
}
