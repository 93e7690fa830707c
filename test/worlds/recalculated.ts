import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The value of a cell by sheet and address, such as Tasks and M2. Days are ISO days. */
export type Values = (sheet: string, cell: string) => string | number | undefined

/** Whether LibreOffice with its spreadsheet is here; the reason to leave a test out where it is not. */
export function whyNoOffice(): string | false {
  const { status } = spawnSync('soffice', ['--version'])
  if (status !== 0) return 'LibreOffice is not installed'
  return canCalculate() ? false : 'LibreOffice is installed without its spreadsheet'
}

function canCalculate(): boolean {
  const found = spawnSync('sh', ['-c', 'ls "$(dirname "$(readlink -f "$(command -v soffice)")")"/libsclo.so'])
  return found.status === 0
}

/** The values of a workbook after LibreOffice has computed every formula anew: what the file says they are is taken out first. */
export async function recalculate(bytes: Uint8Array): Promise<Values> {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-office-'))
  try {
    writeFileSync(join(folder, 'given.xlsx'), withoutValues(bytes))
    const done = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'made'),
        join(folder, 'given.xlsx'),
      ],
      { timeout: 180_000 },
    )
    if (done.status !== 0) throw new Error(`LibreOffice ended with ${done.status}: ${done.stderr}`)
    return await valuesOf(readFileSync(join(folder, 'made', 'given.xlsx')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The values as they stand in a file. */
export async function valuesOf(bytes: Uint8Array): Promise<Values> {
  const workbook = new Workbook()
  await workbook.xlsx.load(Buffer.from(bytes))
  return (sheet, cell) => {
    const found = workbook.getWorksheet(sheet)?.getCell(cell).value
    return plain(typeof found === 'object' && found !== null && 'result' in found ? found.result : found)
  }
}

function plain(value: unknown): string | number | undefined {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && 'error' in value) return String(value.error)
  return undefined
}

/** Formulas without what they came to. */
function withoutValues(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) return [name, part] as const
    const bare = strFromU8(part).replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1')
    return [name, strToU8(bare)] as const
  })
  return zipSync(Object.fromEntries(parts))
}
