import type { FastifyReply } from 'fastify'
import { endFeed, makeFeed, mostReads, openFeed, readFeed } from '#access/feed-store.ts'
import { calendarOf } from '#adoption/calendar-file.ts'
import { certificationApi } from '#api/certification.ts'
import { improvementsApi } from '#api/improvements.ts'
import type { Language } from '#base/language.ts'
import { openFinance } from '#content/finance.ts'
import { openSentences } from '#content/sentences.ts'
import { fileEntries } from '#improvement/calendar-words.ts'
import { readCalendar, readCertification } from '#improvement/cycle-page-store.ts'
import {
  passBenefitOn,
  readClosing,
  readImprovements,
  takeQuickWin,
} from '#improvement/improvement-page-store.ts'
import { remindOwners } from '#improvement/reminder-store.ts'
import { askingOf } from '../asking.ts'
import type { Handlers, World } from '../call.ts'
import { sendFile } from '../download.ts'
import { Unserved } from '../problem.ts'

const api = { ...certificationApi, ...improvementsApi }

const handlers: Handlers<typeof api> = {
  'GET /api/organizations/:organization/certification': ({ world, actor }) =>
    world.records.within(actor, async (tx) =>
      readCertification(tx, await askingOf(world, tx, actor.organization)),
    ),
  'GET /api/organizations/:organization/calendar': ({ world, actor }) =>
    world.records.within(actor, async (tx) => {
      const { cycle, since, entries, duties } = await readCalendar(
        tx,
        await askingOf(world, tx, actor.organization),
      )
      const isCertified = cycle.standing === 'valid' || cycle.standing === 'suspended'
      return { on: cycle.on, since, isCertified, entries, duties }
    }),
  'GET /api/organizations/:organization/calendar/file': async ({ world, actor, query, reply }) => {
    await sendCalendar(world, { ...query, organization: actor.organization }, reply)
    return undefined
  },
  'GET /api/organizations/:organization/calendar/feed': async ({ world, actor }) => ({
    feed: await world.records.within(actor, (tx) => readFeed(tx, actor)),
  }),
  'POST /api/organizations/:organization/calendar/feed': async ({ world, actor, body }) => {
    const { feed, code } = await world.records.within(actor, (tx) =>
      makeFeed(tx, actor, { ...body, at: world.now() }),
    )
    return { ...feed, address: `${world.people.url}/api/calendars/${code}.ics` }
  },
  'DELETE /api/organizations/:organization/calendar/feed': ({ world, actor }) =>
    world.records.within(actor, (tx) => endFeed(tx, actor)).then(() => undefined),
  'GET /api/calendars/:code': async ({ world, params, reply }) => {
    const now = world.now()
    const opened = await openFeed(world.records, params.code.replace(/\.ics$/, ''), now)
    if (opened.asked > mostReads) throw tooOften(opened.since, now, reply)
    await sendCalendar(world, { ...opened, refreshHours: 6 }, reply)
    return undefined
  },
  'POST /api/organizations/:organization/calendar/reminders': ({ world, actor }) =>
    world.records.within(actor, async (tx) => {
      const { entries } = await readCalendar(tx, await askingOf(world, tx, actor.organization))
      return { reminded: await remindOwners(tx, actor, { entries, url: world.people.url, now: world.now() }) }
    }),
  'GET /api/organizations/:organization/improvements': ({ world, actor }) =>
    world.records.within(actor, async (tx) =>
      readImprovements(tx, await askingOf(world, tx, actor.organization)),
    ),
  'POST /api/organizations/:organization/improvements/quick-wins/:quickWin': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => {
      const asking = await askingOf(world, tx, actor.organization)
      await takeQuickWin(tx, actor, params.quickWin, asking)
      return readImprovements(tx, asking)
    }),
  'POST /api/organizations/:organization/improvements/:improvement/benefits': ({
    world,
    actor,
    params,
    body,
  }) =>
    world.records.within(actor, async (tx) => {
      const given = { benefit: body, model: openFinance(world.content), at: world.now() }
      await passBenefitOn(tx, actor, params.improvement, given)
      return readImprovements(tx, await askingOf(world, tx, actor.organization))
    }),
  'GET /api/organizations/:organization/closing-report': ({ world, actor }) =>
    world.records.within(actor, async (tx) => readClosing(tx, await askingOf(world, tx, actor.organization))),
}

export const improvements = { endpoints: api, handlers }

type Wanting = Readonly<{ organization: string; language: Language; refreshHours?: number }>

/** Writes the calendar of an organization as it stands, for programs. */
async function sendCalendar(
  world: World,
  { organization, language, ...head }: Wanting,
  reply: FastifyReply,
): Promise<void> {
  const { entries, name } = await world.records.within({ organization }, async (tx) =>
    readCalendar(tx, await askingOf(world, tx, organization)),
  )
  const sentences = openSentences(world.content, 'calendar', language)
  const page = `${world.people.url}/o/${organization}/calendar`
  const text = calendarOf({ ...head, name, stamp: world.now() }, fileEntries(entries, sentences, page))
  await sendFile(reply, { name: 'calendar.ics', type: 'text/calendar; charset=utf-8' }, text)
}

function tooOften(since: Date, now: Date, reply: FastifyReply): Unserved {
  const seconds = Math.max(1, Math.ceil((since.getTime() + 60_000 - now.getTime()) / 1000))
  reply.header('retry-after', String(seconds))
  return new Unserved(
    429,
    `This address was read more than ${mostReads} times in a minute. Go on in ${seconds} seconds.`,
  )
}
