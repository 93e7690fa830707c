import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Duck, openDuck } from './duck.ts'

let duck: Duck
before(async () => {
  duck = await openDuck(':memory:')
})
after(() => duck.close())

test('a statement that fails while it runs says why in the words of the engine', async () => {
  await assert.rejects(
    duck.rows(`select error('row ' || i) from range(500000) as r(i) where i = 400000`),
    /^Error: Invalid Input Error: row 400000/,
  )
  await assert.rejects(duck.run('select * from absent'), /absent does not exist/)
})

test('several statements in one text all run, and the rows of the last are given', async () => {
  assert.deepEqual(
    await duck.rows('create table t as select 1 as a; insert into t values (2); from t order by a'),
    [{ a: 1 }, { a: 2 }],
  )
})

test('an interrupted statement ends with an error, and the next one runs', async () => {
  const long = duck.rows(
    'select count(*) as n from range(100000000) as a(i), range(1000) as b(j) where i % 7 = j',
  )
  // On a busy machine the statement may begin late, and an interruption before it is for nothing.
  const interrupting = setInterval(() => duck.connection.interrupt(), 50)
  await assert.rejects(long, /[Ii]nterrupt/).finally(() => clearInterval(interrupting))
  assert.deepEqual(await duck.rows('select 1 as one'), [{ one: 1 }])
})

test('statements that are asked for at the same time do not break each other off', async () => {
  const asked = Array.from({ length: 12 }, (_, n) =>
    duck.rows(`select ${n} as n, count(*) as count from range(200000) as r(i)`),
  )

  assert.deepEqual(
    (await Promise.all(asked)).map(([row]) => row?.n),
    asked.map((_, n) => n),
  )
})
