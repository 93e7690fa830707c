import { type MergedStyles, mergeStyles } from './cell-formats.ts'
import { takeProperties } from './dress-deck.ts'
import type { Placed } from './gap.ts'
import { addLink, copyPart, linked, type OfficePackage, putText, textOf } from './office-package.ts'
import { attribute, escapedText, escapedValue, unescaped } from './plain-xml.ts'
import { bookColours, inTheme } from './slide-colours.ts'
import { type SheetPart, sheetsOf, type WorkbookTemplate } from './workbook-template.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

type Book = Readonly<{ ours: OfficePackage; theirs: OfficePackage; main: string; template: WorkbookTemplate }>

/** Our sheets behind those of a template, in its face and cell styles; what the document is stands in its named cells. */
export function dressWorkbook({ ours, theirs, main, template }: Book, placed: Placed): void {
  const source = linked(ours, '', 'officeDocument')[0]?.target ?? ''
  const own = sheetsOf(ours, source)
  const kept = keptSheets(theirs, template)
  const renamed = renameClashing(theirs, kept, own)
  fillCells(theirs, template, placed)
  const styles = linked(theirs, main, 'styles')[0]?.target ?? ''
  const merged = mergeStyles(
    textOf(theirs, styles),
    textOf(ours, linked(ours, source, 'styles')[0]?.target ?? ''),
    template.looks,
  )
  putText(theirs, styles, merged.text)
  const firstText = mergeTexts({ ours, theirs, main }, source)
  const colours = bookColours(theirs, linked(theirs, main, 'theme')[0]?.target)
  const known = new Map<string, string>()
  const added = own.map((sheet) => {
    putText(ours, sheet.part, dressedSheet(textOf(ours, sheet.part), { ...merged, firstText }))
    for (const drawing of linked(ours, sheet.part, 'drawing'))
      for (const { target } of linked(ours, drawing.target, 'chart'))
        putText(ours, target, inTheme(textOf(ours, target), colours))
    return { sheet, id: addLink(theirs, main, 'worksheet', copyPart(theirs, ours, sheet.part, known)) }
  })
  writeBook({ theirs, main, kept: renamed, all: template.sheets }, added, namesOf(textOf(ours, source)))
  takeProperties(ours, theirs)
}

/** Sheets of the template that say something, or that a name leads to. */
function keptSheets(theirs: OfficePackage, { sheets, cells }: WorkbookTemplate): readonly SheetPart[] {
  const named = new Set([...cells.values()].map(({ sheet }) => sheet))
  return sheets.filter(({ name, part }) => {
    const text = textOf(theirs, part)
    return named.has(name) || /<v>|<is>|<drawing\b/.test(text)
  })
}

type Renamed = SheetPart & Readonly<{ now: string }>

/** A sheet of the template that is called like one of ours gets another name, and what refers to it follows. */
function renameClashing(
  theirs: OfficePackage,
  kept: readonly SheetPart[],
  own: readonly SheetPart[],
): readonly Renamed[] {
  const taken = new Set([...own, ...kept].map(({ name }) => name.toLowerCase()))
  const isOurs = new Set(own.map(({ name }) => name.toLowerCase()))
  return kept.map((sheet) => {
    if (!isOurs.has(sheet.name.toLowerCase())) return { ...sheet, now: sheet.name }
    let number = 2
    const wished = () => `${sheet.name.slice(0, 26)} ${number}`
    while (taken.has(wished().toLowerCase())) number += 1
    const now = wished()
    taken.add(now.toLowerCase())
    for (const part of theirs.parts.keys())
      if (/^xl\/.*\.xml$/.test(part))
        putText(theirs, part, withReference(textOf(theirs, part), sheet.name, now))
    return { ...sheet, now }
  })
}

function withReference(text: string, before: string, now: string): string {
  const quoted = (name: string) => `'${name.replaceAll("'", "''")}'!`
  return text.replaceAll(
    /(<(?:\w+:)?(?:f|definedName|formula[12]?)(?:\s[^>]*)?>)([^<]*)</g,
    (_, open: string, formula: string) => {
      const plain = unescaped(formula)
      const changed = plain
        .replaceAll(quoted(before), quoted(now))
        .split(/(?<![\w.'\]])(?=[\p{L}_])/u)
        .map((piece) =>
          piece.startsWith(`${before}!`) ? quoted(now) + piece.slice(before.length + 1) : piece,
        )
        .join('')
      return `${open}${escapedText(changed)}<`
    },
  )
}

/** Writes texts into named cells, as text whatever they begin with. */
function fillCells(theirs: OfficePackage, { sheets, cells }: WorkbookTemplate, placed: Placed): void {
  for (const [place, { sheet, cell }] of cells) {
    const part = sheets.find(({ name }) => name === sheet)?.part
    if (part !== undefined) putText(theirs, part, withCell(textOf(theirs, part), cell, placed[place]))
  }
}

/** A sheet with a text in one of its cells; the format of the cell stays. */
function withCell(text: string, cell: string, said: string): string {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  const written = (format: string | undefined) =>
    `<c r="${cell}"${format === undefined ? '' : ` s="${format}"`} t="inlineStr"><is><t>${escapedText(said)}</t></is></c>`
  let isDone = false
  const rows = text.replaceAll(/<row\b(?:[^>]*\/>|.*?<\/row>)/gs, (element) => {
    if (attribute(element, 'r') !== row) return element
    isDone = true
    const head = element.slice(0, element.indexOf('>') + 1).replace('/>', '>')
    const found = [...element.slice(element.indexOf('>') + 1).matchAll(/<c\b(?:[^>]*\/>|.*?<\/c>)/gs)].map(
      ([one]) => one,
    )
    const others = found.filter((one) => attribute(one, 'r') !== cell)
    const format = found
      .map((one) => (attribute(one, 'r') === cell ? attribute(one, 's') : undefined))
      .find(Boolean)
    const all = [...others, written(format)].toSorted((a, b) => columnOf(a) - columnOf(b))
    return `${head}${all.join('')}</row>`
  })
  if (isDone) return rows
  const added = `<row r="${row}">${written(undefined)}</row>`
  const data = text.replace('<sheetData/>', '<sheetData></sheetData>')
  const later = [...data.matchAll(/<row\b[^>]*>/g)].find(
    ([element]) => Number(attribute(element, 'r')) > Number(row),
  )
  const at = later?.index ?? data.indexOf('</sheetData>')
  return column === '' ? text : `${data.slice(0, at)}${added}${data.slice(at)}`
}

function columnOf(cell: string): number {
  const letters = /^[A-Z]+/.exec(attribute(cell, 'r') ?? '')?.[0] ?? ''
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Our texts behind those of the template; gives the place of our first. */
function mergeTexts({ ours, theirs, main }: Omit<Book, 'template'>, source: string): number {
  const own = linked(ours, source, 'sharedStrings')[0]?.target
  if (own === undefined) return 0
  const place = linked(theirs, main, 'sharedStrings')[0]?.target
  if (place === undefined) {
    addLink(theirs, main, 'sharedStrings', copyPart(theirs, ours, own, new Map()))
    return 0
  }
  const [text, added] = [textOf(theirs, place), textOf(ours, own)]
  const items = (all: string) => [...all.matchAll(/<si\b(?:[^>]*\/>|.*?<\/si>)/gs)].map(([item]) => item)
  const [had, more] = [items(text), items(added)]
  const [root = '<sst>'] = /<sst\b[^>]*>/.exec(text) ?? []
  const plain = root.replace('/>', '>').replaceAll(/ (?:count|uniqueCount)="\d+"/g, '')
  putText(
    theirs,
    place,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${plain}${[...had, ...more].join('')}</sst>`,
  )
  return had.length
}

type Moved = Omit<MergedStyles, 'text'> & Readonly<{ firstText: number }>

/** A sheet of ours whose formats and texts stand where they stand now. */
function dressedSheet(
  text: string,
  { formats, firstDifference, firstText, titles, titleHeight }: Moved,
): string {
  const styled = (head: string) =>
    head.replace(/ s="(\d+)"/, (_, format: string) => ` s="${formats[Number(format)] ?? 0}"`)
  const hasTitle = (row: string) =>
    [...row.matchAll(/ s="(\d+)"/g)].some(([, format]) => titles.has(Number(format)))
  return text
    .replaceAll(/<row\b[^>]*>.*?<\/row>/gs, (row) =>
      hasTitle(row)
        ? row.replace(/<row\b[^>]*>/, (head) =>
            head
              .replaceAll(/ (?:ht|customHeight)="[^"]*"/g, '')
              .replace('<row', `<row ht="${titleHeight}" customHeight="1"`),
          )
        : row,
    )
    .replaceAll(/<row\b[^>]*>/g, styled)
    .replaceAll(/<col\b[^>]*>/g, (column) =>
      column.replace(/ style="(\d+)"/, (_, format: string) => ` style="${formats[Number(format)] ?? 0}"`),
    )
    .replaceAll(/<c\b(?:[^>]*\/>|.*?<\/c>)/gs, (cell) => {
      const head = cell.slice(0, cell.indexOf('>') + 1)
      const hasFormat = / s="\d+"/.test(head)
      const formatted = hasFormat ? styled(head) : head.replace(/^<c/, `<c s="${formats[0] ?? 0}"`)
      const rest = cell.slice(head.length)
      const shared = / t="s"/.test(head)
        ? rest.replace(/<v>(\d+)<\/v>/, (_, at: string) => `<v>${Number(at) + firstText}</v>`)
        : rest
      return formatted + shared
    })
    .replaceAll(
      /( dxfId=")(\d+)"/g,
      (_, before: string, id: string) => `${before}${Number(id) + firstDifference}"`,
    )
    .replaceAll(' tabSelected="1"', '')
}

type Written = Readonly<{
  theirs: OfficePackage
  main: string
  kept: readonly Renamed[]
  all: readonly SheetPart[]
}>

/** The list of sheets, theirs first, and the names of both. */
function writeBook(
  { theirs, main, kept, all }: Written,
  added: readonly Readonly<{ sheet: SheetPart; id: string }>[],
  ownNames: readonly string[],
): void {
  const text = textOf(theirs, main)
  const parts = new Set(kept.map(({ part }) => part))
  const gone = all.filter(({ part }) => !parts.has(part))
  theirs.links.set(
    main,
    (theirs.links.get(main) ?? []).filter(
      ({ type, target }) =>
        !/\/(calcChain|revisionHeaders|usernames|customXml)$/.test(type) &&
        !gone.some(({ part }) => part === target),
    ),
  )
  const most = Math.max(0, ...all.map(({ element }) => Number(attribute(element, 'sheetId') ?? 0)))
  const sheets = [
    ...kept.map(({ element, now }) => element.replace(/ name="[^"]*"/, () => ` name="${escapedValue(now)}"`)),
    ...added.map(({ sheet, id }, at) => {
      const state = attribute(sheet.element, 'state')
      return `<sheet name="${escapedValue(sheet.name)}" sheetId="${most + 1 + at}"${state ? ` state="${state}"` : ''} r:id="${id}"/>`
    }),
  ]
  const places = new Map(all.map(({ part }, at) => [at, kept.findIndex((one) => one.part === part)]))
  const theirNames = namesOf(text).flatMap((name) => placedName(name, (at) => places.get(at) ?? -1))
  const names = [...theirNames, ...ownNames.flatMap((name) => placedName(name, (at) => at + kept.length))]
  const cleared = text
    .replace(/<definedNames>.*?<\/definedNames>|<definedNames\/>/s, '')
    .replace(/<calcPr\b(?:[^>]*\/>|.*?<\/calcPr>)/s, '')
    .replace(
      /<(workbookProtection|fileSharing|fileRecoveryPr|customWorkbookViews|pivotCaches|externalReferences)\b(?:[^>]*\/>|.*?<\/\1>)/gs,
      '',
    )
    .replaceAll(/ (?:activeTab|firstSheet)="\d+"/g, '')
    .replace(/<sheets>.*?<\/sheets>/s, '')
  const lists = `<sheets>${sheets.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}<calcPr calcId="191029" fullCalcOnLoad="1"/>`
  putText(theirs, main, withLists(cleared, lists))
  theirs.types.set(main, workbookType)
}

/** Lists stand behind the views of a workbook (ISO/IEC 29500-1, 18.2.27). */
function withLists(text: string, lists: string): string {
  const before = ['</bookViews>', '<bookViews/>'].find((end) => text.includes(end))
  if (before !== undefined) return text.replace(before, `${before}${lists}`)
  const [head] = /<workbookPr\b(?:[^>]*\/>|.*?<\/workbookPr>)/s.exec(text) ?? []
  if (head !== undefined) return text.replace(head, `${head}${lists}`)
  return text.replace(/<workbook\b[^>]*>/, (root) => `${root}${lists}`)
}

function namesOf(text: string): readonly string[] {
  return [...text.matchAll(/<definedName\b[^>]*>[^<]*<\/definedName>/g)].map(([name]) => name)
}

/** A name with the place of its sheet as it is now; one whose sheet or cells are gone is gone. */
function placedName(name: string, placeNow: (at: number) => number): readonly string[] {
  if (name.includes('#REF!')) return []
  const at = attribute(name, 'localSheetId')
  if (at === undefined) return [name]
  const now = placeNow(Number(at))
  return now < 0 ? [] : [name.replace(/ localSheetId="\d+"/, ` localSheetId="${now}"`)]
}
