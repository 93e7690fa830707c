import type { NamedFact, Questions, Triple } from '#content/pack.ts'
import type { Check, Measure } from '#content/question.ts'
import type { Collected } from './collected.ts'

const head = `-- Evidence pack: run this file with a stock DuckDB from the folder it lies in, for example
--     duckdb -c ".read run.sql"
-- It reads facts/*.parquet and nothing else, asks every check and measure again, and fills the tables
--     check_count (check_id, answer, n)   measure_point (measure_id, period, part, whole, value, n)
-- The same figures stand in results.json. A check that is not asked here says why in results.json (field "because").
`

/** The settings of one question, exactly as they were when it was asked. */
export type AskedWith = (id: string) => string

/** The script by which a stranger repeats every figure of the results. */
export function packScript(questions: Questions, collected: Collected, askedWith: AskedWith): string {
  const asked = new Set([
    ...collected.results
      .filter(({ because }) => !because.startsWith('not supplied'))
      .map(({ check }) => check),
    ...collected.measures.filter(({ because }) => !because?.startsWith('not supplied')).map(({ id }) => id),
  ])
  const checks = questions.checks.filter(({ id }) => asked.has(id))
  const measures = questions.measures.filter(({ id }) => asked.has(id))
  return [
    head,
    'create schema fact;',
    ...questions.facts.map((fact) => factView(fact)),
    "set search_path = 'fact';",
    'create table main.check_count (check_id varchar, answer varchar, n bigint);',
    'create table main.measure_point (measure_id varchar, period varchar, part double, whole double, value double, n bigint);',
    ...checks.map((check) => checkStatements(check, askedWith(check.id))),
    ...measures.map((measure) => measureStatements(measure, askedWith(measure.id))),
    'select * from main.check_count order by check_id, answer;',
    'select * from main.measure_point order by measure_id, period;',
    '',
  ].join('\n')
}

function factView({ name }: NamedFact): string {
  return `create view fact.${name} as select * from read_parquet('facts/${name}.parquet');`
}

function checkStatements({ id, about, sql }: Triple<Check>, parameter: string): string {
  return `
-- check ${id}: ${about.title}
create or replace temporary view parameter as ${parameter};
insert into main.check_count
select '${id}', answer, count(*) from (
${sql.trim().replace(/;$/, '')}
) as answers group by answer;`
}

function measureStatements({ id, about, sql }: Triple<Measure>, parameter: string): string {
  const columns = about.answers === 'share' ? 'part, whole, null, whole' : 'null, null, value, n'
  return `
-- measure ${id}: ${about.title}
create or replace temporary view parameter as ${parameter};
insert into main.measure_point
select '${id}', period, ${columns} from (
${sql.trim().replace(/;$/, '')}
) as answers where period is not null;`
}
