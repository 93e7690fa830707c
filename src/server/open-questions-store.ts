import { z } from 'zod'
import type { Tx } from '#db/records.ts'
import { ReadingQuestion } from '#ingest/unanswered.ts'

const Outcome = z.object({ question: ReadingQuestion })

/** The question that the newest reading of the files ended with, as long as files wait for its answer. */
export async function openQuestions(tx: Tx): Promise<readonly ReadingQuestion[]> {
  const waiting = await tx
    .selectFrom('source')
    .select('id')
    .where('state', '=', 'needs answer')
    .limit(1)
    .executeTakeFirst()
  if (!waiting) return []
  const row = await tx
    .selectFrom('job')
    .select('outcome')
    .where('kind', '=', 'ingest')
    .where('state', '=', 'needs answer')
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { data } = Outcome.safeParse(row?.outcome)
  return data ? [data.question] : []
}
