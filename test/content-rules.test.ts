import assert from 'node:assert/strict'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { namedIn, readQuestions } from '#content/pack.ts'
import { createCanonical } from '#content/table.ts'
import { openDuck } from '#db/duck.ts'
import { isAboutPeople } from '#evidence/result.ts'
import { makeFacts } from '#evidence/store.ts'
import { parameterView } from '#evidence/try-cases.ts'

/** What every check and measure of the pack owes; the schemas hold the rest. */
const content = join(dirname(dirname(fileURLToPath(import.meta.url))), 'content')
const { tables, facts, checks, measures, problems } = readQuestions(content)
const questions = [...checks, ...measures]

/** A select without comments, texts, and the words of SQL that look like the naming of a table. */
function plain(sql: string): string {
  return sql
    .replaceAll(/--[^\n]*/g, '')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/\bdistinct\s+from\b/g, '<>')
    .replaceAll(/\b(?:extract|trim|substring)\s*\(([^()]*?)\bfrom\b/g, '($1,')
    .replaceAll(/\b(from|join)\s+(?:lateral\s+)?(?:unnest|generate_series)\s*\(/g, '(')
}

/** The common table expressions that a select makes for itself. */
function ownTables(sql: string): Set<string> {
  const named = plain(sql).matchAll(
    /(?:\bwith\b(?:\s+recursive\b)?|,)\s*([a-z_]\w*)\s*(?:\([^()]*\)\s*)?as\s+(?:materialized\s+)?\(/g,
  )
  return new Set([...named].map((match) => match[1] ?? ''))
}

test('the pack is read without a problem', () => {
  assert.deepEqual(problems, [])
  assert.ok(facts.length > 25 && checks.length > 150 && measures.length > 80)
})

test('a check or measure names facts, the settings and its own steps, and nothing else', () => {
  const names = new Set(['parameter', ...facts.map(({ name }) => name)])
  const strange = questions.flatMap(({ id, sql }) => {
    const own = ownTables(sql)
    return [...namedIn(plain(sql))]
      .filter((name) => !names.has(name) && !own.has(name))
      .map((name) => `${id}: ${name}`)
  })

  assert.deepEqual(strange, [])
})

test('no check or measure reaches past the facts: no schema, no file, no other statement', () => {
  const reaching =
    /\b(?:canonical|fact|main|pg_catalog|information_schema|duckdb_\w+|read_\w+|\w+_scan|attach|copy|install|load|pragma|insert|update|delete|create|drop|alter)\s*[.(]|;\s*\S|\b(?:attach|copy|install|pragma|insert\s+into|delete\s+from|create|drop|alter)\s+\w/
  const found = questions.flatMap(({ id, sql }) => {
    const [hit] = reaching.exec(plain(sql)) ?? []
    return hit === undefined ? [] : [`${id}: ${hit}`]
  })

  assert.deepEqual(found, [])
})

test('every fact has the columns that it declares, in their order, and no other', async () => {
  const duck = await openDuck(':memory:', { threads: 1 })
  for (const statement of createCanonical(tables)) await duck.run(statement)
  await duck.run(parameterView({}, undefined))
  await makeFacts({ folder: '', duck }, facts, () => undefined)
  const made = await duck.rows<{ table_name: string; column_name: string }>(
    "select table_name, column_name from information_schema.columns where table_schema = 'fact' order by ordinal_position",
  )
  duck.close()

  assert.deepEqual(
    facts.map(({ name }) => [
      name,
      made.filter((row) => row.table_name === name).map((row) => row.column_name),
    ]),
    facts.map(({ name, about }) => [name, Object.keys(about.columns)]),
  )
})

test('the words of a select that look like a table are not taken for one', () => {
  const sql = `with -- from nowhere
  kept as (select extract(epoch from a - b) as n from incident where x is distinct from y and z = 'from hell'),
  late (n) as (select n from kept)
  select * from late join parameter on true`

  assert.deepEqual([...namedIn(plain(sql))].sort(), ['incident', 'kept', 'late', 'parameter'])
  assert.deepEqual([...ownTables(sql)].sort(), ['kept', 'late'])
})

test('every setting that a select reads is declared, and every declared one is read', () => {
  const always = new Set(['period_from', 'period_to', 'data_until'])
  const differing = questions.flatMap(({ id, sql, about }) => {
    const used = new Set([...plain(sql).matchAll(/\bparameter\.([a-z_]\w*)/g)].map((match) => match[1] ?? ''))
    const declared = Object.keys(about.parameters)
    return [
      ...[...used]
        .filter((name) => !always.has(name) && !declared.includes(name))
        .map((name) => `${id}: ${name} is not declared`),
      ...declared.filter((name) => !used.has(name)).map((name) => `${id}: ${name} is not read`),
    ]
  })

  assert.deepEqual(differing, [])
})

test('every check has a case that meets it and one that does not', () => {
  const answers = (id: string) =>
    Object.values(checks.find((check) => check.id === id)?.cases.cases ?? {}).flatMap(({ expect }) =>
      expect.map(({ answer }) => answer),
    )
  const lacking = checks.flatMap(({ id }) =>
    ['met', 'not met']
      .filter((answer) => !answers(id).includes(answer))
      .map((answer) => `${id}: no case is ${answer}`),
  )

  assert.deepEqual(lacking, [])
})

test('the reason of every case that is checked stands with its answer, and answers are the four words', () => {
  const words = new Set(['met', 'not met', 'not applicable', 'unknown'])
  const other = checks.flatMap(({ id, cases }) =>
    Object.values(cases.cases)
      .flatMap(({ expect }) => expect)
      .filter(({ answer, subject }) => !words.has(String(answer)) || subject === undefined)
      .map((row) => `${id}: ${JSON.stringify(row)}`),
  )

  assert.deepEqual(other, [])
})

test('a check whose subjects are persons declares it, so that they are counted and never named', () => {
  const person =
    /\b(?:person|assignee|requester|approver|implementer|manager|major_incident_manager|owner|actor)_id\b[^\n]* as subject\b/
  const about = (ids: typeof checks) => ids.map(({ id }) => id)
  const named = checks.filter(({ sql }) => person.test(sql))

  assert.deepEqual(about(named), ['people.awareness-completed', 'people.training-on-time'])
  assert.deepEqual(about(named), about(checks.filter(({ about: { subject } }) => isAboutPeople({ subject }))))
})

test('every check of conformity decides at least one requirement or one rule', () => {
  const idle = checks.filter(
    ({ about }) => about.purpose === 'conformity' && about.decides.length + about.rules.length === 0,
  )

  assert.deepEqual(
    idle.map(({ id }) => id),
    [],
  )
})

test('no two checks and no two measures have one id or one title, and no two measures one KPI number', () => {
  const twice = (names: readonly string[]) => names.filter((name, place) => names.indexOf(name) !== place)

  for (const triples of [checks, measures]) {
    assert.deepEqual(twice(triples.map(({ id }) => id)), [])
    assert.deepEqual(twice(triples.map(({ about }) => about.title)), [])
  }
  assert.deepEqual(twice(measures.flatMap(({ about }) => about.aka)), [])
})

test('a check and a measure of one id have the same settings: both are replaced together', () => {
  const differing = checks.filter((check) => {
    const twin = measures.find(({ id }) => id === check.id)
    return twin && JSON.stringify(twin.about.parameters) !== JSON.stringify(check.about.parameters)
  })

  assert.deepEqual(
    differing.map(({ id }) => id),
    [],
  )
})
