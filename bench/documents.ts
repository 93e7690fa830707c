import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { flags } from '../scripts/launch.mjs'
import { openAwareness } from '../src/content/awareness.ts'
import { demandCourse, openPeopleSide } from '../src/content/people-side.ts'
import { openSentences } from '../src/content/sentences.ts'
import { makeAwarenessDeck } from '../src/deliver/awareness-deck.ts'
import { makeExecutiveSummary } from '../src/deliver/executive-summary.ts'
import { makeStrategyDeck } from '../src/deliver/strategy-deck.ts'
import { printExecutiveSummary } from '../src/deliver/write.ts'
import { printDeck } from '../src/deliver/write-deck.ts'
import { printCaseBook, printRoadmapBook } from '../src/deliver/write-workbooks.ts'
import { fullMatter, programmeFor, programmeOf } from '../test/worlds/programme.ts'
import { pack } from '../test/worlds/report-input.ts'

/**
 * npm run bench -- --documents: single documents of a programme with 40 tasks, 306 requirements and the worked business case; a workbook
 * of 1,000 tasks; the awareness deck of about 60 slides; and every document of the demo organization by the command line, drawn and then handed out again.
 */
const { roadmap } = fullMatter
if (!roadmap) throw new Error('The programme of the bench has a roadmap.')
const { schedule } = roadmap
const manyTasks = Array.from({ length: Math.ceil(1000 / schedule.tasks.length) }, (_, round) =>
  schedule.tasks.map((task) => ({ ...task, id: `${task.id}.${round}`, after: [] })),
)
  .flat()
  .slice(0, 1000)
const large = { ...fullMatter, roadmap: { ...roadmap, schedule: { ...schedule, tasks: manyTasks } } }
const plan = openAwareness(pack)
const awareness = {
  plan,
  course: demandCourse(openPeopleSide(pack), plan.course),
  sentences: openSentences(pack, 'awareness', 'en'),
  roles: [],
}
const awarenessDeck = () => makeAwarenessDeck(programmeFor('awareness', fullMatter), awareness)
console.log(`awareness deck for everybody: ${awarenessDeck().slides.length} slides`)

type Row = Readonly<{ aim: number; write: () => Promise<number> }>
const writers: Readonly<Record<string, Row>> = {
  'figures, computed once': { aim: 5_000, write: async () => programmeOf(fullMatter).figures.size },
  'strategy framework': {
    aim: 5_000,
    write: async () =>
      (await printDeck(makeStrategyDeck(programmeFor('strategy-framework', fullMatter)))).length,
  },
  'implementation roadmap': {
    aim: 5_000,
    write: async () => (await printRoadmapBook(programmeFor('implementation-roadmap', fullMatter))).length,
  },
  'business case': {
    aim: 5_000,
    write: async () => (await printCaseBook(programmeFor('business-case', fullMatter))).length,
  },
  'executive summary': {
    aim: 5_000,
    write: async () => printExecutiveSummary(makeExecutiveSummary(programmeOf(fullMatter)), pack).length,
  },
  'workbook of 1,000 tasks': {
    aim: 1_000,
    write: async () => (await printRoadmapBook(programmeFor('implementation-roadmap', large))).length,
  },
  'awareness deck': { aim: 2_000, write: async () => (await printDeck(awarenessDeck())).length },
}
let isSlow = false
for (const [name, { aim, write }] of Object.entries(writers)) {
  const took: number[] = []
  const cpu: number[] = []
  let size = 0
  for (let round = 0; round < 3; round += 1) {
    const [began, before] = [performance.now(), process.cpuUsage()]
    size = await write()
    took.push(performance.now() - began)
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1000)
  }
  const [first = 0] = took
  isSlow ||= Math.min(...took) > aim
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(
    `${name.padEnd(26)} first ${shown(first)} ms, best ${shown(Math.min(...took))} ms (aim ${aim}), CPU ${shown(Math.min(...cpu))} ms, ${String(size).padStart(8)} ${name.startsWith('figures') ? 'figures' : 'bytes'}, peak so far ${peak} MiB`,
  )
}

/** Runs a command in a process of its own, which says at its end what it cost. */
function cost(name: string, aim: number, args: readonly string[]): void {
  const probe = join(import.meta.dirname, 'probe.mjs')
  const file = join(folder, 'probe.json')
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [...flags, '--import', probe, ...args], {
    encoding: 'utf8',
    env: { ...process.env, CLAUSEWISE_PROBE: file },
  })
  const wall = performance.now() - began
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr.slice(-2000)}`)
  const { cpu, peak } = JSON.parse(readFileSync(file, 'utf8')) as { cpu: number; peak: number }
  isSlow ||= aim > 0 && (wall > aim || peak > 700)
  const wanted = aim > 0 ? `aim ${aim}, under 700 MiB` : 'no aim'
  console.log(
    `${name.padEnd(44)} ${shown(wall)} ms (${wanted}), CPU ${shown(cpu * 1000)} ms, peak ${Math.round(peak)} MiB`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'clausewise-documents-'))
try {
  const [main, simulator] = ['../src/cli/main.ts', '../demo/simulate.ts'].map((path) =>
    join(import.meta.dirname, path),
  )
  const out = join(folder, 'workspace')
  cost('demo: simulated', 0, [
    simulator ?? '',
    '--out',
    join(folder, 'export'),
    '--faults',
    join(folder, 'faults.json'),
  ])
  cost('demo: read and asked', 0, [
    main ?? '',
    'run',
    join(folder, 'export'),
    '--out',
    out,
    '--timezone',
    'Europe/Paris',
  ])
  rmSync(join(out, 'documents.json'))
  cost('demo: every document of a set, cold', 15_000, [main ?? '', 'deliver', '--all', '--out', out])
  cost('demo: the same again, unchanged', 5_000, [main ?? '', 'deliver', '--all', '--out', out])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (isSlow) process.exitCode = 1

function shown(milliseconds: number): string {
  return milliseconds.toFixed(0).padStart(6)
}
