import { crc32 } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

/** Templates of an organization that does not exist, written part by part, so that a test can take any part out or spoil it. */
export type Parts = Record<string, string | Uint8Array>

/** What every part of XML begins with. */
export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
/** The names of links and drawings. */
export const rel = `${office}/relationships`
export const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main'

/** Packs parts as programs of Office do. */
export function packed(parts: Parts): Buffer {
  const files = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ])
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) }))
}

/** A package of one entry after the other, as no library writes it: names may repeat, lead out, or lie about their size. */
export function packedByHand(
  entries: readonly Readonly<{ name: string; content: string; flag?: number; size?: number }>[],
): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, content, flag = 0, size } of entries) {
    const [path, data] = [Buffer.from(name), Buffer.from(content)]
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(flag, 2)
    about.writeUInt32LE(crc32(data), 10)
    about.writeUInt32LE(data.length, 14)
    about.writeUInt32LE(size ?? data.length, 18)
    about.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), about, path, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    central.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), about, tail, path]))
    locals.push(local)
    at += local.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, list, end])
}

type Typed = Readonly<Record<string, string>>

/** The list of types of a package. */
export function typesPart(types: Typed): string {
  const overrides = Object.entries(types).map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`,
  )
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>${overrides.join('')}</Types>`
}

/** Links as id, kind and target; a kind with a colon stands as it is. */
export function linksPart(links: readonly (readonly [string, string, string, string?])[]): string {
  const all = links.map(
    ([id, kind, target, mode]) =>
      `<Relationship Id="${id}" Type="${kind.includes(':') ? kind : `${rel}/${kind}`}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  )
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

/** Navy, amber and a serif face: nothing that our own look has. */
export function themePart(major = 'Georgia', minor = 'Verdana', isDark = false): string {
  const colours = [
    ['dk1', '1A1A2E'],
    ['lt1', 'FFFFFF'],
    ['dk2', '3D2C5E'],
    ['lt2', 'F3EFE6'],
    ['accent1', '5B2A86'],
    ['accent2', 'C8553D'],
    ['accent3', '2E7D6B'],
    ['accent4', 'F2B134'],
    ['accent5', '3A5BA0'],
    ['accent6', '7A7A7A'],
    ['hlink', '5B2A86'],
    ['folHlink', '3D2C5E'],
  ].map(([name, hex]) => `<a:${name}><a:srgbClr val="${hex}"/></a:${name}>`)
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const line = `<a:ln w="6350">${fill}</a:ln>`
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
  const face = (name: string) => `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`
  return `${head}<a:theme xmlns:a="${drawing}" name="Harbour${isDark ? ' by night' : ''}"><a:themeElements><a:clrScheme name="Harbour">${colours.join('')}</a:clrScheme><a:fontScheme name="Harbour"><a:majorFont>${face(major)}</a:majorFont><a:minorFont>${face(minor)}</a:minorFont></a:fontScheme><a:fmtScheme name="Harbour"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}
