import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { verifyTrail } from '#access/trail-store.ts'
import { openRecords, type Records } from '#db/records.ts'

/** What was looked at, and every thing that is not as it was kept. */
export type Verified = Readonly<{
  organizations: number
  entries: number
  archives: number
  attachments: number
  wrong: readonly string[]
}>

/** What is needed here of the index of an archive; ingest writes it. */
const Index = z.object({
  archived: z.array(
    z.object({ file: z.string(), parquet: z.string(), parquet_sha256: z.string().optional() }),
  ),
})

/** Verifies what is to be provable later: every audit trail, every imported file in the archive, every attachment. */
export async function verify(url: string, folder: string): Promise<Verified> {
  const records = openRecords(url, 2)
  try {
    const organizations = await records.db
      .selectFrom('organization')
      .select(['id', 'name'])
      .orderBy('name')
      .orderBy('id')
      .execute()
    let found = { entries: 0, archives: 0, attachments: 0 }
    const wrong: string[] = []
    for (const { id, name } of organizations) {
      const say = (what: string) => wrong.push(`${name} (${id}): ${what}`)
      const { entries, breaks } = await verifyTrail(records, id)
      for (const one of breaks) say(`audit trail, ${one}`)
      const archives = await verifyArchive(join(folder, 'organizations', id, 'archive'), say)
      const attachments = await verifyAttachments(records, join(folder, 'attachments', id), id, say)
      found = {
        entries: found.entries + entries,
        archives: found.archives + archives,
        attachments: found.attachments + attachments,
      }
    }
    return { organizations: organizations.length, ...found, wrong }
  } finally {
    await records.close()
  }
}

async function verifyArchive(folder: string, say: (what: string) => void): Promise<number> {
  const index = join(folder, 'index.json')
  if (!existsSync(index)) return 0
  const read = Index.safeParse(parsed(index))
  if (!read.success) {
    say('archive, its index cannot be read')
    return 0
  }
  for (const { file, parquet, parquet_sha256 } of read.data.archived) {
    const hash = await hashOfFile(join(folder, parquet))
    if (hash === undefined) say(`archive, ${parquet} (from ${file}) is missing`)
    else if (parquet_sha256 !== undefined && hash !== parquet_sha256)
      say(`archive, ${parquet} (from ${file}) was altered`)
  }
  return read.data.archived.length
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

async function verifyAttachments(
  { within }: Records,
  folder: string,
  organization: string,
  say: (what: string) => void,
): Promise<number> {
  const revisions = await within({ organization }, async (tx) => [
    ...(await tx
      .selectFrom('attachment_revision')
      .select(['name', 'sha256'])
      .distinct()
      .orderBy('sha256')
      .execute()),
    ...(await tx
      .selectFrom('document_template')
      .select(['name', 'sha256'])
      .distinct()
      .orderBy('sha256')
      .execute()),
  ])
  for (const { name, sha256 } of revisions) {
    const hash = await hashOfFile(join(folder, sha256))
    if (hash === undefined) say(`attachment ${name} (${sha256}) is missing`)
    else if (hash !== sha256) say(`attachment ${name} (${sha256}) was altered`)
  }
  return revisions.length
}

async function hashOfFile(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
