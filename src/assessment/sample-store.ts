import { join } from 'node:path'
import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Library } from '#content/library.ts'
import type { Tables, Tx } from '#db/records.ts'
import { openLatestCollection } from '#evidence/collection-store.ts'
import { readPopulation, readSubjects } from '#evidence/population-store.ts'
import { carryOut, type SampleResult } from './draw-sample.ts'
import type { Draw, Member } from './sample.ts'
import { SampleOrder } from './sample-definition.ts'

/** A sample as it is kept. */
export type KeptSample = Readonly<{
  id: string
  name: string
  order: SampleOrder
  drawnBy: string
  drawnAt: string
  result: SampleResult
}>

/** Where the records of an organization lie, and what may be drawn from. */
export type SampleMatter = Readonly<{ folder: string; library: Library }>

/** The folder in which an organization's events and evidence lie. */
function workspaceOf({ folder }: SampleMatter, organization: string): string {
  return join(folder, 'organizations', organization)
}

/** An order with its period filled in, so that it says the same later on. */
export async function settleOrder(tx: Tx, order: SampleOrder): Promise<SampleOrder> {
  const collection = await openLatestCollection(tx)
  if (!collection)
    throw new Refusal(
      'not-found',
      'There is nothing to draw from yet. Import tickets and collect the evidence.',
    )
  if (order.population.kind === 'check') return order
  const { from = collection.period.from, to = collection.period.to } = order.population
  return { ...order, population: { ...order.population, from, to } }
}

/** The population that an order names. */
export async function readMembers(
  matter: SampleMatter,
  organization: string,
  { population: choice }: SampleOrder,
): Promise<readonly Member[]> {
  const folder = workspaceOf(matter, organization)
  const { library } = matter
  if (choice.kind === 'check') {
    if (!library.questions.checks.some(({ id }) => id === choice.id))
      throw new Refusal('invalid', `There is no check ${choice.id}.`)
    return readSubjects(folder, choice.id)
  }
  const population = library.populations.find(({ id }) => id === choice.id)
  if (!population) throw new Refusal('invalid', `There is no population ${choice.id}.`)
  const strange = choice.strata.find((column) => !population.strata.includes(column))
  if (strange !== undefined)
    throw new Refusal(
      'invalid',
      `${population.title} cannot be spread by ${strange}, only by ${population.strata.join(', ')}.`,
    )
  const { from, to } = choice
  if (from === undefined || to === undefined || from >= to)
    throw new Refusal('invalid', 'The period to draw from holds no day.')
  return readPopulation(folder, population, { from, to }, choice.strata)
}

/** Keeps a sample, for ever. */
export async function keepSample(
  tx: Tx,
  actor: Actor,
  {
    name,
    order,
    members,
    at,
  }: Readonly<{
    name: string
    order: SampleOrder
    members: readonly Member[]
    at: Date
  }>,
): Promise<KeptSample> {
  const result = carryOut(order, members)
  const { sha256, ...draw } = result
  const row = await tx
    .insertInto('sample')
    .values({
      organization_id: actor.organization,
      name,
      method: order.method,
      seed: order.method === 'random' ? order.seed : null,
      definition: JSON.stringify(order),
      population_size: draw.populationSize,
      population_hash: draw.populationHash,
      drawn: JSON.stringify(draw),
      sha256,
      drawn_by: actor.id ?? null,
      drawn_by_name: actor.name,
      drawn_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const kept = toKept(row)
  await append(tx, actor, {
    action: 'draw',
    kind: 'sample',
    id: row.id,
    after: { name, order, populationHash: draw.populationHash, size: draw.size, sha256 },
  })
  return kept
}

/** Samples, newest first. Who audits from outside sees his own. */
export async function listSamples(
  tx: Tx,
  actor: Actor,
  { before, limit }: Readonly<{ before: readonly [string, string] | undefined; limit: number }>,
): Promise<readonly KeptSample[]> {
  let query = ownSamples(tx, actor).orderBy('drawn_at', 'desc').orderBy('id', 'desc').limit(limit)
  if (before) {
    const at = new Date(before[0])
    query = query.where((is) =>
      is.or([is('drawn_at', '<', at), is.and([is('drawn_at', '=', at), is('id', '<', before[1])])]),
    )
  }
  return (await query.execute()).map(toKept)
}

/** One sample. */
export async function readSample(tx: Tx, actor: Actor, id: string): Promise<KeptSample> {
  const row = await ownSamples(tx, actor).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such sample.')
  return toKept(row)
}

function ownSamples(tx: Tx, actor: Actor) {
  const query = tx.selectFrom('sample').selectAll()
  return actor.role === 'external auditor' ? query.where('drawn_by', '=', actor.id ?? '') : query
}

function toKept(row: Selectable<Tables['sample']>): KeptSample {
  return {
    id: row.id,
    name: row.name,
    order: SampleOrder.parse(row.definition),
    drawnBy: row.drawn_by_name,
    drawnAt: row.drawn_at.toISOString(),
    result: { ...(row.drawn as unknown as Draw), sha256: row.sha256 }, // written by keepSample and by nobody else
  }
}
