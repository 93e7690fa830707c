import { readSheets as readSheetsOf, type Sheet } from './formats/sheet.ts'

/** Reads a table that people filled in, XLSX or CSV, small enough for memory, with the line of every row. */
export async function readSheets(path: string, shown: string, scratch: string): Promise<readonly Sheet[]> {
  return readSheetsOf(path, shown, scratch)
}
