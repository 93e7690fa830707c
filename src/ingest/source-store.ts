import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { DayOrder } from './mapping.ts'

/** Where an uploaded file stands. waiting: it holds no tickets itself and is read with the next file that does. */
export type SourceState =
  | 'uploaded'
  | 'waiting'
  | 'needs answer'
  | 'read'
  | 'refused'
  | 'removing'
  | 'removed'

/** One uploaded file. */
export type UploadedFile = Readonly<{
  id: string
  name: string
  bytes: number
  sha256: string
  mediaKind: string
  state: SourceState
  message: string | undefined
  uploadedBy: string
  uploadedAt: Date
  version: number
}>

/** Notes an uploaded file. */
export async function addSource(
  tx: Tx,
  actor: Actor,
  file: Readonly<{ id: string; name: string; bytes: number; sha256: string; mediaKind: string }>,
  at: Date,
): Promise<UploadedFile> {
  const row = await tx
    .insertInto('source')
    .values({
      organization_id: actor.organization,
      id: file.id,
      name: file.name,
      bytes: file.bytes,
      sha256: file.sha256,
      media_kind: file.mediaKind,
      state: 'uploaded',
      uploaded_by: actor.id ?? null,
      uploaded_by_name: actor.name,
      uploaded_at: at,
      changed_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await append(tx, actor, {
    action: 'upload',
    kind: 'source',
    id: file.id,
    after: { name: file.name, bytes: file.bytes, sha256: file.sha256 },
  })
  return toFile(row)
}

/** The file that was read before with the same content, if there is one. */
export async function knownSource(tx: Tx, sha256: string): Promise<UploadedFile | undefined> {
  const row = await tx
    .selectFrom('source')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('state', 'in', ['uploaded', 'waiting', 'needs answer', 'read'])
    .limit(1)
    .executeTakeFirst()
  return row && toFile(row)
}

/** The uploaded files, newest first, from after a place on; removed ones stay in the list. */
export async function listSources(
  tx: Tx,
  after: Readonly<{ at: Date; id: string }> | undefined,
  limit: number,
): Promise<readonly UploadedFile[]> {
  let query = tx.selectFrom('source').selectAll().orderBy('uploaded_at', 'desc').orderBy('id').limit(limit)
  if (after)
    query = query.where((is) =>
      is.or([
        is('uploaded_at', '<', after.at),
        is.and([is('uploaded_at', '=', after.at), is('id', '>', after.id)]),
      ]),
    )
  return (await query.execute()).map(toFile)
}

/** The files in certain states, in the order in which they came. */
export async function sourcesIn(tx: Tx, states: readonly SourceState[]): Promise<readonly UploadedFile[]> {
  const rows = await tx
    .selectFrom('source')
    .selectAll()
    .where('state', 'in', states)
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute()
  return rows.map(toFile)
}

/** One uploaded file. */
export async function readSource(tx: Tx, id: string): Promise<UploadedFile> {
  const row = await tx.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such file.')
  return toFile(row)
}

/** Says where files stand now. */
export async function moveSources(
  tx: Tx,
  ids: readonly string[],
  to: Readonly<{ state: SourceState; message?: string | undefined; at: Date }>,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('source')
    .set((is) => ({
      state: to.state,
      message: to.message ?? null,
      changed_at: to.at,
      version: is('version', '+', 1),
    }))
    .where('id', 'in', ids)
    .execute()
}

/** Marks a file to be taken out; what was never read is gone at once. True when the events have to be made anew. */
export async function removeSource(tx: Tx, actor: Actor, id: string, at: Date): Promise<boolean> {
  const source = await readSource(tx, id)
  if (source.state === 'removed' || source.state === 'removing')
    throw new Refusal('conflict', `${source.name} was taken out before.`)
  const isRead = source.state === 'read'
  await moveSources(tx, [id], { state: isRead ? 'removing' : 'removed', at })
  await append(tx, actor, {
    action: 'remove',
    kind: 'source',
    id,
    before: { name: source.name, state: source.state },
  })
  return isRead
}

/** What people answered about reading the files. */
export type Answers = Readonly<{
  timezone: string | undefined
  dayOrders: Readonly<Record<string, DayOrder>>
}>

const zoneQuestion = 'timezone'
const orderQuestion = 'day order of '

/** What was answered so far. */
export async function readAnswers(tx: Tx): Promise<Answers> {
  const rows = await tx.selectFrom('reading_answer').select(['question', 'answer']).execute()
  const orders = rows.filter(({ question }) => question.startsWith(orderQuestion))
  return {
    timezone: rows.find(({ question }) => question === zoneQuestion)?.answer,
    dayOrders: Object.fromEntries(
      orders.map(({ question, answer }) => [question.slice(orderQuestion.length), answer as DayOrder]),
    ),
  }
}

/** Keeps an answer; a later one takes the place of an earlier one. */
export async function answer(
  tx: Tx,
  actor: Actor,
  given: Readonly<{ about: 'timezone' | 'day order'; file: string; answer: string }>,
  at: Date,
): Promise<void> {
  const question = given.about === 'timezone' ? zoneQuestion : `${orderQuestion}${given.file}`
  const before = await tx
    .selectFrom('reading_answer')
    .select('answer')
    .where('question', '=', question)
    .executeTakeFirst()
  const values = { answer: given.answer, answered_by_name: actor.name, answered_at: at }
  await tx
    .insertInto('reading_answer')
    .values({ organization_id: actor.organization, question, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'question']).doUpdateSet(values))
    .execute()
  await append(tx, actor, {
    action: 'answer',
    kind: 'reading',
    id: question,
    ...(before ? { before: before.answer } : {}),
    after: given.answer,
  })
}

type Row = {
  id: string
  name: string
  bytes: number
  sha256: string
  media_kind: string
  state: string
  message: string | null
  uploaded_by_name: string
  uploaded_at: Date
  version: number
}

function toFile(row: Row): UploadedFile {
  return {
    id: row.id,
    name: row.name,
    bytes: row.bytes,
    sha256: row.sha256,
    mediaKind: row.media_kind,
    state: row.state as SourceState, // held by the table
    message: row.message ?? undefined,
    uploadedBy: row.uploaded_by_name,
    uploadedAt: row.uploaded_at,
    version: row.version,
  }
}
