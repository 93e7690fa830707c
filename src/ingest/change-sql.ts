import { expression, type Reading, rowsOf, type Source } from './source.ts'
import { quoted, text } from './value-sql.ts'

/** The tickets of which new rows came. */
export function touchedTickets(added: readonly Source[], reading: Reading): string {
  const selects = added.map((source) => `select ${idOf(source, reading)} as ticket_id from ${rowsOf(source)}`)
  return `create or replace temporary table touched as
    select distinct ticket_id from (${selects.join(' union all ')}) as named where ticket_id is not null`
}

/** The rows of an archived table that are about the tickets touched, with the columns that are read. */
export function touchedRows(name: string, source: Source, reading: Reading): string {
  const { columns, also } = source.mapping
  const read = new Set([columns, ...Object.values(also ?? {})].flatMap((each) => Object.values(each)))
  const names = [...read].map((column) => quoted(column)).join(', ')
  return `create or replace temporary table ${name} as
    select ${names}, file_row_number from ${rowsOf(source)}
    where ${idOf(source, reading)} in (select ticket_id from touched)`
}

/** The tables that the tickets touched are made in: empty, with the models beside them as they are. */
export function partTables(details: readonly string[]): readonly string[] {
  return [
    'create schema part.canonical',
    ...['event', 'ticket', 'sla_clock', ...details].map(
      (table) => `create table part.canonical.${table} as select * from grown.canonical.${table} where false`,
    ),
    ...['model_state', 'model_step'].map(
      (table) => `create table part.canonical.${table} as select * from grown.canonical.${table}`,
    ),
  ]
}

/** The statuses of the other tickets of the lists, beside those that are staged: a status is counted over all. */
export const stageOthers = `
insert into ticket_stage (type, status_native, sub_status_native)
select type, status_native, sub_status_native from grown.canonical.ticket where ticket_id not in (select ticket_id from touched)`

export const unstageOthers = 'delete from ticket_stage where ticket_id is null'

/** Puts the rows that were made anew into the place of those of the tickets touched. */
export function replaceTouched(table: string): readonly string[] {
  return [
    `delete from grown.canonical.${table} where ticket_id in (select ticket_id from touched)`,
    `insert into grown.canonical.${table} select * from part.canonical.${table}`,
  ]
}

function idOf(source: Source, reading: Reading): string {
  return expression(source, 'ticket', 'ticket_id', reading) ?? text('')
}
