import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { parse } from 'yaml'
import { ProcessModel, replay, stateOf } from './process.ts'

const uci = new URL('../../../shared/data/uci/incident_event_log.csv.zip', import.meta.url)
const bpic = new URL('../../../shared/data/bpic2013/VINST cases closed problems.csv', import.meta.url)
const needsData = (file: URL) => (existsSync(file) ? false : 'needs ../shared/data')

function model(name: string): ProcessModel {
  const file = new URL(`../../content/processes/${name}.yaml`, import.meta.url)
  return ProcessModel.parse(parse(readFileSync(file, 'utf8')))
}

test('an incident log of a ServiceNow customer conforms in at least 99 of 100 cases', {
  skip: needsData(uci),
}, () => {
  const incident = model('incident')
  const packed = readFileSync(uci)
  const entry = unzipSync(packed, { filter: ({ name }) => name === 'incident_event_log.csv' })
  const cases = casesOf(strFromU8(entry['incident_event_log.csv'] ?? new Uint8Array(), true))

  const traces = [...cases.values()].map((words) =>
    words.map((word) => stateOf(incident, word, 'servicenow')).filter((state) => state !== undefined),
  )
  const conforming = traces.filter((trace) => endsWell(incident, trace)).length

  assert.equal(cases.size, 24_918)
  assert.equal(stateOf(incident, '-100', 'servicenow'), undefined)
  assert.equal(conforming, 24_916)
})

test('a problem log of a VINST customer conforms in at least 99 of 100 cases', {
  skip: needsData(bpic),
}, () => {
  const problem = model('problem')
  const cases = problemCases(readFileSync(bpic, 'latin1'))

  const traces = [...cases.values()].map((words) =>
    words.map((word) => stateOf(problem, word, 'vinst')).filter((state) => state !== undefined),
  )
  const conforming = traces.filter((trace) => endsWell(problem, trace)).length

  assert.equal(cases.size, 1_487)
  assert(conforming / cases.size >= 0.99, `${conforming} of ${cases.size}`)
})

/** Whether a case conforms, as a finished one when it stands in a final state. */
function endsWell(of: ProcessModel, trace: readonly string[]): boolean {
  const last = trace.at(-1)
  return last !== undefined && replay(of, trace, { finished: of.final.includes(last) }).conforms
}

/** States per case in the order of sys_updated_at, then of the file; the log has no quoted fields. */
function casesOf(csv: string): Map<string, string[]> {
  const [head = '', ...lines] = csv.trimEnd().split(/\r?\n/)
  const columns = head.split(',')
  const at = ['number', 'incident_state', 'sys_updated_at'].map((name) => columns.indexOf(name))
  const rows = lines.map((line) => {
    const cells = line.split(',')
    const [number = '', state = '', updated = ''] = at.map((index) => cells[index])
    return { number, state, minute: sortable(updated) }
  })
  return grouped(rows)
}

/** d/m/yyyy hh:mm as yyyymmddhhmm, so that it sorts. */
function sortable(stamp: string): number {
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = stamp.split(/[/ :]/).map(Number)
  return (((year * 100 + month) * 100 + day) * 100 + hour) * 100 + minute
}

/** Status and sub status per case; the stamps of this file sort as text. */
function problemCases(csv: string): Map<string, string[]> {
  const [head = '', ...lines] = csv.trimEnd().split(/\r?\n/)
  const columns = head.split(';').map((name) => name.replace(/^\W+/, ''))
  const named = ['Problem Number', 'Problem Status', 'Problem Sub Status', 'Problem Change Date+Time']
  const at = named.map((name) => columns.findIndex((column) => column.endsWith(name)))
  const rows = lines.map((line) => {
    const cells = line.split(';')
    const [number = '', status = '', sub = '', stamp = ''] = at.map((index) => cells[index])
    return { number, state: `${status} ${sub}`, minute: Date.parse(stamp) }
  })
  return grouped(rows)
}

type Row = { readonly number: string; readonly state: string; readonly minute: number }

function grouped(rows: readonly Row[]): Map<string, string[]> {
  const cases = new Map<string, string[]>()
  for (const { number, state } of rows.toSorted((one, other) => one.minute - other.minute)) {
    const trace = cases.get(number)
    if (trace) trace.push(state)
    else cases.set(number, [state])
  }
  return cases
}
