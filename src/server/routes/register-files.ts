import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type ImportView, registerFilesApi } from '#api/register-files.ts'
import type { Fate } from '#registers/import-plan.ts'
import { applyImport, countFates, demandImport, type Import, previewImport } from '#registers/import-store.ts'
import { openRegister } from '#registers/registers.ts'
import type { Handlers } from '../call.ts'
import { sendFile } from '../download.ts'
import { exportRegister } from '../register-export.ts'
import { readTable } from '../register-table.ts'
import { receiveFile } from '../upload.ts'

/** In bytes: some ten thousand rows. */
const largest = 10_000_000
const firstRows = 100

const handlers: Handlers<typeof registerFilesApi> = {
  'GET /api/organizations/:organization/registers/:register/export': async ({
    world,
    actor,
    params,
    query,
    reply,
  }) => {
    const { register } = openRegister(actor, params.register)
    const asked = { sort: query.sort, where: [query.where ?? []].flat(), search: query.search }
    const name = `${register.id}-${world.now().toISOString().slice(0, 10)}.${query.format}`
    const made = await exportRegister(world.records, actor, register, asked, query.format)
    await sendFile(reply, { name, type: made.type }, made.content)
    return undefined
  },
  'POST /api/organizations/:organization/registers/:register/imports': async ({
    world,
    actor,
    params,
    request,
  }) => {
    const known = openRegister(actor, params.register)
    const scratch = join(world.folder, 'uploads', crypto.randomUUID())
    try {
      const upload = await receiveFile(request, largest)
      const { file, rows } = await readTable(scratch, upload, known.register)
      return await world.records.within(actor, async (tx) =>
        view(await previewImport(tx, actor, known, { file, rows, now: world.now() }), { limit: firstRows }),
      )
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
  },
  'GET /api/organizations/:organization/registers/:register/imports/:import': ({
    world,
    actor,
    params,
    query,
  }) =>
    world.records.within(actor, async (tx) =>
      view(await demandImport(tx, actor, openRegister(actor, params.register), params.import), query),
    ),
  'POST /api/organizations/:organization/registers/:register/imports/:import/application': ({
    world,
    actor,
    params,
  }) =>
    world.records.within(actor, async (tx) =>
      view(await applyImport(tx, actor, openRegister(actor, params.register), params.import, world.now()), {
        limit: firstRows,
      }),
    ),
}

export const registerFiles = { endpoints: registerFilesApi, handlers }

/** The rows stay in the order of the file; a cursor is the line after which the page begins. */
function view(
  found: Import,
  {
    limit,
    cursor,
    fate,
    search = '',
  }: Readonly<{
    limit: number
    cursor?: string | undefined
    fate?: string | undefined
    search?: string | undefined
  }>,
): ImportView {
  const after = Number(cursor ?? 0)
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const rows = found.plan.rows.filter(
    (row) => row.line > after && (fate === undefined || row.fate === fate) && holdsAll(row, words),
  )
  const items = rows.slice(0, limit).map(({ line, fate: what, number, label, reason, changes }) => ({
    line,
    fate: what,
    number,
    label,
    reason,
    changes: [...changes],
  }))
  const last = rows.length > limit ? items.at(-1) : undefined
  return {
    id: found.id,
    register: found.register,
    file: found.file,
    counts: countFates(found.plan),
    used: [...found.plan.used],
    ignored: [...found.plan.ignored],
    expiresAt: found.expiresAt.toISOString(),
    ...(found.appliedAt ? { appliedAt: found.appliedAt.toISOString() } : {}),
    items,
    ...(last ? { next: String(last.line) } : {}),
  }
}

/** Whether every word occurs in what a row says. */
function holdsAll({ line, number, label, reason, changes }: Fate, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const said = [
    String(line),
    number,
    label,
    reason,
    ...changes.flatMap((one) => [one.label, one.before, one.after]),
  ]
  const text = said.join(' ').toLocaleLowerCase()
  return words.every((word) => text.includes(word))
}
