import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { OwnListView } from '#api/own-lines.ts'
import { giveTheWorkedExample, put, readCase, reports } from '../try-own-lines.ts'
import { RegisterUser } from '../try-registers.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

test('what is exported comes back unchanged, in both formats, and what is edited in it is a difference', async () => {
  const user = await RegisterUser.start(server, 'dora')
  const odd = {
    ...reports,
    title: '=1+1; "quoted", and Zürich',
    price: { low: 1.234, base: 2, high: 1234.5 },
    needsCertificate: true,
    note: '-5 as text',
  }
  await user.ask('/case/own-lines', { method: 'POST', payload: odd })
  const cost = { title: 'Rent', side: 'cost', class: 'hard', once: { low: 0.5, base: 1000, high: 20_000 } }
  await user.ask('/case/own-lines', { method: 'POST', payload: { ...cost, isIn: false, owner: 'Lea' } })

  const csv = await user.ask('/case/own-line-list?format=csv')
  const xlsx = await user.ask('/case/own-line-list?format=xlsx')
  for (const [name, content] of [
    ['lines.csv', csv.text],
    ['lines.xlsx', xlsx.bytes],
  ] as const) {
    const { body, text } = await user.upload('/case/own-line-list', name, content)
    assert.deepEqual((body as OwnListView).counts, { new: 0, changed: 0, unchanged: 2, refused: 0 }, text)
  }
  assert.match(csv.text, /"'=1\+1; ""quoted"", and Zürich"/)

  const edited = csv.text.replace(',1000,', ',1500,').replace(',no,', ',yes,')
  const preview = (await user.upload('/case/own-line-list', 'edited.csv', edited)).body as OwnListView
  await user.upload(`/case/own-line-list?digest=${preview.digest}`, 'edited.csv', edited)
  const rent = (await readCase(user)).lines.find(({ title }) => title === 'Rent')

  assert.deepEqual(preview.counts, { new: 0, changed: 1, unchanged: 1, refused: 0 })
  assert.deepEqual(preview.rows.find(({ fate }) => fate === 'changed')?.changes, [
    { column: 'Once likely', before: '1000', after: '1500' },
    { column: 'In the case', before: 'no', after: 'yes' },
  ])
  assert.deepEqual([rent?.own?.once?.base, rent?.isIn, rent?.owner], [1500, true, 'Lea'])
})

test('a deleted line counts nowhere, frees its title, keeps its history and comes back as it was', async () => {
  const user = await RegisterUser.start(server, 'emil')
  await giveTheWorkedExample(user)
  const { id } = (await user.ask('/case/own-lines', { method: 'POST', payload: reports })).body as {
    id: string
  }
  const standing = await readCase(user)
  const drop = (version: number) =>
    user.ask(`/case/own-lines/${id}`, { method: 'DELETE', headers: { 'if-match': `"${version}"` } })
  const restore = () => user.ask(`/case/own-lines/${id}/restoration`, { method: 'POST' })

  const late = await drop(7)
  const gone = await drop(1)
  const without = await readCase(user)
  const twice = await drop(2)
  const into = await put(user, `/case/lines/${id}`, { isIn: true }, 2)
  assert.deepEqual([late.status, gone.status, twice.status, into.status], [409, 204, 404, 409])
  assert.ok(without.lines.every((line) => line.id !== id))
  assert.deepEqual(
    without.deleted.map(({ title }) => title),
    [reports.title],
  )
  assert.notEqual(without.result?.npv, standing.result?.npv)

  const other = await user.ask('/case/own-lines', { method: 'POST', payload: reports })
  const blocked = await restore()
  const otherId = (other.body as { id: string }).id
  await user.ask(`/case/own-lines/${otherId}`, { method: 'DELETE', headers: { 'if-match': '"1"' } })
  const back = await restore()
  const now = await readCase(user)
  const { items } = (await user.ask(`/case/lines/${id}/history`)).body as { items: { action: string }[] }

  assert.deepEqual([other.status, blocked.status, back.status], [201, 422, 200], back.text)
  assert.match(blocked.text, /another line has this title/)
  assert.equal(now.result?.inputsHash, standing.result?.inputsHash)
  assert.deepEqual(
    items.map(({ action }) => action),
    ['restore', 'delete', 'write'],
  )
})

test('a price with a range has its own bar in the tornado', async () => {
  const user = await RegisterUser.start(server, 'fritz')
  await giveTheWorkedExample(user)
  await user.ask('/case/own-lines', { method: 'POST', payload: reports })

  const { result } = await readCase(user)
  const bar = result?.tornado.find(({ title }) => title === `${reports.title}: one hours`)

  assert.deepEqual([bar?.low, bar?.base, bar?.high], [40, 45, 60])
  assert.ok((bar?.swing ?? 0) > 0)
})
