import { createHash } from 'node:crypto'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { openRecords, type Records } from '#db/records.ts'
import { printOpenData } from '#deliver/open-data.ts'
import { readOpenData } from './open-data-store.ts'

/** What was written out for one organization. */
export type Exported = Readonly<{
  name: string
  tables: number
  rows: number
  bytes: Uint8Array
  sha256: string
}>

/** Everything that one organization wrote; that it was taken out stands in its trail. */
export async function exportAll(url: string, wanted: string, now: Date): Promise<Exported> {
  const records = openRecords(url, 2)
  try {
    const { id, name } = await findOrganization(records, wanted)
    const input = await records.within({ organization: id }, async (tx) => {
      const actor = {
        kind: 'system',
        id: undefined,
        name: 'clausewise export',
        organization: id,
        role: 'owner',
      } as const
      await append(tx, actor, { action: 'download', kind: 'open data', id })
      return readOpenData(tx, now.toISOString())
    })
    const bytes = printOpenData(input)
    return {
      name,
      tables: input.tables.length,
      rows: input.tables.reduce((sum, { rows }) => sum + rows.length, 0),
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
  } finally {
    await records.close()
  }
}

async function findOrganization(
  records: Records,
  wanted: string,
): Promise<Readonly<{ id: string; name: string }>> {
  const all = await records.db.selectFrom('organization').select(['id', 'name']).orderBy('name').execute()
  const found = all.filter(({ id, name }) => id === wanted || name === wanted)
  const [only] = found
  if (only && found.length === 1) return only
  if (found.length > 1)
    throw new Refusal(
      'invalid',
      `${found.length} organizations are called ${wanted}. Name the id: ${found.map(({ id }) => id).join(', ')}.`,
    )
  throw new Refusal(
    'not-found',
    `There is no organization ${wanted}. There are: ${all.map(({ name }) => name).join(', ') || 'none'}.`,
  )
}
