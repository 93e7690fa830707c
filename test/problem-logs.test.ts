import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { readKnowledge } from '#content/knowledge.ts'
import { ProcessModel } from '#content/process.ts'
import type { Duck } from '#db/duck.ts'
import { collectFrom, ingestInto, realData, type TestWorkspace, tablesOf } from './worlds/workspace.ts'

const folder = `${realData}bpic2013/`
const skip = existsSync(folder) ? false : 'needs ../shared/data (the BPI 2013 problem logs as XES and as CSV)'
const expected = `${realData}expected/bpic13_closed/`

let xes: TestWorkspace
let csv: TestWorkspace
let duck: Duck

before(async () => {
  if (skip) return
  xes = await ingestInto([`${folder}BPIC13_closed_problems.xes.gz`])
  csv = await ingestInto([`${folder}VINST cases closed problems.csv`])
  await collectFrom(xes)
  duck = await tablesOf(xes)
  await duck.run(`attach '${csv.folder}/events.duckdb' as other (read_only)`)
})

after(() => {
  if (skip) return
  duck.close()
  xes.remove()
  csv.remove()
})

async function mismatches(ours: string, theirs: string): Promise<unknown[]> {
  return duck.rows(`((${ours}) except all (${theirs})) union all ((${theirs}) except all (${ours})) limit 5`)
}

test('XES and CSV give the same events for every fact that both carry', { skip }, async () => {
  const columns =
    'ticket_id, seq, happened_at, kind, status_native, sub_status_native, state, group_id, prior_at, prior_state, prior_group_id'

  assert.deepEqual(
    await mismatches(
      `select ${columns} from canonical.event`,
      `select ${columns} from other.canonical.event`,
    ),
    [],
  )
})

test('XES and CSV give the same tickets for every fact that both carry', { skip }, async () => {
  const columns =
    'ticket_id, type, service_id, impact, status_native, state, is_finished, created_at, resolved_at, closed_at, group_id, customer_id, reassign_count, reopen_count'

  assert.deepEqual(
    await mismatches(
      `select ${columns} from canonical.ticket`,
      `select ${columns} from other.canonical.ticket`,
    ),
    [],
  )
})

test('what only one of the two carries is known by name', { skip }, () => {
  const only = (one: TestWorkspace, other: TestWorkspace) =>
    one.ingested.supplied.filter((column) => !other.ingested.supplied.includes(column))

  assert.deepEqual({ xes: only(xes, csv), csv: only(csv, xes) }, { xes: [], csv: [] })
})

test('directly-follows and variants of the closed problems equal the independent ones', {
  skip,
}, async () => {
  const status = `select ticket_id, seq, status_native as activity from canonical.event`
  const follows = `select a, b, count(*) from (select activity as a, lead(activity) over (partition by ticket_id order by seq) as b from (${status})) where b is not null group by 1, 2`
  const variants = `select variant, count(*) from (select string_agg(activity, ' > ' order by seq) as variant from (${status}) group by ticket_id) group by 1`

  assert.deepEqual(
    await mismatches(
      follows,
      `select "from", "to", n::bigint from read_csv('${expected}dfg_act.csv', all_varchar = true)`,
    ),
    [],
  )
  assert.deepEqual(
    await mismatches(
      variants,
      `select variant, cases::bigint from read_csv('${expected}variants_act.csv', all_varchar = true)`,
    ),
    [],
  )
})

test('duration, team changes and reopenings equal the independent ones', { skip }, async () => {
  const durations = `select ticket_id, cast(extract(epoch from max(happened_at) - min(happened_at)) as bigint) from canonical.event group by ticket_id`
  const [sums] = await duck.rows<{ changes: number; reopened: number; reopenings: number }>(`
    select cast(sum(reassign_count) as integer) as changes, cast(count(*) filter (where reopen_count > 0) as integer) as reopened, cast(sum(reopen_count) as integer) as reopenings from canonical.ticket`)

  assert.deepEqual(
    await mismatches(
      durations,
      `select "case", dur_s::double::bigint from read_csv('${expected}case_table.csv.gz', all_varchar = true)`,
    ),
    [],
  )
  assert.deepEqual(sums, { changes: 655, reopened: 61, reopenings: 81 })
})

test('an organization’s own model is judged exactly: accepted or queued, then completed', {
  skip,
}, async () => {
  const own = ProcessModel.parse({
    id: 'problem',
    title: 'Problem, our way',
    clause: '8.6.3',
    kind: 'ticket',
    ticket_types: ['problem'],
    initial: ['accepted'],
    strict_initial: ['accepted'],
    final: ['completed'],
    strict_final: ['completed'],
    states: [
      { id: 'accepted', meaning: 'accepted or queued', clock: 'running', synonyms: ['accepted', 'queued'] },
      { id: 'completed', meaning: 'completed', clock: 'stopped', synonyms: ['completed'] },
      { id: 'unmatched', meaning: 'an error value of the tool', clock: 'none', synonyms: ['unmatched'] },
    ],
    transitions: [{ from: 'accepted', to: 'completed', name: 'complete', actor: 'team' }],
    rules: [],
    kpis: [],
    examples: { conforming: [], violating: [] },
  })
  const knowledge = readKnowledge('content')
  const held = await ingestInto(
    [`${folder}BPIC13_closed_problems.xes.gz`],
    {},
    { ...knowledge, models: [own] },
  )
  const { collected } = await collectFrom(held, false, [own])
  held.remove()

  assert.equal(collected.conformance[0]?.tickets, 1487)
  assert.equal(collected.conformance[0]?.fitting, 1415)
})
