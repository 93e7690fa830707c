import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import { LIMITS, type Limits } from './limits.ts'
import { stageWithin } from './stage.ts'
import type { StagedTable, Staging } from './staged.ts'

const base = mkdtempSync(join(tmpdir(), 'formats-'))
process.on('exit', () => rmSync(base, { recursive: true, force: true }))

/** For tests: an empty folder that goes away with the process. */
export function freshFolder(): string {
  return mkdtempSync(join(base, 'trial-'))
}

/** For tests: a file made of the given bytes, in a folder of its own, with an empty folder to stage into. */
export function given(name: string, bytes: string | Uint8Array): { path: string; into: string } {
  const folder = freshFolder()
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return { path, into: join(folder, 'into') }
}

/** For tests: stages a file made of the given bytes. */
export async function staged(
  name: string,
  bytes: string | Uint8Array,
  limits: Partial<Limits> = {},
): Promise<Staging> {
  const { path, into } = given(name, bytes)
  return stageWithin(path, into, { limits: { ...LIMITS, ...limits } })
}

/** For tests: what the refusal of a file says; fails when it is not refused or leaves something behind. */
export async function refused(
  name: string,
  bytes: string | Uint8Array,
  limits: Partial<Limits> = {},
): Promise<string> {
  const { path, into } = given(name, bytes)
  return refusedAt(path, into, limits)
}

/** For tests: as `refused`, about a file that is there or is missing. */
export async function refusedAt(path: string, into: string, limits: Partial<Limits> = {}): Promise<string> {
  const error: unknown = await stageWithin(path, into, { limits: { ...LIMITS, ...limits } }).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof Refusal, `not refused: ${error}`)
  assert.equal(error.code, 'invalid')
  assert.deepEqual(existsSync(into) ? readdirSync(into) : [], [])
  return error.message
}

/** For tests: the table of that name, or the only one. */
export function tableOf({ tables }: Staging, name?: string): StagedTable {
  const table = name === undefined ? tables[0] : tables.find((one) => one.name === name)
  assert.ok(table, `no table ${name} among ${tables.map((one) => one.name)}`)
  return table
}

/** For tests: the rows of a table staged as NDJSON. */
export function rowsOf(staging: Staging, name?: string): Record<string, string>[] {
  const { load } = tableOf(staging, name)
  assert.equal(load.kind, 'ndjson')
  const lines = readFileSync(load.path, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Record<string, string>)
}

/** For tests: the codes of all problems, with the line where one is known. */
export function codesOf({ problems }: Staging): string[] {
  return problems.map(({ code, where }) => (where.line === undefined ? code : `${code}:${where.line}`))
}
