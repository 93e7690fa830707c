import { openCluster } from '#db/cluster.ts'
import { openRecords } from '#db/records.ts'

/** A process that holds a data folder until it is killed; says "held <url>" when it does. */
const [folder = ''] = process.argv.slice(2)
try {
  const cluster = await openCluster(folder, '')
  const records = openRecords(cluster.url, 1)
  await records.pool.query('create table if not exists kept (id int)')
  await records.pool.query('insert into kept values (1)')
  process.stdout.write(`held ${cluster.url}\n`)
  process.once('SIGTERM', async () => {
    await records.close()
    await cluster.stop()
  })
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`)
  process.exitCode = 2
}
