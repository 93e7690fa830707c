import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import { strFromU8, unzipSync } from 'fflate'
import { smallExport } from './worlds/small-export.ts'

const main = new URL('../src/cli/main.ts', import.meta.url).pathname
let folder: string
let out: string
let files: ReturnType<typeof smallExport>
let ran: ReturnType<typeof call>

function call(...args: readonly string[]) {
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', cwd: folder })
}

type Assessed = {
  items: { requirement: string; proposed: { rating: string } }[]
  gates: { id: string; colour: string }[]
  ratedShare: number
  readiness: { index: number }
  proposedReadiness: { index: number }
}

function assessed(): Assessed {
  const { status, stdout, stderr } = call('assess', '--out', out, '--json')
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout) as Assessed
}

const proposal = ({ items }: Assessed, id: string) =>
  items.find(({ requirement }) => requirement === id)?.proposed.rating

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-cli-'))
  out = join(folder, 'workspace')
  files = smallExport()
  ran = call('run', files.folder, '--out', out, '--organization', 'Small & Sons <Ltd>')
})

after(() => {
  rmSync(folder, { recursive: true, force: true })
  files.remove()
})

test('run goes from the export to the report, and says the path last', () => {
  assert.equal(ran.status, 0, ran.stderr)
  const last = ran.stdout.trim().split('\n').at(-1) ?? ''
  assert.equal(last, join(out, 'gap-analysis-report.pdf'))
  assert.equal(readFileSync(last).subarray(0, 5).toString(), '%PDF-')
  assert.equal(ran.stderr, '')
})

test('the summary names the index as proposed, its cap, the gates and the first gaps', () => {
  assert.match(ran.stdout, /^PROPOSED: /m)
  assert.match(ran.stdout, /^Capped at \d+ because of: /m)
  assert.match(ran.stdout, /^ {2}○ G8/m)
  assert.match(ran.stdout, /^First gaps$/m)
})

test('without a person’s rating the index on ratings stays at zero', () => {
  const { ratedShare, readiness } = assessed()

  assert.deepEqual([ratedShare, readiness.index], [0, 0])
})

test('deliver --all writes every document, the awareness deck for whoever was named', () => {
  const delivered = call('deliver', '--out', out, '--all', '--awareness-for', 'desk, owner', '--json')
  const refused = call('deliver', '--out', out, '--all', '--awareness-for', 'pilot')

  assert.equal(delivered.status, 0, delivered.stderr)
  const paths = JSON.parse(delivered.stdout) as Record<string, string>
  assert.deepEqual(
    Object.values(paths).filter((path) => !existsSync(path)),
    [],
  )
  const deck = unzipSync(readFileSync(paths.awareness ?? ''))
  const cover = strFromU8(deck['ppt/slides/slide1.xml'] ?? new Uint8Array())
  assert.match(cover, /For: service desk, service owners and process owners/)
  assert.ok(existsSync(join(paths.forms ?? '', 'request-for-change.docx')))
  assert.ok(existsSync(join(paths.guidelines ?? '', 'change.docx')))
  assert.equal(refused.status, 2)
  assert.match(refused.stderr, /no part for "pilot"/)
})

test('a filled questionnaire changes a proposal, and a bad cell is told with its row', async () => {
  const before = proposal(assessed(), '4.1-a')
  const made = call('questionnaire', '--out', out)
  const book = new Workbook()
  await book.xlsx.load(readFileSync(join(out, 'questionnaire.xlsx')))
  const sheet = book.worksheets[0]
  assert.ok(sheet)
  const head = Array.from({ length: 20 }, (_, place) => String(sheet.getCell(4, place + 1).value))
  const column = (name: string) => head.indexOf(name) + 1
  const fill = (row: number, cells: Record<string, string>) => {
    for (const [name, value] of Object.entries(cells)) sheet.getCell(row, column(name)).value = value
  }
  fill(5, {
    practice: 'practised and reviewed',
    since: '12 months',
    documented: 'approved',
    reference: 'DMS 4',
    records: 'minutes 2026',
    who: 'A. Owner',
  })
  fill(6, { practice: 'sometimes', who: 'A. Owner' })
  writeFileSync(join(out, 'questionnaire.xlsx'), Buffer.from(await book.xlsx.writeBuffer()))

  const after = call('assess', '--out', out)
  assert.equal(made.status, 0, made.stderr)
  assert.equal(sheet.getCell(5, 1).value, '4.1-a')
  assert.equal(before, 'not_assessed')
  assert.equal(proposal(assessed(), '4.1-a'), 'conforming')
  assert.match(after.stdout, /questionnaire\.xlsx:6 /)
})

test('a questionnaire that is there is never written over', () => {
  const { status, stderr } = call('questionnaire', '--out', out)

  assert.equal(status, 2)
  assert.match(stderr, /there already/)
})

test('a fact in the programme file turns its gate from grey to a colour', () => {
  const path = join(out, 'programme.yaml')
  const template = readFileSync(path, 'utf8')
  const colour = () => assessed().gates.find(({ id }) => id === 'G8')?.colour

  assert.equal(colour(), 'grey')
  writeFileSync(path, template.replace(/^( +)done: .*$/m, '$1done: false'))
  assert.equal(colour(), 'red')
  writeFileSync(path, template)
})

test('a word that the programme file does not know is refused by name', () => {
  const path = join(folder, 'programme-wrong.yaml')
  writeFileSync(path, 'scope:\n  approved_on: yesterday\n')
  const { status, stderr } = call('assess', '--out', out, '--programme', path)

  assert.equal(status, 2)
  assert.match(stderr, /scope\.approved_on/)
})

test('a threshold of the organization replaces ours, and an unknown setting is refused', () => {
  const own = join(folder, 'settings.yaml')
  const verdict = () => {
    const { stdout } = call('collect', '--out', out, '--json', '--settings', own)
    const { results } = JSON.parse(stdout) as {
      results: { check: string; verdict: string; threshold: number }[]
    }
    return results.find(({ check }) => check === 'change.approved-before-start')
  }

  writeFileSync(own, 'change.approved-before-start: { threshold: 0.5 }\n')
  assert.deepEqual([verdict()?.verdict, verdict()?.threshold], ['pass', 0.5])
  writeFileSync(own, 'change.approved-before-start: { limit: 3 }\n')
  const { status, stderr } = call('collect', '--out', out, '--settings', own)
  assert.equal(status, 2)
  assert.match(stderr, /no setting limit/)
})

test('a period that the data do not span makes a part of what was a population', () => {
  const { stdout } = call('collect', '--out', out, '--json', '--from', '2025-01-01', '--to', '2026-06-01')
  const { results } = JSON.parse(stdout) as { results: { population: number; basis: string }[] }

  assert.deepEqual(
    [...new Set(results.filter(({ population }) => population > 0).map(({ basis }) => basis))],
    ['sample'],
  )
  assert.equal(call('collect', '--out', out).status, 0)
})

test('a process model that the organization agreed on replaces the reference, and a broken one is refused', () => {
  const own = join(folder, 'own')
  const content = new URL('../content/processes/incident.yaml', import.meta.url).pathname
  mkdirSync(join(own, 'processes'), { recursive: true })
  const conforming = () => {
    assert.equal(call('ingest', files.folder, '--out', own).status, 0)
    const { conformance } = JSON.parse(call('collect', '--out', own, '--json').stdout) as {
      conformance: { type: string; fitting: number; finished: number }[]
    }
    return conformance.find(({ type }) => type === 'incident')
  }

  const text = readFileSync(content, 'utf8')
  writeFileSync(join(own, 'processes/incident.yaml'), text)
  assert.deepEqual(conforming()?.fitting, 40)
  writeFileSync(
    join(own, 'processes/incident.yaml'),
    text
      .replaceAll(/^(initial|strict_initial): .*$/gm, '$1: [resolved]')
      .replace(
        '\ntransitions:\n',
        '\ntransitions:\n  - { from: resolved, to: new, name: start anew, actor: service desk }\n',
      ),
  )
  assert.deepEqual(conforming()?.fitting, 0)
  writeFileSync(join(own, 'processes/incident.yaml'), 'id: incident\n')
  const { status, stderr } = call('ingest', files.folder, '--out', own)
  assert.equal(status, 2)
  assert.match(stderr, /processes\/incident\.yaml:1/)
})

test('results that another version kept are refused, with what to do', () => {
  const other = join(folder, 'other-version')
  mkdirSync(other)
  writeFileSync(join(other, 'ingest.json'), '{}')
  writeFileSync(join(other, 'results.json'), '{ "results": [{ "check": "incident.classified" }] }')
  const { status, stderr } = call('assess', '--out', other)
  assert.equal(status, 2)
  assert.match(stderr, /another version of this program\. Run: clausewise collect --out/)
})

test('a workspace without tickets, a folder that is not there and an unknown command end with 2', () => {
  const codes = [
    call('assess', '--out', join(folder, 'nothing')),
    call('run', join(folder, 'missing.csv'), '--out', join(folder, 'other')),
    call('frobnicate'),
    call('run'),
  ].map(({ status }) => status)

  assert.deepEqual(codes, [2, 2, 2, 2])
  assert.equal(existsSync(join(folder, 'other')), false)
})

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const { status, stdout } = call('--version')
  assert.equal(status, 0)
  assert.equal(stdout, `${version}\n`)
})

test('every command has a help of its own', () => {
  for (const command of ['run', 'ingest', 'collect', 'assess', 'questionnaire', 'deliver', 'plan']) {
    const { status, stdout } = call(command, '--help')
    assert.equal(status, 0)
    assert.match(stdout, /--out <dir>/)
  }
})
