import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/**
 * What is wrong with a package of Office, in words: parts that are no XML, parts that are named and not
 * there, or there and not named, links into nothing, numbers of objects used twice, and axes that no chart has. Empty where PowerPoint, Word or Excel find nothing to repair.
 */
export function lintPackage(bytes: Uint8Array): readonly string[] {
  const parts = unzipSync(bytes)
  const names = new Set(Object.keys(parts))
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  return [
    ...wrongTypes(text('[Content_Types].xml'), names),
    ...[...names]
      .filter((name) => /\.(xml|rels|vml)$/.test(name))
      .flatMap((name) => brokenXml(name, text(name))),
    ...[...names]
      .filter((name) => name.endsWith('.rels'))
      .flatMap((name) => wrongLinks(name, text(name), names)),
    ...[...names]
      .filter((name) => /\/(slides|slideLayouts|slideMasters)\/[^/]+\.xml$/.test(name))
      .flatMap((name) => wrongIds(name, text(name))),
    ...[...names]
      .filter((name) => /charts\/chart\d+\.xml$/.test(name))
      .flatMap((name) => wrongAxes(name, text(name))),
    ...sharedThemes(names, text),
  ]
}

function brokenXml(name: string, xml: string): readonly string[] {
  const found: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', ({ message }) => found.push(`${name} is no XML: ${message.split('\n')[0]}`))
  parser.write(xml).close()
  return found.slice(0, 1)
}

function wrongTypes(types: string, names: ReadonlySet<string>): readonly string[] {
  const overrides = [...types.matchAll(/<Override [^>]*PartName="\/([^"]+)"/g)].map(([, name = '']) => name)
  const endings = new Set(
    [...types.matchAll(/<Default [^>]*Extension="([^"]+)"/g)].map(([, ending]) => ending),
  )
  const known = new Set(overrides)
  return [
    ...overrides.filter((name) => !names.has(name)).map((name) => `${name} is named and not there`),
    ...overrides.filter((name, at) => overrides.indexOf(name) !== at).map((name) => `${name} is named twice`),
    ...[...names]
      .filter(
        (name) => name !== '[Content_Types].xml' && !known.has(name) && !endings.has(name.split('.').at(-1)),
      )
      .map((name) => `${name} has no type`),
    ...[...names].filter((name) => name.endsWith('/')).map((name) => `${name} is an empty folder`),
  ]
}

function wrongLinks(name: string, links: string, names: ReadonlySet<string>): readonly string[] {
  const folder = name.replace(/_rels\/[^/]+$/, '')
  const all = [...links.matchAll(/<Relationship [^>]*>/g)].map(([link]) => link)
  const ids = all.map((link) => /\bId="([^"]+)"/.exec(link)?.[1])
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${name} has ${id} twice`),
    ...all
      .filter((link) => !/TargetMode="External"/.test(link))
      .map((link) => targetOf(folder, /\bTarget="([^"]+)"/.exec(link)?.[1] ?? ''))
      .filter((target) => !names.has(target))
      .map((target) => `${name} leads to ${target}, which is not there`),
  ]
}

function targetOf(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  return new URL(target, `http://package/${folder}`).pathname.slice(1)
}

function wrongIds(name: string, xml: string): readonly string[] {
  const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${name} has the object ${id} twice`),
    ...[...xml.matchAll(/<p:sp>(?:(?!<\/p:sp>).)*<\/p:sp>/gs)]
      .filter(([shape]) => !shape.includes('<p:txBody>'))
      .map(() => `${name} has a shape without a body`),
    ...[...xml.matchAll(/<p:bgPr>(?:(?!<\/p:bgPr>).)*<\/p:bgPr>/gs)]
      .filter(([background]) => !background.includes('<a:effectLst/>'))
      .map(() => `${name} has a background without effects`),
  ]
}

function wrongAxes(name: string, xml: string): readonly string[] {
  const defined = new Set(
    [...xml.matchAll(/<c:(?:catAx|valAx|serAx|dateAx)>\s*<c:axId val="(\d+)"/g)].map(([, id]) => id),
  )
  const named = [...xml.matchAll(/<c:axId val="(\d+)"/g)].map(([, id]) => id)
  return named
    .filter((id) => !defined.has(id))
    .map((id) => `${name} names the axis ${id}, which it does not have`)
}

/** Each master has a theme of its own. */
function sharedThemes(names: ReadonlySet<string>, text: (name: string) => string): readonly string[] {
  const themes = [...names]
    .filter((name) => /Masters\/_rels\//.test(name))
    .flatMap((name) =>
      [...text(name).matchAll(/Target="[^"]*\/(theme\d+\.xml)"/g)].map(([, theme = '']) => theme),
    )
  return themes
    .filter((theme, at) => themes.indexOf(theme) !== at)
    .map((theme) => `${theme} is shared by two masters`)
}
