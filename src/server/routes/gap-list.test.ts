import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import { RegisterUser } from '../try-registers.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

const list = [
  'Clause;Status;Comment',
  '4.1-a;minor;Not dated',
  '4.2;partially;',
  '99.1;ok;',
  '5.1-a;perhaps;',
].join('\r\n')

test('a preview says what becomes of every row, and writes nothing', async () => {
  const user = await RegisterUser.start(server, 'ada')

  const { status, body, text } = await user.upload('/gap-list', 'gaps.csv', list)
  const rated = await user.ask('/requirements/4.1-a/rating')

  assert.equal(status, 200, text)
  assert.deepEqual(body.counts, { new: 3, changed: 0, unchanged: 0, refused: 2 })
  assert.equal(body.isApplied, false)
  assert.match(JSON.stringify(body.rows), /no requirement or clause 99\.1/)
  assert.equal(rated.body.version, 0)
})

test('what was previewed is applied, with its file and line as the reason; the second time nothing changes', async () => {
  const user = await RegisterUser.start(server, 'bea')
  const { body } = await user.upload('/gap-list', 'gaps.csv', list)

  const applied = await user.upload(`/gap-list?digest=${body.digest}`, 'gaps.csv', list)
  const rated = await user.ask('/requirements/4.1-a/rating')
  const again = await user.upload('/gap-list', 'gaps.csv', list)

  assert.equal(applied.body.isApplied, true, applied.text)
  const { rating, rationale, origin, reason } = rated.body
  assert.deepEqual(
    [rating, rationale, origin, reason],
    ['minor_nc', 'Not dated', 'import', 'From gaps.csv, line 2'],
  )
  assert.deepEqual(again.body.counts, { new: 0, changed: 0, unchanged: 3, refused: 2 })
})

test('if somebody rated between preview and application, nothing is written', async () => {
  const user = await RegisterUser.start(server, 'cleo')
  const { body } = await user.upload('/gap-list', 'gaps.csv', list)
  await user.ask('/requirements/4.1-a/rating', {
    method: 'PUT',
    payload: { rating: 'conforming' },
    headers: { 'if-match': '"0"' },
  })

  const late = await user.upload(`/gap-list?digest=${body.digest}`, 'gaps.csv', list)
  const other = await user.ask('/requirements/4.2-a/rating')

  assert.deepEqual([late.status, other.body.version], [409, 0])
})

test('a workbook is read; what is no table is refused, and no upload stays behind', async () => {
  const user = await RegisterUser.start(server, 'dora')
  const book = new Workbook()
  book.addWorksheet('Cover').addRow(['Our gaps'])
  const sheet = book.addWorksheet('Gaps')
  sheet.addRow(['Requirement', 'Rating', 'Remarks'])
  sheet.addRow(['8.6.1-a', 'OFI', 'Could be shorter'])
  const bytes = Buffer.from(await book.xlsx.writeBuffer())

  const read = await user.upload('/gap-list', 'gaps.xlsx', bytes)
  const strange = await user.upload('/gap-list', 'gaps.xlsx', 'GIF89a not a table')
  const empty = await user.upload('/gap-list', 'names.csv', 'Name,Owner\na,b\n')

  assert.deepEqual(read.body.counts, { new: 1, changed: 0, unchanged: 0, refused: 0 }, read.text)
  assert.deepEqual([strange.status, empty.status], [422, 422])
  assert.deepEqual(readdirSync(join(server.world.folder, 'uploads')), [])
})
