import { type Placed, places, type TemplateGap } from './gap.ts'
import { linked, type OfficePackage, targetOf, textOf } from './office-package.ts'
import { attribute, unescaped } from './plain-xml.ts'
import { refused } from './refuse.ts'

/** One sheet of a workbook; hidden ones too. */
export type SheetPart = Readonly<{ name: string; part: string; element: string }>

/** A cell that a name stands for. */
export type NamedCell = Readonly<{ sheet: string; cell: string }>

/** Looks of cells that ours are given, by the number under which Excel knows them in every language. */
export const cellLooks = { title: 15, head: 18, input: 20 } as const
export type CellLook = keyof typeof cellLooks

/** How a template for Excel is used: its named cells, and the place of each cell style among its formats. */
export type WorkbookTemplate = Readonly<{
  sheets: readonly SheetPart[]
  cells: ReadonlyMap<keyof Placed, NamedCell>
  looks: ReadonlyMap<CellLook, number>
  gaps: readonly TemplateGap[]
}>

const lookNames: Readonly<Record<CellLook, { says: string; own: RegExp; instead: string }>> = {
  title: { says: 'Title', own: /^(document )?title$/i, instead: 'bold letters of 16 points' },
  head: { says: 'Heading 3', own: /^(table[ _-]?head(er)?|tabellenkopf|en-tête)$/i, instead: 'bold letters' },
  input: { says: 'Input', own: /^input$/i, instead: 'a light tint' },
}

/** Reads sheets, names and cell styles of a workbook, and names what it does not have. */
export function readWorkbookTemplate(pack: OfficePackage, main: string): WorkbookTemplate {
  const text = textOf(pack, main)
  if (!/<workbook\b/.test(text))
    throw refused('names the parts of Excel in a way of its own', 'Open it in Excel and save it anew.')
  const sheets = sheetsOf(pack, main)
  if (!sheets.some(({ part }) => /worksheet\+xml$/.test(pack.types.get(part) ?? '')))
    throw refused('has no sheet', 'Save it in Excel with at least one.')
  const [styles] = linked(pack, main, 'styles')
  if (!styles) throw refused('has no styles (xl/styles.xml)', 'Open it in Excel and save it anew.')
  const cells = cellsOf(text, sheets)
  const looks = looksOf(textOf(pack, styles.target))
  const gaps = [
    ...places
      .filter((place) => !cells.has(place))
      .map((place) => ({
        lacks: `Named range "${place}"`,
        instead: 'it stands on the first of our sheets only',
      })),
    ...(Object.keys(cellLooks) as CellLook[])
      .filter((look) => !looks.has(look))
      .map((look) => ({ lacks: `Cell style "${lookNames[look].says}"`, instead: lookNames[look].instead })),
    ...(linked(pack, main, 'theme').length > 0
      ? []
      : [{ lacks: 'Theme', instead: 'the colours of the common look' }]),
  ]
  return { sheets, cells, looks, gaps }
}

/** The sheets of a workbook, in their order. */
export function sheetsOf(pack: OfficePackage, main: string): readonly SheetPart[] {
  return [...textOf(pack, main).matchAll(/<sheet\b[^>]*>/g)].flatMap(([element]) => {
    const part = targetOf(pack, main, attribute(element, 'r:id') ?? '')
    return part === undefined ? [] : [{ name: attribute(element, 'name') ?? '', part, element }]
  })
}

/** Names are the same whatever their case, in Excel and here. */
function cellsOf(text: string, sheets: readonly SheetPart[]): ReadonlyMap<keyof Placed, NamedCell> {
  const found = new Map<keyof Placed, NamedCell>()
  for (const [element, said = ''] of text.matchAll(/<definedName\b[^>]*>([^<]*)<\/definedName>/g)) {
    const name = attribute(element, 'name')?.toLowerCase()
    const place = places.find((one) => one === name)
    const [, quoted, plain, column, row] =
      /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?[A-Z]{1,3}\$?\d{1,7})?$/.exec(
        unescaped(said),
      ) ?? []
    const sheet = quoted?.replaceAll("''", "'") ?? plain
    if (place === undefined || sheet === undefined || !sheets.some((one) => one.name === sheet)) continue
    if (!found.has(place)) found.set(place, { sheet, cell: `${column}${row}` })
  }
  return found
}

function looksOf(styles: string): ReadonlyMap<CellLook, number> {
  const named = [...styles.matchAll(/<cellStyle\b[^>]*>/g)].map(([element]) => ({
    name: attribute(element, 'name') ?? '',
    builtin: Number(attribute(element, 'builtinId') ?? Number.NaN),
    place: Number(attribute(element, 'xfId')),
  }))
  return new Map(
    (Object.keys(cellLooks) as CellLook[]).flatMap((look) => {
      const style =
        named.find(({ name, builtin }) => Number.isNaN(builtin) && lookNames[look].own.test(name)) ??
        named.find(({ builtin }) => builtin === cellLooks[look])
      return style ? [[look, style.place] as const] : []
    }),
  )
}
