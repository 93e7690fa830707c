import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { OwnListView } from '#api/own-lines.ts'
import { giveTheWorkedExample, put, readCase, reports } from '../try-own-lines.ts'
import { RegisterUser } from '../try-registers.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)
let ada: RegisterUser

before(async () => {
  ada = await RegisterUser.start(server, 'ada')
  await giveTheWorkedExample(ada)
})

test('an own line is added, counts with its realised share, is left out and put back, each told in its history', async () => {
  const before = await readCase(ada)
  const added = await ada.ask('/case/own-lines', { method: 'POST', payload: reports })
  const { id } = added.body as { id: string }
  const standing = await readCase(ada)
  const line = standing.lines.find((one) => one.id === id)

  assert.equal(added.status, 201, added.text)
  assert.ok(before.result && standing.result && line)
  assert.equal(line.amounts?.fullYear, 120 * 45 * 0.5)
  assert.ok(Math.abs(standing.result.npv - before.result.npv - (line.amounts?.presentValue ?? 0)) < 1e-6)

  const out = await put(ada, `/case/lines/${id}`, { isIn: false, owner: 'Lea' }, 1)
  const without = await readCase(ada)
  const again = await put(ada, `/case/lines/${id}`, { isIn: true, owner: 'Lea' }, 2)
  const back = await readCase(ada)
  const history = await ada.ask(`/case/lines/${id}/history`)

  assert.deepEqual([out.status, again.status], [200, 200])
  assert.equal(without.result?.npv, before.result.npv)
  assert.equal(back.result?.inputsHash, standing.result.inputsHash)
  const { items } = history.body as { items: { after: { isIn: boolean; title: string } }[] }
  assert.deepEqual(
    items.map(({ after: now }) => now.isIn),
    [true, false, true],
  )
  assert.ok(items.every(({ after: now }) => now.title === reports.title))
})

test('two who change the same own line do not overwrite each other, and nobody changes it blindly', async () => {
  const added = await ada.ask('/case/own-lines', {
    method: 'POST',
    payload: { ...reports, title: 'Second line' },
  })
  const at = `/case/own-lines/${(added.body as { id: string }).id}`
  const changed = { ...reports, title: 'Second line', price: { low: 50, base: 50, high: 50 } }

  const first = await put(ada, at, changed, 1)
  const second = await put(ada, at, { ...changed, price: { low: 60, base: 60, high: 60 } }, 1)
  const blind = await ada.ask(at, { method: 'PUT', payload: changed })
  const unknown = await put(ada, '/case/own-lines/own-nothing', changed, 1)
  const line = (await readCase(ada)).lines.find(({ title }) => title === 'Second line')

  assert.deepEqual([first.status, second.status, blind.status, unknown.status], [200, 409, 428, 404])
  assert.equal(line?.own?.price?.base, 50)
})

test('what cannot be counted is refused with the title of the line, and nothing of it is kept', async () => {
  const count = (await readCase(ada)).lines.length
  const wrong = [
    [{ ...reports, title: 'Below', yearly: { low: -5, base: 1, high: 2 } }, /^Below: -5 is below zero/],
    [{ ...reports, title: 'Twice', claims: [] }, /^Twice: say what it counts/],
    [{ ...reports, title: 'Training' }, /^Training: another line has this title/],
    [{ ...reports, title: 'Late', fromYear: 6 }, /^Late: year 6 is not in the case/],
    [{ ...reports, title: 'Claimed', source: 'C-06' }, /^Claimed: claim C-06/],
    [{ ...reports, title: 'Unseen', proof: 'no.measure' }, /^Unseen: there is no measure no\.measure/],
  ] as const
  for (const [payload, says] of wrong) {
    const { status, body } = await ada.ask('/case/own-lines', { method: 'POST', payload })
    assert.equal(status, 422)
    assert.match((body as { detail: string }).detail, says)
  }

  assert.equal((await readCase(ada)).lines.length, count)
})

test('an own benefit that counts what another line counts is an open overlap, and asked for source and owner', async () => {
  const payload = {
    ...reports,
    title: 'Nights without a call',
    claims: ['margin of outages'],
    source: '',
    owner: '',
  }
  await ada.ask('/case/own-lines', { method: 'POST', payload })

  const { overlaps, concerns, claims } = await readCase(ada)
  const about = (kind: string) => concerns.find((one) => one.kind === kind)?.about ?? []
  assert.ok(claims.includes('margin of outages'))
  assert.ok(overlaps.some(({ titles, settled }) => titles.includes(payload.title) && settled === ''))
  assert.ok(about('no source').includes(payload.title) && about('no owner').includes(payload.title))
})

test('an own benefit is tracked by quarter like those of the pack, and not measured by its owner', async () => {
  const user = await RegisterUser.start(server, 'otto')
  await giveTheWorkedExample(user)
  const year = server.world.now().getUTCFullYear()
  const { settings } = await readCase(user)
  await put(user, '/case', { ...settings, startsOn: `${year - 2}-01-01` }, 0)
  const added = await user.ask('/case/own-lines', { method: 'POST', payload: { ...reports, owner: 'otto' } })
  const { id } = added.body as { id: string }

  const own = await put(user, `/case/tracking/${id}/${year - 1}-Q1`, { value: 300, evidence: 'Sheets' }, 0)
  await put(user, `/case/own-lines/${id}`, { ...reports, owner: 'Lea' }, 1)
  const other = await put(user, `/case/tracking/${id}/${year - 1}-Q1`, { value: 300, evidence: 'Sheets' }, 0)
  const { body } = await user.ask('/case/tracking')
  const line = (
    body as { items: { line: string; quarters: { quarter: string; planned: number }[] }[] }
  ).items.find((one) => one.line === id)

  assert.deepEqual([own.status, other.status], [403, 200])
  const planned = line?.quarters.find(({ quarter }) => quarter === `${year - 1}-Q1`)?.planned
  assert.equal(planned, (0.4 * 120 * 45 * 0.5) / 4)
})

const list = [
  'Line;Side;Counts as;Yearly low;Yearly likely;Yearly high;Claims;Source',
  'Rent of the archive;cost;hard;900;1000;1200;;Contract',
  'Fewer couriers;benefit;hard;100;200;300;courier trips;Invoices',
  'No side;;hard;1;2;3;;',
  'Fewer couriers;benefit;hard;1;2;3;courier trips;',
  'Points;cost;hard;1,000;2;3;;',
].join('\r\n')

test('a list is previewed and nothing written; applied it is there, and the second time nothing changes', async () => {
  const user = await RegisterUser.start(server, 'bea')
  const preview = await user.upload('/case/own-line-list', 'lines.csv', list)
  const none = (await readCase(user)).lines.filter(({ isOwn }) => isOwn)

  const shown = preview.body as OwnListView
  assert.equal(preview.status, 200, preview.text)
  assert.deepEqual(
    shown.rows.map(({ line, fate }) => [line, fate]),
    [
      [2, 'new'],
      [3, 'new'],
      [4, 'refused'],
      [5, 'refused'],
      [6, 'refused'],
    ],
  )
  assert.match(shown.rows[2]?.reason ?? '', /No side: say whether it is a cost or a benefit/)
  assert.match(shown.rows[3]?.reason ?? '', /Line 3 speaks of the same line/)
  assert.match(shown.rows[4]?.reason ?? '', /"1,000" is no number that can be read one way only/)
  assert.equal(none.length, 0)

  const applied = await user.upload(`/case/own-line-list?digest=${shown.digest}`, 'lines.csv', list)
  const kept = (await readCase(user)).lines.filter(({ isOwn }) => isOwn)
  const again = await user.upload('/case/own-line-list', 'lines.csv', list)

  assert.equal(applied.status, 200, applied.text)
  assert.deepEqual(kept.map(({ title }) => title).sort(), ['Fewer couriers', 'Rent of the archive'])
  assert.deepEqual((again.body as OwnListView).counts, { new: 0, changed: 0, unchanged: 2, refused: 3 })
})

test('a row changes only what it says, and a plan that is no longer true is not applied', async () => {
  const user = await RegisterUser.start(server, 'cleo')
  const first = await user.upload('/case/own-line-list', 'lines.csv', list)
  await user.upload(`/case/own-line-list?digest=${(first.body as OwnListView).digest}`, 'lines.csv', list)
  const more = 'Line;Side;Owner\nFewer couriers;benefit;Lea'
  const preview = (await user.upload('/case/own-line-list', 'more.csv', more)).body as OwnListView
  const line = (await readCase(user)).lines.find(({ title }) => title === 'Fewer couriers')
  assert.ok(line)

  await put(user, `/case/lines/${line.id}`, { isIn: false }, line.version)
  const late = await user.upload(`/case/own-line-list?digest=${preview.digest}`, 'more.csv', more)
  const fresh = (await user.upload('/case/own-line-list', 'more.csv', more)).body as OwnListView
  await user.upload(`/case/own-line-list?digest=${fresh.digest}`, 'more.csv', more)
  const now = (await readCase(user)).lines.find(({ title }) => title === 'Fewer couriers')

  assert.equal(late.status, 409)
  assert.deepEqual(fresh.counts, { new: 0, changed: 1, unchanged: 0, refused: 0 })
  assert.deepEqual([now?.owner, now?.isIn, now?.own?.source], ['Lea', false, 'Invoices'])
})

test('what is no list of lines is refused', async () => {
  const { status, body } = await ada.upload('/case/own-line-list', 'names.csv', 'Name,Owner\na,b\n')

  assert.equal(status, 422)
  assert.match((body as { detail: string }).detail, /names\.csv holds no list of own lines/)
})
