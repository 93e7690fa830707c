import { may } from '#access/actor.ts'
import { calendarOf } from '#adoption/calendar-file.ts'
import { judgePlan } from '#adoption/communication-plan.ts'
import { feedbackLoop } from '#adoption/feedback-loop.ts'
import { followFeedback, giveFeedback, readFeedback } from '#adoption/feedback-store.ts'
import {
  engagedFrom,
  type LeaderScore,
  type LeadershipIndex,
  leadershipIndex,
  leastLeaders,
  target,
  windowDays,
} from '#adoption/leadership.ts'
import { declareAct, readLeaders, readOwnActs } from '#adoption/leadership-store.ts'
import { readOverview } from '#adoption/overview-store.ts'
import { readMessages, readStakeholders } from '#adoption/plan-store.ts'
import { addressOf, organizationName } from '#adoption/workforce-store.ts'
import { engagementApi } from '#api/engagement.ts'
import { openPeopleSide } from '#content/people-side.ts'
import type { Record } from '#registers/record.ts'
import { type attitudes, attitudesOver, type Quadrant } from '#registers/stakeholder-grid.ts'
import type { Handlers } from '../call.ts'
import { sendFile } from '../download.ts'
import { overviewView } from '../overview-view.ts'

type Attitude = (typeof attitudes)[number]

const handlers: Handlers<typeof engagementApi> = {
  'GET /api/organizations/:organization/adoption': async ({ world, actor }) => {
    const side = openPeopleSide(world.content)
    const wanted = { organization: actor.organization, now: world.now() }
    return overviewView(side, await world.records.within(actor, (tx) => readOverview(tx, side, wanted)))
  },
  'GET /api/organizations/:organization/adoption/stakeholders': async ({ world, actor }) => {
    const on = world.now().toISOString().slice(0, 10)
    const records = await world.records.within(actor, (tx) => readStakeholders(tx, actor.organization))
    return { on, items: records.map((record) => stakeholderView(record, on)) }
  },
  'GET /api/organizations/:organization/adoption/leadership': async ({ world, actor }) => {
    const { leaders, acts, email } = await world.records.within(actor, async (tx) => ({
      leaders: await readLeaders(tx, actor.organization, world.now()),
      acts: await readOwnActs(tx, actor),
      email: await addressOf(tx, actor.id),
    }))
    const own = leaders.find(({ worker }) => worker.email !== undefined && worker.email === email)
    return {
      target,
      engagedFrom,
      windowDays,
      least: leastLeaders,
      index: indexView(leadershipIndex(leaders.map(({ score }) => score))),
      ...(own ? { own: scoreView(own.score) } : {}),
      ownActs: acts.map(({ number, label, state, data }) => ({
        number,
        title: label,
        kind: data.kind as 'communication', // a choice of the register
        ...(data.done_on ? { doneOn: String(data.done_on) } : {}),
        state,
      })),
      ...(may(actor, 'read leadership scores')
        ? {
            leaders: leaders.map(({ worker, score }) => ({
              ...scoreView(score),
              name: worker.name,
              unit: worker.unit,
            })),
          }
        : {}),
    }
  },
  'POST /api/organizations/:organization/adoption/leadership': async ({ world, actor, body }) => ({
    number: await world.records.within(actor, (tx) => declareAct(tx, actor, body, world.now())),
  }),
  'GET /api/organizations/:organization/adoption/communication': async ({ world, actor }) => {
    const on = world.now().toISOString().slice(0, 10)
    const messages = await world.records.within(actor, (tx) => readMessages(tx, actor.organization))
    const plan = judgePlan(
      messages.map(({ record }) => record),
      on,
    )
    return {
      on,
      ...plan,
      missing: [...plan.missing],
      unprepared: [...plan.unprepared],
      late: [...plan.late],
      audiences: [...plan.audiences],
      items: messages.map(({ record, entry: { minutes: _, version: __, ...entry } }) => ({
        ...entry,
        ...(typeof record.data.reach === 'number' ? { reach: record.data.reach } : {}),
      })),
    }
  },
  'GET /api/organizations/:organization/adoption/communication/calendar': async ({ world, actor, reply }) => {
    const { messages, name } = await world.records.within(actor, async (tx) => ({
      messages: await readMessages(tx, actor.organization),
      name: await organizationName(tx),
    }))
    const text = calendarOf(
      { name, stamp: world.now() },
      messages.map(({ entry }) => entry),
    )
    await sendFile(reply, { name: 'communication-plan.ics', type: 'text/calendar; charset=utf-8' }, text)
    return undefined
  },
  'GET /api/organizations/:organization/adoption/feedback': async ({ world, actor }) => {
    const records = await world.records.within(actor, (tx) => readFeedback(tx, actor.organization))
    const loop = feedbackLoop(records, world.now().toISOString().slice(0, 10))
    return { ...loop, late: [...loop.late], told: [...loop.told] }
  },
  'POST /api/organizations/:organization/adoption/feedback': async ({ world, actor, body }) =>
    world.records.within(actor, (tx) => giveFeedback(tx, actor, body, world.now())),
  'POST /api/feedback/opening': async ({ world, body }) => followFeedback(world.records, body.code),
}

export const engagement = { endpoints: engagementApi, handlers }

function stakeholderView({ id, number, label, data }: Record, on: string) {
  const next = data.next_contact === undefined ? undefined : String(data.next_contact)
  return {
    id,
    number,
    name: label,
    power: Number(data.power),
    interest: Number(data.interest),
    ...(typeof data.impact === 'number' ? { impact: data.impact } : {}),
    // Choices and computed fields of the register.
    quadrant: data.quadrant as Quadrant,
    ...(data.attitude_now ? { attitudeNow: data.attitude_now as Attitude } : {}),
    ...(data.attitude_needed ? { attitudeNeeded: data.attitude_needed as Attitude } : {}),
    attitudes: attitudesOver(data).map((one) => ({ on: one.on, attitude: one.attitude as Attitude })),
    ...(typeof data.priority === 'number' ? { priority: data.priority } : {}),
    ...(data.owner ? { owner: String(data.owner) } : {}),
    ...(next ? { nextContact: next } : {}),
    isOverdue: next !== undefined && next < on,
    hasConcerns: data.concerns !== undefined,
  }
}

function scoreView({ level, score, isEngaged, components }: LeaderScore) {
  return {
    level,
    ...(score === undefined ? {} : { score }),
    isEngaged,
    components: [...components],
  }
}

function indexView(index: LeadershipIndex) {
  return { ...index, levels: [...index.levels] }
}
