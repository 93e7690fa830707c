import { openRecords } from '#db/records.ts'
import { openJobs } from './jobs.ts'
import { withFile } from './try-jobs.ts'

/** A program that does jobs until it is killed; it says who asked for one, and when the work on it has begun. */
const [url = '', folder = '', content = ''] = process.argv.slice(2)
const shop = { records: openRecords(url, 4), folder, content, now: () => new Date() }
const jobs = openJobs(shop, url, { began: () => process.send?.('began') })
const actor = await withFile(shop, jobs)
process.send?.(actor)
await jobs.start()
