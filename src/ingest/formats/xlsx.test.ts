import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import { unzipSync, zipSync } from 'fflate'
import { codesOf, refused, rowsOf, staged, tableOf } from './trial.ts'
import { cellText } from './xlsx-cell.ts'

type Fill = (workbook: Workbook) => void

async function workbook(fill: Fill): Promise<Uint8Array> {
  const book = new Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const tickets: Fill = (book) => {
  const sheet = book.addWorksheet('Tickets')
  sheet.addRow(['number', 'opened', 'cost', 'total'])
  sheet.addRow(['T-1', new Date('2024-01-05T12:29:59Z'), 0.1 + 0.2, { formula: '1+1', result: 2 }])
  sheet.addRow(['T-2', new Date('2024-01-06T00:00:00Z'), 7, { formula: 'B3', result: 45296.5 }])
  sheet.getCell('B2').numFmt = 'yyyy-mm-dd hh:mm:ss'
  sheet.getCell('B3').numFmt = 'dd/mm/yyyy'
  sheet.getCell('D3').numFmt = 'yyyy-mm-dd hh:mm'
}

test('each sheet with rows becomes a table, dates as ISO text, formulas as values', async () => {
  const bytes = await workbook((book) => {
    tickets(book)
    book.addWorksheet('Empty')
    const groups = book.addWorksheet('Groups')
    groups.addRow(['group'])
    groups.addRow(['Mail'])
  })

  const staging = await staged('export.xlsx', bytes)

  assert.deepEqual(
    staging.tables.map((table) => [table.name, table.format, table.quotedNewlines]),
    [
      ['Tickets', 'xlsx', false],
      ['Groups', 'xlsx', false],
    ],
  )
  assert.deepEqual(rowsOf(staging, 'Tickets'), [
    { number: 'T-1', opened: '2024-01-05T12:29:59', cost: '0.3', total: '2' },
    { number: 'T-2', opened: '2024-01-06', cost: '7', total: '2024-01-05T12:00:00' },
  ])
})

test('a workbook whose sheets stand before its texts, as spreadsheet programs write it, is read the same', async () => {
  const parts = Object.entries(unzipSync(await workbook(tickets)))
  const sheetsFirst = parts.sort(([a], [b]) => Number(b.includes('sheets/')) - Number(a.includes('sheets/')))

  const staging = await staged('export.xlsx', zipSync(Object.fromEntries(sheetsFirst)))

  assert.equal(rowsOf(staging)[0]?.number, 'T-1')
})

test('a workbook is recognised by its content and not by its name', async () => {
  assert.equal(tableOf(await staged('export.zip', await workbook(tickets))).format, 'xlsx')
})

test('a workbook in a .zip is read', async () => {
  assert.equal(
    tableOf(await staged('export.zip', zipSync({ 'a.xlsx': await workbook(tickets) }))).name,
    'Tickets',
  )
})

test('a title above the head row is left out and told', async () => {
  const bytes = await workbook((book) => {
    const sheet = book.addWorksheet('Tickets')
    sheet.addRow(['Report of January'])
    sheet.addRow([])
    sheet.addRow(['number', 'state', 'group'])
    sheet.addRow(['T-1', 'New', 'Mail'])
  })

  const staging = await staged('export.xlsx', bytes)

  assert.deepEqual(rowsOf(staging), [{ number: 'T-1', state: 'New', group: 'Mail' }])
  assert.deepEqual(codesOf(staging), ['ingest.rows-above-head:3'])
  assert.equal(tableOf(staging).quotedNewlines, true)
})

test('cells with errors and cells beyond the head are counted', async () => {
  const bytes = await workbook((book) => {
    const sheet = book.addWorksheet('Tickets')
    sheet.addRow(['number', 'state'])
    sheet.addRow(['T-1', { error: '#N/A' }])
    sheet.addRow(['T-2', 'New', 'lost'])
  })

  const staging = await staged('export.xlsx', bytes)

  assert.deepEqual(rowsOf(staging), [{ number: 'T-1' }, { number: 'T-2', state: 'New' }])
  assert.deepEqual(codesOf(staging), ['ingest.cell-error:1', 'ingest.cell-beyond-head:3'])
})

test('a workbook without any rows is refused', async () => {
  const bytes = await workbook((book) => book.addWorksheet('Tickets').addRow(['number', 'state']))

  assert.match(await refused('export.xlsx', bytes), /no sheet holds a head row with rows below it/)
})

test('a document type in a sheet is refused', async () => {
  const parts = unzipSync(await workbook(tickets))
  const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString()
  parts['xl/worksheets/sheet1.xml'] = Buffer.from(sheet.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'))

  assert.match(await refused('export.xlsx', zipSync(parts)), /sheet1\.xml: the workbook has a document type/)
})

test('a workbook that expands beyond the ratio is refused', async () => {
  const parts = unzipSync(await workbook(tickets))
  parts['xl/sharedStrings.xml'] = new Uint8Array(4 << 20).fill(32)

  assert.match(
    await refused('export.xlsx', zipSync(parts), { ratio: 200, ratioFrom: 1 << 20 }),
    /expands to more than 200 times/,
  )
})

test('a workbook with a sheet that is cut short is refused', async () => {
  const parts = unzipSync(await workbook(tickets))
  parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml']?.subarray(0, 300) ?? new Uint8Array()

  assert.match(await refused('export.xlsx', zipSync(parts)), /sheet1\.xml: the sheet is cut short/)
})

test('other Office files are refused by name', async () => {
  assert.match(
    await refused('report.docx', zipSync({ 'word/document.xml': new Uint8Array(5) })),
    /it is a Word document/,
  )
  assert.match(
    await refused('t.ods', zipSync({ mimetype: Buffer.from('application/x') })),
    /it is an OpenDocument file/,
  )
})

test('a time of day, a duration and a stamp just beside the second are text', () => {
  const epoch = Date.UTC(1899, 11, 30)

  assert.equal(cellText({ value: new Date(epoch + 43_200_000), numFmt: 'h:mm' }), '12:00:00')
  assert.equal(cellText({ value: new Date(epoch + 108_000_000), numFmt: '[h]:mm' }), '30:00:00')
  assert.equal(
    cellText({ value: new Date(Date.UTC(2024, 0, 5, 12) - 1), numFmt: 'yyyy-mm-dd hh:mm' }),
    '2024-01-05T12:00:00',
  )
  assert.equal(cellText({ value: 5, numFmt: '0.00 "days"' }), '5')
})
