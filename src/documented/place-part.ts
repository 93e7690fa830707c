import type { Shown } from '#deliver/word.ts'
import type { Cell, Data, Row } from './cell.ts'
import type { Placed, PlacedTable } from './document.ts'
import type { Speaker } from './speaker.ts'
import type { Part } from './template.ts'

/** What a part comes to: what stands on the page, and what is missing. */
export type PlacedPart = Readonly<{ placed: readonly Placed[]; lacks: readonly string[] }>

/** From which data parts are filled, and who says them. without: what is said where the document has no subject yet. */
export type Filling = Readonly<{ data: Data; speaker: Speaker; without: string | undefined }>

type Of<Name extends string> = Extract<Part, Readonly<Record<Name, unknown>>>

/** Fills one part of a section; what was not recorded stands there as a gap and is listed as missing. */
export function placePart(part: Part, filling: Filling): PlacedPart {
  if ('text' in part) return placeText(part, filling)
  if ('points' in part) return placed({ is: 'points', says: part.points.map((key) => sayWith(key, filling)) })
  if ('table' in part) return placeTable(part, filling)
  if ('group' in part) return placeGroups(part, filling)
  if ('values' in part) return placeValues(part, filling)
  if ('words' in part) return placeWords(part, filling)
  if ('fill' in part) return gap(sayWith(part.fill, filling), filling, 'missing.fill')
  return placed(signTable(part.sign, filling.speaker))
}

function placed(...all: readonly Placed[]): PlacedPart {
  return { placed: all, lacks: [] }
}

/** A gap where it belongs, and the same words in the list of what is missing. */
function gap(says: string, { speaker }: Filling, key = 'missing.here'): PlacedPart {
  return { placed: [{ is: 'gap', says: speaker.say(key, { what: says }) }], lacks: [says] }
}

function placeText({ text, lack }: Of<'text'>, filling: Filling): PlacedPart {
  const says = sayWith(text, filling, lack !== undefined)
  if (says !== undefined) return placed({ is: 'text', says })
  return gap(sayWith(lack ?? 'missing.value', filling), filling)
}

function sayWith(key: string, filling: Filling): string
function sayWith(key: string, filling: Filling, mayLack: boolean): string | undefined
/** A sentence with its places filled from the values; undefined where one of them is not recorded. */
function sayWith(key: string, { data, speaker }: Filling, mayLack = false): string | undefined {
  const told = [...data.values]
    .filter(([name]) => !name.includes('.'))
    .map(([name, value]) => [name, speaker.tell(value)] as const)
  const absent = told.some(
    ([name, value]) => value === undefined && speaker.say(key, spaces(told)).includes(mark(name)),
  )
  if (mayLack && absent) return undefined
  return speaker.say(key, Object.fromEntries(told.map(([name, value]) => [name, value ?? '–'])))
}

/** Each place with a mark that no text holds, so that it is seen whether a sentence has the place. */
function spaces(told: readonly (readonly [string, unknown])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(told.map(([name]) => [name, mark(name)]))
}

function mark(name: string): string {
  return `\u0000${name}\u0000`
}

function placeTable(part: Of<'table'>, filling: Filling): PlacedPart {
  const all = filling.data.tables.get(part.table) ?? []
  const rows = all.filter((row) => fits(row, part.where))
  if (rows.length > 0) return tableOf(part, { name: part.table, rows }, filling)
  // Where a register holds nothing at all, nothing can be said of some of its records.
  if (all.length === 0 && part.where) return gap(nothingIn(part.table, filling.speaker), filling)
  return placeSilence(part, part.table, filling)
}

/** Whether a row holds one of the words that are asked for. */
function fits(row: Row, where: Of<'table'>['where']): boolean {
  return Object.entries(where ?? {}).every(([name, words]) => words.includes(plainOf(row[name])))
}

function plainOf(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return 'word' in cell ? cell.word : ''
  return String(cell)
}

/** That nothing was recorded: an answer where the document has a subject and nothing is one, a gap everywhere else. */
function placeSilence(
  { empty, lack }: Readonly<{ empty?: string | undefined; lack?: string | undefined }>,
  name: string,
  filling: Filling,
): PlacedPart {
  const { speaker, without } = filling
  if (without !== undefined) return gap(speaker.say(without), filling)
  if (empty !== undefined) return placed({ is: 'text', says: sayWith(empty, filling) })
  if (lack !== undefined) return gap(sayWith(lack, filling), filling)
  return gap(nothingIn(name, speaker), filling)
}

/** That a table is empty: in its own words, or by the name of its register. */
function nothingIn(name: string, speaker: Speaker): string {
  if (speaker.knows(`none.${name}`)) return speaker.say(`none.${name}`)
  return speaker.say('missing.register', { register: speaker.say(`register.${name}`) })
}

type Tabled = Pick<Of<'table'>, 'caption' | 'columns' | 'needs'>

/** A table with its open cells marked, and what they lack by column. */
function tableOf(
  { caption, columns, needs }: Tabled,
  { name, rows }: Readonly<{ name: string; rows: readonly Row[] }>,
  { speaker }: Filling,
): PlacedPart {
  const names = Object.keys(columns)
  const head = (column: string) => headOf(name, column, speaker)
  const table: PlacedTable = {
    is: 'table',
    caption: speaker.say(`caption.${caption}`),
    heads: names.map(head),
    widths: Object.values(columns),
    rows: rows.map((row) => names.map((column) => shown(row[column], needs.includes(column), speaker))),
  }
  const lacks = needs.flatMap((column) => {
    const open = rows.filter((row) => row[column] === undefined)
    if (open.length === 0) return []
    const records = firstNames(open, names, speaker)
    return [speaker.say('missing.cells', { column: head(column), records })]
  })
  return { placed: [table], lacks }
}

/** A value, a quiet word where it is needed and was not recorded, or a dash. */
function shown(cell: Cell | undefined, isNeeded: boolean, speaker: Speaker): Shown {
  return speaker.tell(cell) ?? (isNeeded ? { quiet: speaker.say('missing.cell') } : '–')
}

const mostNamed = 6

/** The rows that lack something, by their numbers or first cells; of many the first. */
function firstNames(rows: readonly Row[], columns: readonly string[], speaker: Speaker): string {
  const names = rows.map((row) => speaker.tell(row.number ?? row[columns[0] ?? '']) ?? '–')
  const more = names.length - mostNamed
  if (more <= 0) return names.join(', ')
  return speaker.say('missing.more', { names: names.slice(0, mostNamed).join(', '), count: String(more) })
}

/** What a column is called: by the table where it has its own word, else as everywhere. */
function headOf(table: string, column: string, speaker: Speaker): string {
  const plain = column.replaceAll('_', '-')
  const own = `head.${table.replaceAll(/[._]/g, '-')}.${plain}`
  return speaker.say(speaker.knows(own) ? own : `head.${plain}`)
}

function placeGroups(part: Of<'group'>, filling: Filling): PlacedPart {
  const { data, speaker } = filling
  const groups = data.groups.get(part.group) ?? []
  if (groups.length === 0) return placeSilence(part, part.group, filling)
  const parts = groups.map(({ title, says, rows }): PlacedPart => {
    const heading = { is: 'heading', level: 2, says: speaker.tell(title) ?? '' } as const
    const words = says.map((cell) => ({ is: 'text', says: speaker.tell(cell) ?? '' }) as const)
    const table =
      rows.length === 0 ? { placed: [], lacks: [] } : tableOf(part, { name: part.group, rows }, filling)
    return { placed: [heading, ...words, ...table.placed], lacks: table.lacks }
  })
  return { placed: parts.flatMap((one) => one.placed), lacks: parts.flatMap((one) => one.lacks) }
}

/** Single values, one a line: what it is, and what was recorded. */
function placeValues({ values, caption, needs, lack }: Of<'values'>, filling: Filling): PlacedPart {
  const { data, speaker } = filling
  if (lack !== undefined && values.every((name) => data.values.get(name) === undefined))
    return placeSilence({ lack }, '', filling)
  const lines = values.map((name) => {
    const [table = '', column = ''] = name.split('.')
    const says = shown(data.values.get(name), needs.includes(name), speaker)
    return { says, head: headOf(table, column, speaker) }
  })
  return {
    placed: [
      {
        is: 'table',
        caption: speaker.say(`caption.${caption}`),
        heads: [speaker.say('head.what'), speaker.say('head.recorded')],
        widths: [2.4, 5.6],
        rows: lines.map(({ head, says }) => [head, says]),
      },
    ],
    lacks: lines
      .filter(({ says }) => typeof says !== 'string')
      .map(({ head }) => speaker.say('missing.field', { field: head })),
  }
}

function placeWords(part: Of<'words'>, filling: Filling): PlacedPart {
  const says = filling.speaker.tell(filling.data.values.get(part.words))
  if (says === undefined) return placeSilence(part, part.words.replace('.', '-'), filling)
  return placed(...says.split(/\n+/).map((line) => ({ is: 'text', says: line }) as const))
}

/** Lines to sign on: for whom, and room for name, day and signature. */
function signTable(keys: readonly string[], speaker: Speaker): PlacedTable {
  return {
    is: 'table',
    caption: speaker.say('caption.sign'),
    isToSign: true,
    heads: ['head.signs', 'head.name', 'head.day', 'head.signature'].map((key) => speaker.say(key)),
    widths: [2.4, 2.2, 1.2, 2.2],
    rows: keys.map((key) => [speaker.say(key), ' ', ' ', ' ']),
  }
}
