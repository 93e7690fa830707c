import { strFromU8, strToU8 } from 'fflate'
import { zipSteadily } from '../guides/steady.ts'
import { attribute, escapedValue, plainXml } from './plain-xml.ts'

/** One link from a part to another, or out of the package. target: the name of a part, or an address. */
export type Link = Readonly<{ id: string; type: string; target: string; isExternal: boolean }>

/** A package of Office taken apart: parts by name, the type of each, and the links of each; '' is the package itself. */
export type OfficePackage = {
  parts: Map<string, Uint8Array>
  types: Map<string, string>
  links: Map<string, readonly Link[]>
}

const typesName = '[Content_Types].xml'

/** Takes a package apart. Every part of XML is written in one way, so that it can be changed as text. */
export function takeApart(found: ReadonlyMap<string, Uint8Array>): OfficePackage {
  return opened(found, (name, part) => (/\.(xml|vml)$/i.test(name) ? strToU8(plainXml(name, part)) : part))
}

/** Takes a package apart that was written a moment ago: its parts are written in one way already, and are not read again. */
export function takeOurs(found: ReadonlyMap<string, Uint8Array>): OfficePackage {
  return opened(found, (_, part) => part)
}

function opened(
  found: ReadonlyMap<string, Uint8Array>,
  written: (name: string, part: Uint8Array) => Uint8Array,
): OfficePackage {
  const texts = new Map<string, string>()
  const parts = new Map<string, Uint8Array>()
  for (const [name, part] of found) {
    if (name === typesName || /\.rels$/i.test(name)) texts.set(name, plainXml(name, part))
    else parts.set(name, written(name, part))
  }
  const types = typesOf(texts.get(typesName) ?? '', parts)
  const links = new Map<string, readonly Link[]>()
  for (const [name, text] of texts)
    if (name.endsWith('.rels')) {
      const source = name.replace(/_rels\/([^/]*)\.rels$/, '$1')
      links.set(source, linksOf(source, text))
    }
  return { parts, types, links }
}

function typesOf(text: string, parts: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const elements = [...text.matchAll(/<(Default|Override)\b[^>]*>/g)]
  const named = (kind: string, key: string) =>
    new Map(
      elements
        .filter(([, is]) => is === kind)
        .map(([element]) => [
          (attribute(element, key) ?? '').replace(/^\//, '').toLowerCase(),
          attribute(element, 'ContentType') ?? '',
        ]),
    )
  const [endings, overrides] = [named('Default', 'Extension'), named('Override', 'PartName')]
  return new Map(
    [...parts.keys()].map((name) => {
      const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
      return [name, overrides.get(name.toLowerCase()) ?? endings.get(ending) ?? '']
    }),
  )
}

function linksOf(source: string, text: string): readonly Link[] {
  return [...text.matchAll(/<Relationship\b[^>]*>/g)].map(([element]) => {
    const isExternal = attribute(element, 'TargetMode') === 'External'
    const target = attribute(element, 'Target') ?? ''
    return {
      id: attribute(element, 'Id') ?? '',
      type: attribute(element, 'Type') ?? '',
      target: isExternal ? target : placeOf(source, target),
      isExternal,
    }
  })
}

/** The name of the part that a link of a part leads to. */
function placeOf(source: string, target: string): string {
  const path = target.startsWith('/') ? target : `${source.slice(0, source.lastIndexOf('/') + 1)}${target}`
  const steps: string[] = []
  for (const step of decodeUri(path).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function decodeUri(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The text of a part; empty where there is none. */
export function textOf({ parts }: Pick<OfficePackage, 'parts'>, name: string): string {
  return strFromU8(parts.get(name) ?? new Uint8Array())
}

export function putText({ parts }: Pick<OfficePackage, 'parts'>, name: string, text: string): void {
  parts.set(name, strToU8(text))
}

/** The links of a part whose type ends so, in the order of the file. */
export function linked({ links }: OfficePackage, source: string, ending: string): readonly Link[] {
  return (links.get(source) ?? []).filter(({ type }) => type.endsWith(`/${ending}`))
}

/** The part that a link of a part leads to, by its id. */
export function targetOf({ links }: OfficePackage, source: string, id: string): string | undefined {
  return links.get(source)?.find((link) => link.id === id)?.target
}

const officeLinks = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Adds a link of a kind that Office knows, and gives its id. */
export function addLink(pack: OfficePackage, source: string, kind: string, target: string): string {
  const all = pack.links.get(source) ?? []
  const known = new Set(all.map(({ id }) => id))
  let number = all.length + 1
  while (known.has(`rId${number}`)) number += 1
  const id = `rId${number}`
  pack.links.set(source, [...all, { id, type: `${officeLinks}/${kind}`, target, isExternal: false }])
  return id
}

/** A name for a new part that no part has. */
export function freeName({ parts }: OfficePackage, wished: string): string {
  if (!parts.has(wished)) return wished
  const at = wished.lastIndexOf('.')
  const [stem, ending] = [wished.slice(0, at).replace(/\d+$/, ''), wished.slice(at)]
  let number = 1
  while (parts.has(`${stem}${number}${ending}`)) number += 1
  return `${stem}${number}${ending}`
}

/** Copies a part of another package with everything it leads to; known remembers what was copied already. */
export function copyPart(
  into: OfficePackage,
  from: OfficePackage,
  name: string,
  known: Map<string, string>,
): string {
  const had = known.get(name)
  if (had !== undefined) return had
  const own = freeName(into, name)
  known.set(name, own)
  into.parts.set(own, from.parts.get(name) ?? new Uint8Array())
  into.types.set(own, from.types.get(name) ?? '')
  const links = from.links.get(name)
  if (links)
    into.links.set(
      own,
      links.map((link) =>
        link.isExternal ? link : { ...link, target: copyPart(into, from, link.target, known) },
      ),
    )
  return own
}

/** Packs a package: what nothing leads to is left out, names stand in one order, and equal parts are equal bytes. */
export function putTogether(pack: OfficePackage): Uint8Array {
  const names = reached(pack).toSorted()
  const files: Record<string, Uint8Array> = { [typesName]: strToU8(writtenTypes(pack, names)) }
  for (const source of ['', ...names]) {
    const links = pack.links.get(source) ?? []
    if (links.length > 0) files[relsName(source)] = strToU8(writtenLinks(source, links))
    const part = pack.parts.get(source)
    if (part) files[source] = part
  }
  return zipSteadily(files)
}

function reached({ parts, links }: OfficePackage): readonly string[] {
  const found = new Set<string>()
  const open = ['']
  for (let source = open.pop(); source !== undefined; source = open.pop())
    for (const { target, isExternal } of links.get(source) ?? [])
      if (!isExternal && parts.has(target) && !found.has(target)) {
        found.add(target)
        open.push(target)
      }
  return [...found]
}

function writtenTypes({ types }: OfficePackage, names: readonly string[]): string {
  const written = names.map(
    (name) =>
      `<Override PartName="/${escapedValue(name)}" ContentType="${escapedValue(types.get(name) ?? '')}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${written.join('')}</Types>`
}

function writtenLinks(source: string, links: readonly Link[]): string {
  const written = links.map(({ id, type, target, isExternal }) => {
    const where = isExternal ? target : wayTo(source, target)
    return `<Relationship Id="${escapedValue(id)}" Type="${escapedValue(type)}" Target="${escapedValue(where)}"${isExternal ? ' TargetMode="External"' : ''}/>`
  })
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`
}

function relsName(source: string): string {
  const at = source.lastIndexOf('/') + 1
  return `${source.slice(0, at)}_rels/${source.slice(at)}.rels`
}

/** The way from one part to another, as a link says it. */
function wayTo(source: string, target: string): string {
  const [from, to] = [source.split('/').slice(0, -1), target.split('/')]
  let same = 0
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].map(encodeStep).join('/')
}

function encodeStep(step: string): string {
  return encodeURIComponent(step).replaceAll('%2C', ',').replaceAll('%40', '@').replaceAll('%2B', '+')
}
