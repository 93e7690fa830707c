import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { listenOnSocket } from '#server/socket.ts'
import { caseParts } from '../src/cli/case-command.ts'
import { askPart, type Part } from '../src/cli/parts.ts'
import { peopleParts } from '../src/cli/people-command.ts'
import { roadmapParts } from '../src/cli/roadmap-command.ts'
import { strategyParts } from '../src/cli/strategy-command.ts'
import { technologyParts } from '../src/cli/technology-command.ts'
import { startTryOrganization, type TryOrganization } from '../src/server/try-assessment.ts'
import { startServer } from '../src/server/try-server.ts'

const main = new URL('../src/cli/main.ts', import.meta.url).pathname
const server = await startServer()
const folder = server.world.folder
const socket = await server.app.ready().then(() => listenOnSocket(server.app, folder))
let firm: TryOrganization

after(async () => {
  socket.close()
  socket.closeAllConnections()
  await server.close()
})

type Ran = Readonly<{ status: number; stdout: string; stderr: string }>

/** Runs the command beside the server: both live in this process's event loop, so nothing here may block. */
function clausewise(...args: readonly string[]): Promise<Ran> {
  return new Promise((done) => {
    const plain = ['--disable-warning=ExperimentalWarning', main, ...args]
    execFile(process.execPath, plain, { encoding: 'utf8' }, (error, stdout, stderr) =>
      done({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

const reports = {
  title: 'Reports no longer written by hand',
  side: 'benefit',
  class: 'freed time',
  yearly: { low: 80, base: 120, high: 200 },
  unit: 'hours',
  price: { low: 45, base: 45, high: 45 },
  claims: ['time of reporting'],
  owner: 'Lea',
}

before(async () => {
  firm = await startTryOrganization(server, 'ada')
  await startTryOrganization(server, 'bea')
  await firm.ask('ada', 'POST', 'case/own-lines', reports)
  const rating = { rating: 'minor_nc', rationale: 'Nothing was shown.' }
  await firm.ask('ada', 'PUT', 'requirements/4.1-a/rating', rating, 0)
  await firm.ask('ada', 'PUT', 'requirements/4.1-a/remedy', { state: 'accepted' }, 0)
  const goal = { title: 'Serve the boutiques without interruption' }
  await firm.ask('ada', 'POST', 'registers/goals/records', { data: goal })
})

const families = {
  case: caseParts,
  roadmap: roadmapParts,
  strategy: strategyParts,
  people: peopleParts,
  technology: technologyParts,
}

const told = [
  ['case', 'lines', /Reports no longer written by hand \(own\); freed time; not computed; Lea/],
  ['case', 'concerns', /missing value: .*Cost of an own day/],
  ['case', 'scenarios', /cannot be computed yet/],
  ['case', 'growth', /no volumes were counted yet/],
  ['case', 'tracking', /no day is set on which the case starts/],
  ['roadmap', 'summary', /nothing is planned yet\n.* 1 accepted/],
  ['roadmap', 'remedies', /4\.1-a accepted: .*SMS manager/],
  ['strategy', 'alignment', /score .*\n.*goals without a service: .*Serve the boutiques/],
  ['strategy', 'goals', /Serve the boutiques without interruption: progress unknown/],
  ['strategy', 'hypotheses', /^\S/],
  ['strategy', 'decision', /missing: /],
  ['strategy', 'capability', /8\.7\.2 .*: level \d; not seen/],
  ['strategy', 'questions', /integration: tools not known yet/],
  ['strategy', 'phases', /open/],
  ['people', 'summary', /no survey of readiness has closed yet/],
  ['people', 'stakeholders', /^\S/],
  ['people', 'communication', /the plan lacks: /],
  ['people', 'training', /0 of 0 passed/],
  ['people', 'surveys', /^\S/],
  ['people', 'resistance', /^\S/],
  ['technology', 'checklist', /fit .*\n.*no tickets were imported yet/],
  ['technology', 'tools', /^\S/],
  ['technology', 'options', /^\S/],
] as const

for (const [family, part, says] of told)
  test(`${family} ${part} tells people and programs what the server knows`, async () => {
    const wanted = (families[family] as Readonly<Record<string, Part>>)[part]
    assert.ok(wanted)

    const { found, told: lines } = await askPart(wanted, { data: folder, organization: firm.id })

    assert.match(lines.join('\n'), says)
    assert.deepEqual(
      found.map(({ id, view }) => [id, typeof view]),
      [[firm.id, 'object']],
    )
  })

test('every part of every command is asked for here', () => {
  const all = Object.entries(families).flatMap(([family, parts]) =>
    Object.keys(parts).map((part) => `${family} ${part}`),
  )
  const planned = ['roadmap tasks', 'roadmap load', 'roadmap changes']

  assert.deepEqual(
    all.toSorted(),
    [...told.map(([family, part]) => `${family} ${part}`), ...planned].toSorted(),
  )
})

test('a roadmap that is planned is told with its bound, its tasks and its load', async () => {
  await firm.ask('ada', 'POST', 'roadmap/schedules')
  const ask = async (part: keyof typeof roadmapParts) =>
    (await askPart(roadmapParts[part], { data: folder, organization: firm.id })).told.join('\n')

  assert.match(await ask('summary'), /1 tasks, .*\n.*\(proved\)\n.*simulated courses/)
  assert.match(await ask('tasks'), /\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d {2}4\.1-a .*sets the finish/)
  assert.match(await ask('load'), /no role has more|days wanted/)
  assert.match(await ask('changes'), /nothing to compare with yet/)
})

test('the command prints lines for people and one value for programs; without a name, of every organization', async () => {
  const lines = await clausewise('roadmap', '--data', folder, '--organization', firm.id)
  const all = await clausewise('strategy', '--data', folder, '--json')

  assert.deepEqual([lines.status, lines.stderr], [0, ''])
  assert.match(lines.stdout, /1 tasks/)
  assert.equal((JSON.parse(all.stdout) as unknown[]).length, 2)
})

test('an organization or a part that there is not is refused with what there is, and exit code 2', async () => {
  const nobody = await clausewise('roadmap', '--data', folder, '--organization', 'Nobody & Sons')
  const part = await clausewise('people', 'gossip', '--data', folder)

  assert.deepEqual([nobody.status, part.status], [2, 2])
  assert.match(nobody.stderr, /There is no organization Nobody & Sons\. There are: /)
  assert.match(part.stderr, /summary, stakeholders, communication, training, surveys, resistance/)
})

test('where no server runs, the command says how to start it', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'clausewise-none-'))
  const { status, stdout } = await clausewise('technology', '--data', empty, '--json')
  rmSync(empty, { recursive: true })

  assert.equal(status, 2)
  assert.match(
    (JSON.parse(stdout) as { error: { message: string } }).error.message,
    /No server runs on .*npm start/,
  )
})

test('a command says its parts', async () => {
  const { status, stdout } = await clausewise('people', '--help')

  assert.equal(status, 0)
  assert.match(stdout, /Usage: clausewise people .*\[part\]/)
  assert.match(stdout, /--organization <name>/)
})
