import type { Actor } from '#access/actor.ts'
import { Refusal } from '#base/refusal.ts'
import type { Records } from '#db/records.ts'
import type { Register } from '#registers/definition.ts'
import { nameOf } from '#registers/import-plan.ts'
import type { Record } from '#registers/record.ts'
import { listRecords } from '#registers/record-list-store.ts'
import { readQuery } from '#registers/record-query.ts'
import { neighboursOf } from '#registers/record-store.ts'
import { csvLine, headsOf, rowOf, type TableCell } from '#registers/table.ts'
import { workbookOf } from '#registers/workbook.ts'

const atOnce = 500
const mostInWorkbook = 20_000
const mostInText = 100_000

type Asked = Readonly<{ sort: string | undefined; where: readonly string[]; search: string | undefined }>

/** A register as a file: what the list shows, whole. */
export async function exportRegister(
  records: Records,
  actor: Actor,
  register: Register,
  asked: Asked,
  format: 'csv' | 'xlsx',
): Promise<{ type: string; content: Buffer }> {
  const most = format === 'csv' ? mostInText : mostInWorkbook
  const rows = await allRows(records, actor, register, asked, most)
  if (format === 'csv') {
    const lines = [headsOf(register).map((text) => ({ text })), ...rows].map(csvLine)
    // The mark tells spreadsheets that it is UTF-8.
    return { type: 'text/csv; charset=utf-8', content: Buffer.from(`\ufeff${lines.join('')}`) }
  }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { type, content: await workbookOf(register, rows) }
}

function allRows(
  records: Records,
  actor: Actor,
  register: Register,
  asked: Asked,
  most: number,
): Promise<readonly (readonly TableCell[])[]> {
  return records.within(actor, async (tx) => {
    const rows: (readonly TableCell[])[] = []
    const wanted = readQuery(register, {
      ...asked,
      sort: asked.sort ?? 'number',
      cursor: undefined,
      limit: atOnce,
    })
    let after: { key: string; id: string } | undefined
    do {
      const found = await listRecords(tx, actor.organization, register.id, {
        ...wanted,
        limit: atOnce,
        after,
      })
      const names = await namesOf(found.map(({ record }) => record))
      rows.push(...found.map(({ record }) => rowOf(register, record, (id) => names.get(id) ?? '')))
      if (rows.length > most)
        throw new Refusal('invalid', `More than ${most} records: narrow the list down, or export as CSV.`)
      const last = found.length === atOnce ? found.at(-1) : undefined
      after = last && { key: last.key, id: last.record.id }
    } while (after)
    return rows

    async function namesOf(page: readonly Record[]): Promise<ReadonlyMap<string, string>> {
      const ids = page.map(({ id }) => id)
      const neighbours = await neighboursOf(tx, actor.organization, ids)
      return new Map([...neighbours.values()].flat().map((one) => [one.id, nameOf(one)]))
    }
  })
}
