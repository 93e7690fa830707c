import { growthApi } from '#api/growth.ts'
import { readProgramme } from '#assessment/programme-store.ts'
import { openFinance } from '#content/finance.ts'
import { readLatestCollection } from '#evidence/collection-store.ts'
import { givenBy, readCase } from '#finance/case-store.ts'
import { growBy, measuredGrowth, volumesOf } from '#finance/growth.ts'
import type { Handlers } from '../call.ts'

const formula =
  'people = people of today * (1 - share + share * volume / volume of today); cost = people beyond those of today * days a year * cost of a day'

const handlers: Handlers<typeof growthApi> = {
  'GET /api/organizations/:organization/case/growth': async ({ world, actor, query }) => {
    const { growth } = openFinance(world.content)
    const { given, collected, programme } = await world.records.within(actor, async (tx) => ({
      given: givenBy(await readCase(tx)),
      collected: await readLatestCollection(tx),
      ...(await readProgramme(tx)),
    }))
    const { settings, assumptions } = given
    const volumes = volumesOf(growth, collected, given)
    const measured = measuredGrowth(volumes)
    const asked = {
      rate: query.rate ?? measured ?? 0,
      staff: query.staff ?? programme.size?.it_staff,
      ticketShare: query.ticketShare ?? growth.ticket_share,
      years: query.years ?? settings.years,
    }
    const dayRate = assumptions.get(growth.day_rate)?.base
    const matter = { ramp: settings.ramp, dayRate, daysAYear: growth.days_a_year }
    return {
      currency: settings.currency,
      volumes: [...volumes],
      measured,
      rate: asked.rate,
      staff: asked.staff,
      ticketShare: asked.ticketShare,
      daysAYear: growth.days_a_year,
      dayRate,
      years: [...growBy(volumes, asked, matter)],
      formula,
    }
  },
}

export const growth = { endpoints: growthApi, handlers }
