import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PERIOD } from './calendar.ts'
import { simulate } from './simulate.ts'
import { allTickets } from './world.ts'

const SCALE = 0.02
const home = mkdtempSync(join(tmpdir(), 'simulated-'))
after(() => rmSync(home, { recursive: true }))

function run(name: string, seed: number, isClean: boolean) {
  const out = join(home, name, 'tickets')
  return simulate({ out, seed, isClean, scale: SCALE, faults: join(home, name, 'faults.json') })
}

function digest(name: string): string {
  const folder = join(home, name, 'tickets')
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.update(readFileSync(join(home, name, 'faults.json'))).digest('hex')
}

function lines(name: string, file: string): string[] {
  return readFileSync(join(home, name, 'tickets', file), 'utf8')
    .trimEnd()
    .split('\n')
}

const faulty = await run('faulty', 1, false)
const clean = await run('clean', 1, true)

test('the same seed gives the same bytes', async () => {
  await run('again', 1, false)

  assert.equal(digest('again'), digest('faulty'))
})

test('another seed gives another organization', async () => {
  await run('other', 2, false)

  assert.notEqual(digest('other'), digest('faulty'))
})

test('every ticket has a number of its own', () => {
  const numbers = allTickets(faulty.world).map((ticket) => ticket.number)

  assert.equal(new Set(numbers).size, numbers.length)
  assert.ok(numbers.every((number) => /^[A-Z]+\d{7}$/.test(number)))
})

test('every history begins with the creation and runs in time order to the end of the ticket', () => {
  for (const ticket of [...allTickets(faulty.world), ...allTickets(clean.world)]) {
    const times = ticket.history.map((one) => one.at)
    const end = ticket.closedAt ?? PERIOD.to - 1

    assert.equal(ticket.history[0]?.field, 'created', ticket.number)
    assert.deepEqual(
      times,
      times.toSorted((one, other) => one - other),
      ticket.number,
    )
    assert.ok((times[0] ?? 0) >= ticket.openedAt, ticket.number)
    assert.ok((times.at(-1) ?? 0) <= end, `${ticket.number} has an entry after its end`)
  }
})

test('the last state of the history is the state of the ticket', () => {
  for (const ticket of allTickets(faulty.world)) {
    assert.equal(ticket.history.findLast((one) => one.field === 'state')?.to, ticket.state, ticket.number)
  }
})

test('volumes lie near the plan', () => {
  const near = (count: number, planned: number, tolerance: number) =>
    assert.ok(
      Math.abs(count - planned * SCALE) <= tolerance * planned * SCALE,
      `${count} instead of ${planned * SCALE}`,
    )

  near(clean.world.incidents.length, 36_000, 0.1)
  near(clean.world.requests.length, 52_000, 0.02)
  near(clean.world.changes.length, 4800, 0.15)
  near(clean.world.complaints.length, 480, 0.2)
})

test('every fault names what it was put into, and that exists', () => {
  const faults = JSON.parse(readFileSync(join(home, 'faulty', 'faults.json'), 'utf8'))
  const known = new Set([
    ...allTickets(faulty.world).map((ticket) => ticket.number),
    ...faulty.world.itemChanges.map((update) => update.number),
    ...faulty.world.items.map((item) => item.name),
    ...faulty.world.services.map((service) => service.name),
    ...faulty.world.suppliers.map((supplier) => supplier.name),
    ...faulty.world.agreements.map((agreement) => agreement.id),
    ...faulty.world.staff.everybody,
  ])

  assert.ok(faults.length >= 25)
  for (const fault of faults) {
    assert.ok(fault.tickets.length > 0, `${fault.id} was put into nothing`)
    assert.deepEqual(
      fault.tickets.filter((id: string) => !known.has(id)),
      [],
      fault.id,
    )
    assert.equal(fault.count, fault.tickets.length)
  }
})

test('a clean world has no faults and every priority follows the matrix', () => {
  const list = JSON.parse(readFileSync(join(home, 'clean', 'faults.json'), 'utf8'))

  assert.deepEqual(list, [])
  assert.ok(clean.world.incidents.every((one) => one.priority === one.impact + one.urgency - 1))
})

test('in a clean world every change is approved before its work begins', () => {
  const late = clean.world.approvals.filter(
    ({ ticket, decision, decidedAt }) =>
      decision === 'approved' && decidedAt >= (ticket.changePart?.actualStart ?? PERIOD.to + 1e9),
  )

  assert.deepEqual(late, [])
})

test('the spreadsheet of surveys writes the day first, and its days leave no doubt about that', () => {
  const days = lines('clean', 'surveys.csv')
    .slice(1)
    .map((line) => /,(\d\d)\/(\d\d)\/\d{4} \d\d:\d\d,/.exec(line))

  assert.ok(days.every((day) => day !== null && Number(day[2]) <= 12))
  assert.ok(days.some((day) => Number(day?.[1]) > 12))
})

test('every other file writes instants in UTC', () => {
  const moments = lines('clean', 'history.csv')
    .slice(1)
    .map((line) => line.split(',')[1])

  assert.ok(moments.every((moment) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(moment ?? '')))
})
