import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import { openCluster, recordsPlace } from '#db/cluster.ts'
import { holderOf } from '#db/hold.ts'
import { placesOf } from '#db/postgres.ts'

/** Lets work reach the records of a data folder, whether a server is running on them or not. */
export async function reachRecords<T>(folder: string, work: (url: string) => Promise<T>): Promise<T> {
  const named = process.env.DATABASE_URL
  if (named) return work(named)
  if (!existsSync(join(recordsPlace(folder), 'data', 'PG_VERSION')))
    throw new Refusal('not-found', `There are no records in ${folder}. Name the data folder with --data.`)
  if (holderOf(folder) !== undefined) return work(placesOf(recordsPlace(folder)).url)
  const cluster = await openCluster(folder)
  try {
    return await work(cluster.url)
  } finally {
    await cluster.stop()
  }
}
