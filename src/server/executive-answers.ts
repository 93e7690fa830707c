import { readOverview } from '#adoption/overview-store.ts'
import type { ExecutiveView, FigureView } from '#api/executive.ts'
import { readProgramme } from '#assessment/programme-store.ts'
import { openFinance } from '#content/finance.ts'
import { openPeopleSide } from '#content/people-side.ts'
import { openStrategy } from '#content/strategy.ts'
import type { Tx } from '#db/records.ts'
import { readLatestCollection } from '#evidence/collection-store.ts'
import { givenBy, readCase } from '#finance/case-store.ts'
import { growBy, measuredGrowth, volumesOf } from '#finance/growth.ts'
import { readAll } from '#registers/record-store.ts'
import { readTechnology } from '#strategy/technology-store.ts'
import type { World } from './call.ts'

type Asking = Readonly<{ world: Pick<World, 'content' | 'now'>; organization: string }>
type Answer = ExecutiveView['questions'][number]

/** The questions of executives with their figures; what nobody has recorded or measured has no value. */
export async function answerExecutives(tx: Tx, asking: Asking): Promise<ExecutiveView> {
  const { years, ...scalability } = await answerScalability(tx, asking)
  return {
    questions: [scalability, await answerIntegration(tx, asking), await answerWorkforce(tx, asking)],
    years,
  }
}

async function answerScalability(
  tx: Tx,
  { world, organization }: Asking,
): Promise<Answer & { years: number }> {
  const { growth: model } = openFinance(world.content)
  const given = givenBy(await readCase(tx))
  const { programme } = await readProgramme(tx)
  const volumes = volumesOf(model, await readLatestCollection(tx), given)
  const rate = measuredGrowth(volumes)
  const staff = programme.size?.it_staff
  const { years, ramp } = given.settings
  const asked = { rate: rate ?? 0, staff, ticketShare: model.ticket_share, years }
  const later = growBy(volumes, asked, { ramp, dayRate: undefined, daysAYear: model.days_a_year }).at(-1)
  const services = await readAll(tx, organization, 'services')
  const live = services.filter(({ state }) => state === 'live')
  const inScope = live.filter(({ data }) => data.in_scope !== false)
  const total = volumes.reduce((sum, { perYear }) => sum + perYear, 0)
  const answer = answerOf('scalability', [
    { id: 'volume', kind: 'count', value: volumes.length > 0 ? total : undefined },
    { id: 'growth', kind: 'share', value: rate },
    { id: 'people-later', kind: 'people', value: rate === undefined ? undefined : later?.staff, of: staff },
    {
      id: 'services',
      kind: 'count',
      value: services.length > 0 ? inScope.length : undefined,
      of: live.length,
    },
    {
      id: 'extensions',
      kind: 'count',
      value: services.length > 0 ? live.length - inScope.length : undefined,
    },
  ])
  return { ...answer, years }
}

async function answerIntegration(tx: Tx, { world, organization }: Asking): Promise<Answer> {
  const { tools, score, options } = await readTechnology(
    tx,
    organization,
    openStrategy(world.content),
    world.now(),
  )
  const ofTools = (count: number) => (tools.length > 0 ? count : undefined)
  return answerOf('integration', [
    { id: 'tools', kind: 'count', value: ofTools(tools.length) },
    {
      id: 'tools-judged',
      kind: 'count',
      value: ofTools(tools.filter(({ compatibility }) => compatibility !== undefined).length),
      of: tools.length,
    },
    { id: 'shown-by-data', kind: 'share', value: score.score, of: score.askable },
    {
      id: 'contracts-ending',
      kind: 'count',
      value: ofTools(tools.filter(({ isEnding }) => isEnding).length),
      of: tools.length,
    },
    {
      id: 'options-open',
      kind: 'count',
      value: options.length > 0 ? options.filter(({ state }) => state === 'compared').length : undefined,
      of: options.length,
    },
  ])
}

async function answerWorkforce(tx: Tx, { world, organization }: Asking): Promise<Answer> {
  const side = openPeopleSide(world.content)
  const { training, leadership, resistance } = await readOverview(tx, side, {
    organization,
    now: world.now(),
  })
  const open = async (register: string) =>
    (await readAll(tx, organization, register)).filter(({ state }) => state !== 'ended')
  const [roles, competence] = [await open('roles'), await open('competence')]
  const filled = roles.filter(({ state }) => state === 'in place')
  const gaps = competence.filter(({ state }) => state === 'gap')
  return answerOf('workforce', [
    {
      id: 'roles-filled',
      kind: 'count',
      value: roles.length > 0 ? filled.length : undefined,
      of: roles.length,
    },
    {
      id: 'competence-gaps',
      kind: 'count',
      value: competence.length > 0 ? gaps.length : undefined,
      of: competence.length,
    },
    { id: 'training', kind: 'share', value: training.share, of: training.base },
    { id: 'leadership', kind: 'share', value: leadership.index, of: leadership.counted },
    { id: 'resistance', kind: 'count', value: resistance.length },
  ])
}

function answerOf(id: Answer['id'], figures: readonly FigureView[]): Answer {
  return {
    id,
    figures: [...figures],
    unknown: figures.filter(({ value }) => value === undefined).length,
  }
}
