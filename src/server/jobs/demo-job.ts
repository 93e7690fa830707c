import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { changeOrganization, readOrganization } from '#access/organization-store.ts'
import { readCatalogue } from '#content/catalogue.ts'
import { addSource, answer } from '#ingest/source-store.ts'
import type { Job } from '../job-store.ts'
import { afterEvidence } from '../story-levels-store.ts'
import { hire, keepStory } from '../story-store.ts'
import { Story } from '../told-story.ts'
import { type Tx, uploadsOf, type Workshop } from '../workshop.ts'
import { TaskStopped, type Watching } from './child.ts'
import { derivedId } from './derived-id.ts'
import type { Performed } from './performed.ts'

const simulator = fileURLToPath(new URL('../../../demo/simulate.ts', import.meta.url))

/** The house is simulated in Paris. */
const zone = 'Europe/Paris'

/** A file of the simulated export, in the place where uploads lie. */
type Made = Readonly<{ id: string; name: string; bytes: number; sha256: string; mediaKind: string }>

/** Fills an organization with the simulated house: its tickets as uploads that are then read, its people, registers and assessment. */
export async function demoJob(
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
): Promise<Performed> {
  const uploads = uploadsOf(shop, job.organization)
  const scratch = join(uploads, '.incoming-demo')
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch, { recursive: true })
  watching.told('Simulating two years of tickets')
  await simulate(scratch, scaleOf(job), watching, signal)
  const story = Story.parse(JSON.parse(readFileSync(join(scratch, 'story.json'), 'utf8')))
  watching.told('People arrive')
  const people = await hire(shop.records, story, job.actor)
  const files = lay(join(scratch, 'export'), uploads, job.id)
  rmSync(scratch, { recursive: true, force: true })
  const at = shop.now()
  const catalogue = readCatalogue(join(shop.content, 'standards/iso20000-1-2018'))
  return {
    ending: {
      state: 'done',
      outcome: {
        files: files.length,
        records: story.records.length + story.adoption.records.length,
        afterEvidence: afterEvidence(story),
      },
    },
    next: [{ kind: 'ingest' }],
    keep: async (tx) => {
      await keepSettings(tx, job)
      await answer(tx, job.actor, { about: 'timezone', file: '', answer: zone }, at)
      for (const file of files) await addSource(tx, job.actor, file, at)
      await keepStory(tx, story, people, { owner: job.actor, catalogue, content: shop.content, at })
    },
  }
}

function scaleOf({ asked }: Job): string {
  return typeof asked.scale === 'number' ? String(asked.scale) : '1'
}

/** Runs the simulator in a process of its own; the same seed gives the same files. */
function simulate(folder: string, scale: string, { began }: Watching, signal: AbortSignal): Promise<void> {
  const args = ['--out', join(folder, 'export'), '--story', join(folder, 'story.json'), '--scale', scale]
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [simulator, ...args, '--faults', join(folder, 'faults.json')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (child.pid !== undefined) began?.(child.pid)
    let last = ''
    child.stderr.on('data', (piece: Buffer) => {
      last = (last + piece.toString()).slice(-2_000)
    })
    const stop = () => child.kill('SIGKILL')
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    child.once('error', fail)
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      if (code === 0) done()
      else fail(signal.aborted ? new TaskStopped('stopped') : new Error(`The simulator failed: ${last}`))
    })
  })
}

/** Lays the files where an upload would have put them; a job that is begun again finds its own folders. */
function lay(from: string, uploads: string, job: string): readonly Made[] {
  return readdirSync(from)
    .sort()
    .map((name) => {
      const id = derivedId(job, name)
      const path = join(from, name)
      const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
      const bytes = statSync(path).size
      mkdirSync(join(uploads, id), { recursive: true })
      renameSync(path, join(uploads, id, name))
      return { id, name, bytes, sha256, mediaKind: 'text/csv' }
    })
}

async function keepSettings(tx: Tx, { actor }: Job): Promise<void> {
  const { version } = await readOrganization(tx, actor)
  const settings = { timezone: zone, currency: 'EUR' }
  await changeOrganization(tx, actor, { settings }, version)
}
