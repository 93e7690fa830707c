import { calendarOf } from '#adoption/calendar-file.ts'
import { certificationApi } from '#api/certification.ts'
import { improvementsApi } from '#api/improvements.ts'
import { openFinance } from '#content/finance.ts'
import { readCalendar, readCertification } from '#improvement/cycle-page-store.ts'
import {
  passBenefitOn,
  readClosing,
  readImprovements,
  takeQuickWin,
} from '#improvement/improvement-page-store.ts'
import { remindOwners } from '#improvement/reminder-store.ts'
import { askingOf } from '../asking.ts'
import type { Handlers } from '../call.ts'
import { sendFile } from '../download.ts'

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
  'GET /api/organizations/:organization/calendar/file': async ({ world, actor, reply }) => {
    const { entries, name } = await world.records.within(actor, async (tx) =>
      readCalendar(tx, await askingOf(world, tx, actor.organization)),
    )
    const text = calendarOf(
      name,
      entries.map(({ id, title, kind, step, on, owner = '', state }) => ({
        id: id.replaceAll(' ', '-'),
        number: state,
        title: kind === 'training' ? `Training: ${title}` : title,
        audience: kind,
        message: step,
        sender: owner,
        channel: kind,
        on,
        at: undefined,
        minutes: undefined,
        repeatOn: undefined,
        state: 'planned',
        version: 1,
      })),
      world.now(),
    )
    await sendFile(reply, { name: 'calendar.ics', type: 'text/calendar; charset=utf-8' }, text)
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
