import { createHash } from 'node:crypto'
import { canonical } from '#access/trail.ts'
import { Refusal } from '#base/refusal.ts'
import { type Draw, draw, hashOfIds, type Member } from './sample.ts'
import type { SampleOrder } from './sample-definition.ts'

/** What a sample says about itself beside the records: nothing in it depends on who drew it, or when. */
export type SampleResult = Draw & Readonly<{ sha256: string }>

/** Carries out an order on a population that was read. */
export function carryOut(order: SampleOrder, members: readonly Member[]): SampleResult {
  const result = order.method === 'random' ? drawAtRandom(order, members) : pick(order.ids, members)
  return { ...result, sha256: createHash('sha256').update(canonical({ order, result })).digest('hex') }
}

function drawAtRandom(order: SampleOrder & { method: 'random' }, members: readonly Member[]): Draw {
  const { size, errorRate, confidence, finite } = order
  return draw(members, size === undefined ? { errorRate, confidence, finite } : { size }, order.seed)
}

/** A choice by judgement has to lie in the population it is said to stand for. */
function pick(ids: readonly string[], members: readonly Member[]): Draw {
  const known = new Map(members.map((member) => [member.id, member]))
  const strange = ids.filter((id) => !known.has(id))
  if (strange.length > 0)
    throw new Refusal(
      'invalid',
      `${strange.slice(0, 5).join(', ')}${strange.length > 5 ? ' and others' : ''} do not belong to the population.`,
    )
  const chosen = [...new Set(ids)].sort()
  return {
    populationSize: known.size,
    populationHash: hashOfIds(known.keys()),
    mustSee: [],
    size: chosen.length,
    sizeText: `${chosen.length} of ${known.size}, chosen by judgement: nothing can be said about the rest.`,
    strata: [],
    drawn: chosen.map((id) => ({ id, stratum: known.get(id)?.stratum ?? '' })),
  }
}
