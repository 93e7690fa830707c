import { readOrganization } from '#access/organization-store.ts'
import { strategyApi } from '#api/strategy.ts'
import { readProgramme } from '#assessment/programme-store.ts'
import { openFinance } from '#content/finance.ts'
import { openLibrary } from '#content/library.ts'
import { openStrategy } from '#content/strategy.ts'
import { putIntoCase } from '#strategy/option-case-store.ts'
import { readStrategyPage, reviewAlignment } from '#strategy/strategy-page-store.ts'
import { sectorFrom, tailor } from '#strategy/tailoring.ts'
import { readTechnology } from '#strategy/technology-store.ts'
import type { Handlers, World } from '../call.ts'

const handlers: Handlers<typeof strategyApi> = {
  'GET /api/organizations/:organization/strategy': ({ world, actor }) =>
    world.records.within(actor, (tx) => readStrategyPage(tx, askingOf(world, actor.organization))),
  'POST /api/organizations/:organization/strategy/reviews': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      await reviewAlignment(tx, actor, { ...body, at: world.now() })
      return readStrategyPage(tx, askingOf(world, actor.organization))
    }),
  'GET /api/organizations/:organization/strategy-options': async ({ world, actor }) => {
    const { programme } = await world.records.within(actor, readProgramme)
    const { sizes, sectors, options } = openStrategy(world.content)
    const { standard, requirements } = openLibrary(world.content).catalogue
    const itStaff = programme.size?.it_staff
    const pack = { sizes, sectors, standard, requirements }
    const days = itStaff && tailor({ itStaff, sector: undefined }, pack)?.effort.likelyDays
    return {
      itStaff,
      options: options.map(({ effort, risk_says: riskSays, ...option }) => ({
        ...option,
        riskSays,
        effortDays: days
          ? {
              low: Math.round(days * effort.low),
              likely: Math.round(days * effort.likely),
              high: Math.round(days * effort.high),
            }
          : undefined,
      })),
    }
  },
  'GET /api/organizations/:organization/technology': ({ world, actor }) =>
    world.records.within(actor, async (tx) => {
      const { settings } = await readOrganization(tx, actor)
      const content = openStrategy(world.content)
      const found = await readTechnology(tx, actor.organization, content, world.now())
      return { ...found, currency: typeof settings.currency === 'string' ? settings.currency : undefined }
    }),
  'POST /api/organizations/:organization/technology/options/:option/line': async ({
    world,
    actor,
    params,
  }) => {
    const putting = { model: openFinance(world.content), at: world.now() }
    await world.records.within(actor, (tx) => putIntoCase(tx, actor, params.option, putting))
  },
  'GET /api/organizations/:organization/tailoring': async ({ world, actor, query }) => {
    const { programme } = await world.records.within(actor, readProgramme)
    const { sizes, sectors } = openStrategy(world.content)
    const { catalogue, questions } = openLibrary(world.content)
    const known = { itStaff: programme.size?.it_staff, sector: programme.sector }
    const sectorId = sectorFrom(known.sector, sectors)
    const itStaff = query.itStaff ?? known.itStaff
    const pack = { sizes, sectors, standard: catalogue.standard, requirements: catalogue.requirements }
    const found = itStaff ? tailor({ itStaff, sector: query.sector ?? sectorId }, pack) : undefined
    const titles = new Map(questions.measures.map(({ id, about }) => [id, about.title]))
    return {
      known: { ...known, sectorId },
      sectors: sectors.map(({ id, title }) => ({ id, title })),
      sizes: sizes.map(({ id, title, reference_it_staff: staff, up_to: upTo }) => ({
        id,
        title,
        itStaff: staff,
        upTo,
      })),
      tailoring: found && {
        ...found,
        size: { ...found.size, rolesAtLeast: found.size.roles_at_least },
        sector: found.sector && {
          ...found.sector,
          measures: found.sector.measures.map((id) => ({ id, title: titles.get(id) ?? id })),
        },
      },
    }
  },
}

export const strategy = { endpoints: strategyApi, handlers }

function askingOf({ content, now }: World, organization: string) {
  return {
    organization,
    library: openLibrary(content),
    content: openStrategy(content),
    on: now().toISOString().slice(0, 10),
  }
}
