import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** No file of a package is older for the format; the day of a document stands in its properties. */
const epoch = new Date(1980, 0, 1)

/**
 * Makes a Word package the same bytes whenever and wherever it is written: the day of the document instead of the clock,
 * numbers of drawings from 1, and keys of the embedded fonts from the fonts themselves instead of from chance.
 */
export function steady(bytes: Uint8Array, madeOn: string): Uint8Array {
  const parts = unzipSync(bytes)
  const edit = (name: string, change: (text: string) => string) => {
    const part = parts[name]
    if (part) parts[name] = strToU8(change(strFromU8(part)))
  }
  edit('docProps/core.xml', (text) => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${madeOn}T00:00:00Z`))
  edit('word/document.xml', (text) =>
    [
      /(<wp:docPr id=")(\d+)(?=")/g,
      /(\b_Toc)(\d+)\b/g,
      /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)(?=")/g,
    ].reduce(renumbered, text),
  )
  rekeyFonts(parts)
  return zipSteadily(parts)
}

/** Packs parts without a clock: the same parts are the same bytes. */
export function zipSteadily(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, [part, { mtime: epoch, level: 6 }]]),
    ),
  )
}

/** The same numbers, counted from 1 in the order in which they first appear. */
function renumbered(text: string, numbers: RegExp): string {
  const known = new Map<string, number>()
  return text.replaceAll(numbers, (_, before: string, old: string) => {
    const number = known.get(old) ?? known.size + 1
    known.set(old, number)
    return `${before}${number}`
  })
}

/** An embedded font is mixed with its key (ISO/IEC 29500-1, 17.8.1): the first 32 bytes, twice the 16 of the key from behind. */
function rekeyFonts(parts: Record<string, Uint8Array>): void {
  const [table, links] = ['word/fontTable.xml', 'word/_rels/fontTable.xml.rels'].map((name) => parts[name])
  if (!table || !links) return
  const targets = new Map(
    [...strFromU8(links).matchAll(/<Relationship\b[^>]*>/g)].map(({ 0: link }) => [
      /\bId="([^"]+)"/.exec(link)?.[1],
      /\bTarget="([^"]+)"/.exec(link)?.[1],
    ]),
  )
  const text = strFromU8(table).replaceAll(/<w:embed\w+ [^>]*>/g, (element) => {
    const [, id] = /r:id="([^"]+)"/.exec(element) ?? []
    const [, old] = /w:fontKey="\{([^}]+)\}"/.exec(element) ?? []
    const name = `word/${targets.get(id)}`
    const part = parts[name]
    if (!part || old === undefined) return element
    const plain = mixed(part, old)
    const key = keyOf(plain)
    parts[name] = mixed(plain, key)
    return element.replace(old, key)
  })
  parts['word/fontTable.xml'] = strToU8(text)
}

function mixed(font: Uint8Array, key: string): Uint8Array {
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex').reverse()
  return font.map((byte, at) => (at < 32 ? byte ^ (bytes[at % 16] ?? 0) : byte))
}

function keyOf(font: Uint8Array): string {
  const hex = createHash('sha256').update(font).digest('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}
