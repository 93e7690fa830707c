import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import { cutCells } from '../../test/worlds/cut-cells.ts'
import { programmeSpeeches } from '../../test/worlds/languages.ts'
import { fullMatter, programmeFor, programmeOf } from '../../test/worlds/programme.ts'
import { printCaseBook, printRoadmapBook } from './write-workbooks.ts'

const books = [
  [printRoadmapBook, 'implementation-roadmap'],
  [printCaseBook, 'business-case'],
] as const

for (const [print, document] of books)
  for (const [name, speech] of programmeSpeeches(document))
    test(`no head, label or text of the ${document} workbook is cut in ${name}`, async () => {
      assert.deepEqual(await cutCells(await print(programmeOf(fullMatter, speech))), [])
    })

test('a narrow column and a low row of heads are found: the measuring is no decoration', async () => {
  const workbook = new Workbook()
  await workbook.xlsx.load(
    Buffer.from(await printRoadmapBook(programmeFor('implementation-roadmap', fullMatter))),
  )
  const tasks = workbook.getWorksheet('Tasks')
  assert.ok(tasks)
  tasks.getColumn(4).width = 6
  tasks.getRow(1).height = 10
  const cut = await cutCells(new Uint8Array(await workbook.xlsx.writeBuffer()))

  assert.ok(cut.some((cell) => cell.startsWith('Tasks D2: ')))
  assert.ok(cut.some((cell) => cell.startsWith('Tasks A1: ') || cell.startsWith('Tasks D1: ')))
})
