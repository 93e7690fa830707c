import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Duck, literal, openDuck } from '#db/duck.ts'
import { servicesTouched } from './touched-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausewise-touched-'))
let duck: Duck

before(async () => {
  mkdirSync(join(folder, 'evidence', 'answers'), { recursive: true })
  duck = await openDuck(':memory:', { threads: 1 })
  await duck.run(`
    create schema canonical;
    create table canonical.service as select * from (values ('S1', 'Payment gateway'), ('S2', 'Mail')) as one (service_id, name);
    create table canonical.ticket as select * from
      (values ('T1', 'S1'), ('T2', 'S1'), ('T3', 'S2'), ('T4', null), ('T5', 'S9')) as one (ticket_id, service_id)`)
  await answers('incident.one', "('T1', 'not met'), ('T2', 'not met'), ('T3', 'met'), ('T4', 'not met')")
  await answers('incident.two', "('T1', 'not met'), ('T5', 'not met'), ('K7', 'not met')")
})
after(() => {
  duck.close()
  rmSync(folder, { recursive: true, force: true })
})

async function answers(check: string, rows: string): Promise<void> {
  const path = join(folder, 'evidence', 'answers', `${check}.parquet`)
  await duck.run(
    `copy (select * from (values ${rows}) as one (subject, answer)) to ${literal(path)} (format parquet)`,
  )
}

test('services are counted by their tickets, each ticket once, whatever checks name it', async () => {
  assert.deepEqual(await servicesTouched(duck, folder, ['incident.one', 'incident.two']), {
    tickets: 4,
    withoutService: 1,
    services: [
      { service: 'Payment gateway', tickets: 2 },
      { service: 'S9', tickets: 1 },
    ],
  })
})

test('without kept answers nothing is said, and a name that is no check opens no file', async () => {
  assert.equal(await servicesTouched(duck, folder, []), undefined)
  assert.equal(await servicesTouched(duck, folder, ['incident.three', '../incident.one']), undefined)
})
