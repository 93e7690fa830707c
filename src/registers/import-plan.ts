import type { Actor } from '#access/actor.ts'
import { Refusal } from '#base/refusal.ts'
import { cellOf, linesOf, type NameRecord, readCell } from './cell.ts'
import type { Data, Field, Known, Register } from './definition.ts'
import { fold } from './keys.ts'
import { readData } from './read-data.ts'
import { isSame, labelOf, linksIn, missingFor, type Record, whyNot } from './record.ts'
import { fieldOf } from './registers.ts'
import { type FoundRow, type Named, type Row, RowFinder, type Situation } from './row-finder.ts'
import { numberHead, stateHead } from './table.ts'

/** The rows of a file as texts, each with the line it stands on. */
export type Rows = readonly Readonly<{ line: number; cells: readonly string[] }>[]

/** What one field of a row would become, in the words of a cell. */
export type CellChange = Readonly<{ field: string; label: string; before: string; after: string }>

/** What will happen to one row; refused rows are left out and say why. */
export type Fate = Readonly<{
  line: number
  fate: 'new' | 'changed' | 'unchanged' | 'refused'
  id: string | undefined
  number: string | undefined
  label: string
  reason: string | undefined
  changes: readonly CellChange[]
  /** What is written when the import is applied: only of new and changed rows. */
  write: Readonly<{ version: number; state: string; data: Data }> | undefined
}>

/** A whole import, decided before anything is written. */
export type Plan = Readonly<{ used: readonly string[]; ignored: readonly string[]; rows: readonly Fate[] }>

/** Decides the fate of every row below the head of a table. */
export function planImport(rows: Rows, situation: Situation): Plan {
  const { register } = situation.known
  const [head, ...body] = rows
  const columns = readHead(register, head?.cells ?? [])
  const used = columns.filter((column) => column !== undefined)
  if (!used.includes(numberHead) && !used.includes(register.label))
    throw new Refusal(
      'invalid',
      `No column is called ${numberHead} or ${fieldOf(register, register.label)?.label}, so that rows cannot be told apart. Export the register to see the columns.`,
    )
  const finder = new RowFinder(situation)
  const cells = body.map(({ line, cells: texts }) => ({
    line,
    cells: new Map(
      columns.flatMap((column, at) => (column ? [[column, (texts[at] ?? '').trim()] as const] : [])),
    ),
  }))
  const found = cells
    .filter((row) => [...row.cells.values()].some((text) => text !== ''))
    .map((row) => finder.find(row))
  const fates = found.map((row) => decide(row, finder, situation))
  return {
    used: used.map((name) => fieldOf(register, name)?.label ?? name),
    ignored: (head?.cells ?? []).filter((text, at) => text.trim() !== '' && columns[at] === undefined),
    rows: withoutLoose(fates, situation),
  }
}

/** Which column holds what: Number, State, or the name of a field; computed fields are computed and not read. */
function readHead(register: Register, heads: readonly string[]): readonly (string | undefined)[] {
  const names = new Map<string, string>([
    [fold(numberHead), numberHead],
    [fold(stateHead), stateHead],
    ...register.fields
      .filter(({ computed }) => !computed)
      .flatMap(({ name, label }) => [[fold(name), name] as const, [fold(label), name] as const]),
  ])
  const taken = new Set<string>()
  return heads.map((head) => {
    const name = names.get(fold(head.trim()))
    if (name === undefined || taken.has(name)) return undefined
    taken.add(name)
    return name
  })
}

function decide(row: FoundRow, finder: RowFinder, { known, actor, named }: Situation): Fate {
  const { old, line, id } = row
  const label = row.cells.get(known.register.label) || old?.label || ''
  const about = { line, id: old?.id ?? id, number: old?.number, label }
  const refused = (reason: string): Fate => ({
    ...about,
    fate: 'refused',
    reason,
    changes: [],
    write: undefined,
  })
  if (row.wrong) return refused(row.wrong)
  const given = readRow(row, finder, known.register)
  if (given.faults.length > 0) return refused(given.faults.join(' '))
  const state = stateFor(known, old, row.cells.get(stateHead) ?? '')
  const read = readData(known, { ...old?.data, ...given.data }, state)
  if (!read.data)
    return refused(
      read.faults
        .map(({ field, message }) => `${fieldOf(known.register, field)?.label ?? field}: ${message}.`)
        .join(' '),
    )
  const blocked = blockedMove(known, old, state, read.data, actor)
  if (blocked) return refused(blocked)
  const names = namer(known.register, named)
  const changes = changesOf(known.register, old, { state, data: read.data }, names)
  if (old && changes.length === 0)
    return { ...about, fate: 'unchanged', reason: undefined, changes, write: undefined }
  const write = { version: old?.version ?? 0, state, data: read.data }
  return {
    ...about,
    label: labelOf(known, read.data),
    fate: old ? 'changed' : 'new',
    reason: undefined,
    changes,
    write,
  }
}

function readRow(row: Row, finder: RowFinder, register: Register): { data: Data; faults: readonly string[] } {
  const data: { [name: string]: unknown } = {}
  const faults: string[] = []
  for (const [name, text] of row.cells) {
    const field = fieldOf(register, name)
    if (!field) continue
    const read = field.kind === 'link' ? readLinks(field, text, finder) : readCell(field, text)
    if ('wrong' in read) faults.push(`${field.label}: ${read.wrong}.`)
    else data[name] = read.value
  }
  return { data, faults }
}

function readLinks(field: Field, text: string, finder: RowFinder): { value: unknown } | { wrong: string } {
  const found = linesOf(text).map((line) => finder.resolve(field.into ?? '', line))
  const wrong = found.find((one) => 'wrong' in one)
  if (wrong && 'wrong' in wrong) return wrong
  const ids = found.flatMap((one) => ('id' in one ? [one.id] : []))
  if (field.many) return { value: ids }
  return ids.length > 1 ? { wrong: 'names several records, and holds one' } : { value: ids[0] }
}

function stateFor({ register }: Known, old: Record | undefined, text: string): string {
  if (text === '') return old?.state ?? register.states[0] ?? ''
  return register.states.find((state) => fold(state) === fold(text)) ?? text
}

/** Why a row cannot take its record to the state it names. */
function blockedMove(
  known: Known,
  old: Record | undefined,
  state: string,
  data: Data,
  actor: Actor,
): string | undefined {
  const { register } = known
  if (!register.states.includes(state))
    return `${stateHead}: "${state}" is no state here. States are: ${register.states.join(', ')}.`
  if (!old || old.state === state) return undefined
  const move = register.moves.find(({ from, to }) => from === old.state && to === state)
  if (!move) return `${stateHead}: it is ${old.state} and cannot become ${state} in one step.`
  if (move.asksReason) return `${stateHead}: "${move.says}" asks for a reason. Do it by hand.`
  if (move.pointedAtBy.length > 0)
    return `${stateHead}: "${move.says}" looks at other records as well. Do it by hand.`
  return whyNot(move, missingFor(known, move, data, []), actor)
}

function namer(register: Register, named: Situation['named']): NameRecord {
  const names = new Map(
    register.fields.flatMap(({ into }) =>
      (named.get(into ?? '') ?? []).map((one) => [one.id, nameOf(one)] as const),
    ),
  )
  return (id) => names.get(id) ?? 'a new record of this file'
}

/** How a record is named in a cell, such as SVC-3 Web shop. */
export function nameOf({ number, label }: Pick<Named, 'number' | 'label'>): string {
  return `${number} ${label}`.trim()
}

function changesOf(
  register: Register,
  old: Record | undefined,
  now: Readonly<{ state: string; data: Data }>,
  names: NameRecord,
): readonly CellChange[] {
  const state = { field: 'state', label: stateHead, before: old?.state ?? '', after: now.state }
  const fields = register.fields
    .filter(({ name }) => !isSame(old?.data[name], now.data[name]))
    .map((field) => ({
      field: field.name,
      label: field.label,
      before: cellOf(field, old?.data[field.name], names),
      after: cellOf(field, now.data[field.name], names),
    }))
  return state.before === state.after ? fields : [state, ...fields]
}

/** A row that points at a new row which is refused cannot be written either, and so on. */
function withoutLoose(fates: readonly Fate[], { known, existing }: Situation): readonly Fate[] {
  const there = new Set(existing.map(({ id }) => id))
  let rows = fates
  for (;;) {
    const kept = new Set(rows.filter(({ write }) => write).map(({ id }) => id))
    const isLoose = (fate: Fate) =>
      fate.write !== undefined &&
      linksIn(known, fate.write.data).some(
        ({ into, id }) => into === known.register.id && !there.has(id) && !kept.has(id),
      )
    if (!rows.some(isLoose)) return rows
    rows = rows.map((fate) => (isLoose(fate) ? loose(fate) : fate))
  }
}

function loose(fate: Fate): Fate {
  const reason = 'It points at a row of this file that is refused. Mend that row first.'
  return { ...fate, fate: 'refused', reason, changes: [], write: undefined }
}
