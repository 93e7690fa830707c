import type { FastifyReply } from 'fastify'
import type { Actor } from '#access/actor.ts'
import { Refusal } from '#base/refusal.ts'
import type { OwnQuestion } from '#monitoring/ask-own-store.ts'
import type { Dated } from '#monitoring/figure.ts'
import type { World } from './call.ts'
import { inChild, TaskCutOff, TaskRefused } from './jobs/child.ts'
import { machine } from './jobs/performed.ts'
import { workspaceOf } from './workshop.ts'

/** Organizations whose select is being tried: one at a time, so that nobody takes the machine from the others. */
const trying = new Set<string>()

/** Asks a select in a process of its own; what is wrong with it is said plainly, and nothing is kept. */
export async function tryOwnKpi(
  world: World,
  { organization }: Actor,
  select: Pick<OwnQuestion, 'sql' | 'answers'>,
  reply: FastifyReply,
): Promise<readonly Dated[]> {
  if (trying.has(organization))
    throw new Refusal('conflict', 'Another select is being tried. Wait for it to end.')
  trying.add(organization)
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  try {
    const questions = [{ kpi: 'trial', sql: select.sql, answers: select.answers }]
    const folder = workspaceOf(world, organization)
    const task = { does: 'own', folder, content: world.content, questions, ...machine } as const
    const [answer] = await inChild(task, { told: () => {} }, gone.signal).catch(plainly)
    if (answer?.because !== undefined) throw new Refusal('invalid', answer.because)
    return answer?.points ?? []
  } finally {
    trying.delete(organization)
  }
}

function plainly(error: unknown): never {
  if (error instanceof TaskRefused) throw new Refusal(error.code, error.message, { cause: error })
  if (error instanceof TaskCutOff)
    throw new Refusal('invalid', 'It took too much memory and was stopped.', { cause: error })
  throw error
}
