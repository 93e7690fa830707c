import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#access/actor.ts'
import {
  answerIsGone,
  dropUnchanged,
  type Found,
  keepAnswer,
  type Repeatable,
  servingUnder,
  takeUp,
} from '#access/kept-answer-store.ts'
import type { Person } from '#access/organization-store.ts'
import { canonical } from '#access/trail.ts'
import { Refusal } from '#base/refusal.ts'
import type { World } from './call.ts'
import { Unserved } from './problem.ts'

/** A request to do something once, whoever sends it how often. */
export type Asked = Readonly<{
  world: World
  request: FastifyRequest
  reply: FastifyReply
  person: Person | undefined
  actor: Actor | undefined
  /** The answer shows a secret: it is told once and never kept. */
  isSecret: boolean
}>

/** How often, at most, a second request looks whether the first has been answered, and how long it waits between. */
const looks = 100
const pause = 100

/**
 * Serves a POST with an Idempotency-Key once: the same request again gets the same answer, one that comes meanwhile waits,
 * another request under the same key is refused. Without a key it is served as it comes.
 */
export async function once(asked: Asked, serve: () => Promise<unknown>): Promise<unknown> {
  const repeatable = repeatableOf(asked)
  if (!repeatable) return serve()
  const { world, reply, isSecret } = asked
  const found = await settled(world, repeatable)
  if (found.is === 'served') {
    if (found.answer === null) throw answerIsGone()
    reply.header('idempotency-replayed', 'true')
    return JSON.parse(found.answer).answer
  }
  if (found.is === 'lost') throw answerIsGone()
  if (found.is === 'other')
    throw new Refusal('invalid', 'This Idempotency-Key was used for another request. Use a new one.')
  if (found.is === 'under way')
    throw new Refusal(
      'conflict',
      'The same request is still being served. Wait, then ask again with the same key.',
    )
  try {
    const answer = await servingUnder(repeatable, serve)
    await keepAnswer(world.records, repeatable, isSecret ? null : JSON.stringify({ answer }))
    return answer
  } catch (error) {
    await dropUnchanged(world.records, repeatable)
    throw error
  }
}

async function settled({ records, now }: World, repeatable: Repeatable): Promise<Found> {
  for (let left = looks; left > 0; left -= 1) {
    const found = await takeUp(records, repeatable, now())
    if (found.is !== 'under way') return found
    await wait(pause)
  }
  return { is: 'under way' }
}

function repeatableOf({ request, person, actor }: Asked): Repeatable | undefined {
  const header = request.headers['idempotency-key']
  if (header === undefined || request.method !== 'POST') return undefined
  const key = /^"?([\x21\x23-\x7e]{1,255})"?$/.exec(String(header))?.[1]
  if (key === undefined)
    throw new Unserved(400, 'An Idempotency-Key has 1 to 255 visible characters, such as a UUID.')
  const who = actor ? `${actor.kind} ${actor.id ?? ''}` : `person ${person?.id}`
  if (!actor && !person) return undefined
  // A body that is a stream of files is told from another by its length.
  const content =
    request.body === undefined ? (request.headers['content-length'] ?? '') : canonical(request.body)
  const hash = createHash('sha256').update(`${request.url}\n${content}`).digest('hex')
  return { asker: `${who} in ${actor?.organization ?? 'no organization'}`, key, hash }
}
