import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { type Duck, openDuck } from '#db/duck.ts'
import { collectFrom, ingestInto, realData, type TestWorkspace } from './worlds/workspace.ts'

const expected = `${realData}expected/uci_dev_slice/`
const skip = existsSync(expected)
  ? false
  : 'needs ../shared/data (the real ServiceNow log and its independent answers)'

let workspace: TestWorkspace
let duck: Duck

before(async () => {
  if (skip) return
  workspace = await ingestInto([`${realData}uci/uci_dev_slice.csv`])
  await collectFrom(workspace, true)
  duck = await openDuck(':memory:')
  await duck.run('create schema fact')
  for (const fact of ['ticket', 'event', 'clock', 'directly_follows']) {
    await duck.run(
      `create view fact.${fact} as from read_parquet('${workspace.folder}/evidence/facts/${fact}.parquet')`,
    )
  }
  await duck.run("set search_path = 'fact'")
})

after(() => {
  if (skip) return
  duck.close()
  workspace.remove()
})

/** Rows that stand on one side only, compared as text. */
async function mismatches(ours: string, theirs: string): Promise<unknown[]> {
  return duck.rows(
    `(select * from (${ours}) except all select * from (${theirs})) union all (select * from (${theirs}) except all select * from (${ours})) limit 5`,
  )
}

const near = (column: string) => `round(try_cast(${column} as double), 6)`

test('the case table of the slice equals the independent one', { skip }, async () => {
  const ours = `
    select ticket_id, created_at, resolved_at, closed_at, priority, reassign_count, reopen_count, group_id, category, channel,
        ${near('extract(epoch from resolved_at - created_at) / 60')} as res_min,
        case when resolved_at is null then null else ${near('resolution_business_minutes')} end as res_bh_min
    from ticket`
  const theirs = `
    select number, opened_at::timestamp, nullif(resolved_at, '')::timestamp, nullif(closed_at, '')::timestamp, left(priority, 1)::integer,
        reassignment_count::integer, reopen_count::integer, nullif(assignment_group, '?'), nullif(category, '?'), nullif(contact_type, '?'),
        ${near('res_min')}, ${near('res_bh_min')}
    from read_csv('${expected}case_table.csv.gz', all_varchar = true)`

  assert.deepEqual(await mismatches(ours, theirs), [])
})

test('events and the tool’s own SLA statement of each case equal the independent ones', {
  skip,
}, async () => {
  const ours = `
    select event.ticket_id, count(*), not bool_or(clock.is_breached) from event
    inner join clock on clock.ticket_id = event.ticket_id and clock.computed_by = 'source' group by event.ticket_id`
  const theirs = `select number, events::bigint, made_sla::boolean from read_csv('${expected}case_table.csv.gz', all_varchar = true)`

  assert.deepEqual(await mismatches(ours, theirs), [])
})

test('the monthly table by priority equals the independent one', { skip }, async () => {
  const ours = `
    select ticket.priority, ticket.created_month, count(*), count(ticket.resolved_at),
        ${near(`quantile_cont(case when ticket.resolved_at is not null then ticket.resolution_minutes end, 0.5)`)},
        ${near(`quantile_cont(case when ticket.resolved_at is not null then ticket.resolution_minutes end, 0.9)`)},
        ${near(`quantile_cont(case when ticket.resolved_at is not null then ticket.resolution_business_minutes end, 0.5)`)},
        ${near(`quantile_cont(case when ticket.resolved_at is not null then ticket.resolution_business_minutes end, 0.9)`)},
        count(*) filter (where clock.is_breached)
    from ticket inner join clock on clock.ticket_id = ticket.ticket_id and clock.computed_by = 'source'
    group by ticket.priority, ticket.created_month`
  const theirs = `
    select left(priority, 1)::integer, month, cases::bigint, resolved::bigint, ${near('p50_min')}, ${near('p90_min')}, ${near('p50_bh_min')}, ${near('p90_bh_min')}, made_sla_false::bigint
    from read_csv('${expected}resolution_by_priority_opened_month.csv', all_varchar = true)`

  assert.deepEqual(await mismatches(ours, theirs), [])
})

test('the backlog of every day equals the independent one', { skip }, async () => {
  const ours = `
    select day::date as day,
        count(*) filter (where created_at < day + interval '1 day' and (closed_at is null or closed_at >= day + interval '1 day')) as not_closed,
        count(*) filter (where created_at < day + interval '1 day' and (coalesce(resolved_at, closed_at) is null or coalesce(resolved_at, closed_at) >= day + interval '1 day')) as not_resolved
    from read_csv('${expected}backlog_by_day.csv'), ticket group by day`
  const theirs = `select day::date, backlog_not_closed::bigint, backlog_not_resolved::bigint from read_csv('${expected}backlog_by_day.csv', all_varchar = true)`

  assert.deepEqual(await mismatches(ours, theirs), [])
})

test('what directly follows what equals the independent counts, repeats included', { skip }, async () => {
  const ours = 'select from_status, to_status, n::bigint from directly_follows'
  const theirs = `select "from", "to", n::bigint from read_csv('${expected}dfg.csv', all_varchar = true)`

  assert.deepEqual(await mismatches(ours, theirs), [])
})

test('every variant and its number of cases equals the independent one', { skip }, async () => {
  const ours = `select variant, count(*) from (select ticket_id, string_agg(status_native, ' > ' order by seq) as variant from event group by ticket_id) as way group by variant`
  const theirs = `select variant, cases::bigint from read_csv('${expected}variants.csv', all_varchar = true)`

  assert.deepEqual(await mismatches(ours, theirs), [])
})
