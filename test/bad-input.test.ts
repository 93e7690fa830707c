import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { smallExport } from './worlds/small-export.ts'

const main = new URL('../src/cli/main.ts', import.meta.url).pathname
let folder: string
let workspace: string
let good: ReturnType<typeof smallExport>
let snapshot: string

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-bad-'))
  good = smallExport()
  workspace = join(folder, 'workspace')
  const made = call(['ingest', good.folder, '--out', workspace])
  assert.equal(made.status, 0, made.stderr)
  snapshot = stateOf(workspace)
})

after(() => {
  rmSync(folder, { recursive: true, force: true })
  good.remove()
})

function call(args: readonly string[]) {
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' })
}

/** Every file of a folder with its size and time of change: equal before and after when nothing was touched. */
function stateOf(path: string): string {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .sort()
    .map(
      (name) =>
        `${name} ${statSync(join(path, name)).isFile() ? `${statSync(join(path, name)).size} ${statSync(join(path, name)).mtimeMs}` : ''}`,
    )
    .join('\n')
}

/** Runs an import that has to be refused, and checks what every refusal owes. */
function refused(name: string, content: string | Buffer, more: readonly string[] = []): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  const { status, stderr } = call(['ingest', path, '--out', workspace, ...more])
  assert.equal(status, 2, `exit code ${status}: ${stderr}`)
  assert.match(stderr, new RegExp(name.replace('.', '\\.')))
  assert.equal(stateOf(workspace), snapshot)
  return stderr
}

const head = 'number,opened_at,state'

test('an empty file is refused', () => {
  assert.match(refused('empty.csv', ''), /empty/i)
})

test('an empty folder is refused', () => {
  mkdirSync(join(folder, 'nothing'))
  const { status, stderr } = call(['ingest', join(folder, 'nothing'), '--out', workspace])

  assert.equal(status, 2)
  assert.match(stderr, /nothing/)
  assert.equal(stateOf(workspace), snapshot)
})

test('a picture is refused', () => {
  refused('picture.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
})

test('a gzip file that breaks off is refused', () => {
  refused(
    'cut.csv.gz',
    gzipSync(Buffer.from(`${head}\n${'INC1,2026-01-01,New\n'.repeat(5000)}`)).subarray(0, 60),
  )
})

test('an XML file that declares entities is refused', () => {
  refused(
    'bomb.xes',
    '<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><log><trace/></log>',
  )
})

test('NUL bytes in a text are refused with their place', () => {
  refused('nul.csv', `${head}\nINC1,2026-01-01,Ne\0w\n`)
})

test('a head without rows is refused', () => {
  refused('head.csv', `${head}\n`)
})

test('dates that nobody can read are refused, and the column is named', () => {
  assert.match(refused('dates.csv', `${head}\n${'INC1,soon,New\nINC2,later,New\n'.repeat(8)}`), /opened_at/)
})

test('dates that can be read in two ways are refused with both readings', () => {
  const said = refused('two-ways.csv', `${head}\nINC1,03/04/2026 10:00,New\nINC2,05/06/2026 10:00,New\n`)

  assert.match(said, /day 03 of month 04, or day 04 of month 03/)
})

test('a mapping to a column that is not there is refused, and the columns that are there are named', () => {
  const mapping = join(folder, 'wrong.yaml')
  writeFileSync(
    mapping,
    'calendars: {}\nfiles:\n  - { file: mapped.csv, table: ticket, shape: list, type: incident, columns: { ticket_id: number, created_at: begun } }\n',
  )

  assert.match(
    refused('mapped.csv', `${head}\nINC1,2026-01-01,New\n`, ['--mapping', mapping]),
    /"begun".*opened_at/s,
  )
})

test('a mapping file that is no YAML is refused with its line', () => {
  const mapping = join(folder, 'broken.yaml')
  writeFileSync(mapping, 'files:\n  - file: [')
  const { status, stderr } = call(['ingest', good.folder, '--out', workspace, '--mapping', mapping])

  assert.equal(status, 2)
  assert.match(stderr, /broken\.yaml:\d/)
})

test('files with and without zones are refused together until a zone is named', () => {
  const mixed = join(folder, 'mixed')
  mkdirSync(mixed)
  writeFileSync(join(mixed, 'incident.csv'), `${head}\nINC1,2026-01-01 10:00,New\n`)
  writeFileSync(join(mixed, 'problem.csv'), `${head}\nPRB1,2026-01-01T10:00:00Z,New\n`)

  assert.match(call(['ingest', mixed, '--out', join(folder, 'm1')]).stderr, /--timezone/)
  assert.equal(call(['ingest', mixed, '--out', join(folder, 'm2'), '--timezone', 'Europe/Paris']).status, 0)
  assert.equal(existsSync(join(folder, 'm1')), false)
})

test('a time zone that does not exist is refused', () => {
  assert.match(
    call(['ingest', good.folder, '--out', workspace, '--timezone', 'Europe/Atlantis']).stderr,
    /Europe\/Atlantis/,
  )
})

test('two columns of one name are told apart, and it is said', () => {
  const path = join(folder, 'twice.csv')
  writeFileSync(
    path,
    `number,opened_at,state,state\n${Array.from({ length: 12 }, (_, n) => `INC${n},2026-01-${10 + n},New,x`).join('\n')}\n`,
  )
  const { status, stdout } = call(['ingest', path, '--out', join(folder, 'twice')])

  assert.equal(status, 0)
  assert.match(stdout, /"state_2"/)
})

test('a log with fewer than ten tickets runs, and says that it gives no verdict', () => {
  const path = join(folder, 'incident.csv')
  writeFileSync(
    path,
    `number,opened_at,resolved_at,closed_at,state,category,priority\n${Array.from({ length: 9 }, (_, n) => `INC${n},2026-01-0${n + 1} 08:00,2026-01-0${n + 1} 09:00,2026-01-0${n + 1} 10:00,Closed,Net,3`).join('\n')}\n`,
  )
  const out = join(folder, 'few')

  assert.equal(call(['ingest', path, '--out', out]).status, 0)
  const { status, stdout } = call(['collect', '--out', out, '--json'])

  assert.equal(status, 0)
  const { results } = JSON.parse(stdout) as {
    results: { verdict: string; population: number; because: string }[]
  }
  assert.ok(results.some(({ population, because }) => population === 9 && because === 'fewer than 10 cases'))
  assert.deepEqual(
    [...new Set(results.filter(({ population }) => population > 0).map(({ verdict }) => verdict))],
    ['inconclusive'],
  )
})

test('an import that is stopped in the middle ends with 130 and leaves the workspace as it was', async () => {
  const big = join(folder, 'incident-big.csv')
  const rows = Array.from(
    { length: 300_000 },
    (_, n) => `INC${n % 60_000},2026-01-${10 + (n % 18)} 08:00:${n % 60},State ${n % 5}`,
  )
  writeFileSync(big, `number,sys_updated_on,state\n${rows.join('\n')}\n`)
  const child = spawn(process.execPath, [main, 'ingest', big, '--out', workspace])
  const code = await new Promise<number | null>((done) => {
    const watch = setInterval(() => {
      if (!existsSync(join(workspace, '.importing'))) return
      clearInterval(watch)
      child.kill('SIGINT')
    }, 5)
    child.once('exit', (status) => done(status))
  })

  assert.equal(code, 130)
  assert.equal(stateOf(workspace), snapshot)
})

test('a second import into the same workspace waits for nobody: it is refused while the first one runs', () => {
  const claimed = join(folder, 'claimed')
  mkdirSync(join(claimed, '.importing'), { recursive: true })
  writeFileSync(join(claimed, '.importing', 'owner'), '1')
  const { status, stderr } = call(['ingest', good.folder, '--out', claimed])

  assert.equal(status, 2)
  assert.match(stderr, /process 1/)
})

test('what is read again is known, and nothing is read twice', () => {
  const index = readFileSync(join(workspace, 'archive/index.json'), 'utf8')
  const again = call(['ingest', good.folder, '--out', workspace, '--json'])

  assert.equal(again.status, 0)
  const { files } = JSON.parse(again.stdout) as { files: { is_new: boolean }[] }
  assert.deepEqual([...new Set(files.map(({ is_new }) => is_new))], [false])
  assert.equal(readFileSync(join(workspace, 'archive/index.json'), 'utf8'), index)
})

/** A disk of a few megabytes, where this machine lets us have one. */
const tiny = mkdtempSync(join(tmpdir(), 'clausewise-tiny-'))
const hasTiny = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', tiny]).status === 0

after(() => {
  if (hasTiny) spawnSync('umount', [tiny])
  rmSync(tiny, { recursive: true, force: true })
})

test('a disk that fills up is told in words, and nothing is left on it', {
  skip: hasTiny ? false : 'needs the right to mount a small disk',
}, () => {
  const big = join(folder, 'incident-wide.csv')
  const noise = (n: number) =>
    Array.from({ length: 12 }, (_, k) => ((n + 1) * (k + 7919) * 2654435761).toString(36)).join('')
  writeFileSync(
    big,
    `number,opened_at,state,note\n${Array.from({ length: 60_000 }, (_, n) => `INC${n},2026-01-${10 + (n % 18)} 08:00,New,${noise(n)}`).join('\n')}\n`,
  )
  const { status, stderr } = call(['ingest', big, '--out', join(tiny, 'workspace')])

  assert.equal(status, 2, stderr)
  assert.match(stderr, /is full\. Nothing was changed/)
  assert.deepEqual(readdirSync(tiny), [])
})
