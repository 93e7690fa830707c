import { SaxesParser } from 'saxes'
import { refused } from './refuse.ts'
import { shown } from './unzip.ts'

/** As deep as parts of Office are ever nested. */
const deepest = 250

/**
 * The same XML written in one way: double quotes, no document type, no entities of its own, no comments, no instructions.
 * Whoever changes it afterwards can rely on how it is written.
 */
export function plainXml(name: string, part: Uint8Array): string {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  const parser = new SaxesParser()
  let depth = 0
  let isOpen = false
  const close = () => {
    if (isOpen) out.push('>')
    isOpen = false
  }
  parser.on('doctype', () => {
    throw refused(`holds a document type in ${shown(name)}`, 'Office writes none: make it anew.')
  })
  parser.on('error', (error) => {
    throw refused(`holds ${shown(name)}, which is no XML (${firstLine(error.message)})`, 'Save it anew.')
  })
  parser.on('opentag', (tag) => {
    close()
    depth += 1
    if (depth > deepest) throw refused(`holds ${shown(name)}, which is nested too deep`, 'Make it anew.')
    const written = Object.entries(tag.attributes).map(([key, value]) => ` ${key}="${escapedValue(value)}"`)
    out.push(`<${tag.name}${written.join('')}`)
    isOpen = true
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    out.push(isOpen ? '/>' : `</${tag.name}>`)
    isOpen = false
  })
  const write = (text: string) => {
    if (depth === 0) return
    close()
    out.push(escapedText(text))
  }
  parser.on('text', write)
  parser.on('cdata', write)
  parser.write(decoded(name, part)).close()
  return out.join('')
}

const encodings: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' }

/** Parts are UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.1.4). */
function decoded(name: string, part: Uint8Array): string {
  const mark = Buffer.from(part.subarray(0, 2)).toString('hex')
  try {
    const text = new TextDecoder(encodings[mark] ?? 'utf-8', { fatal: true }).decode(part)
    return text.replace(/^<\?xml[^>]*\?>/, '')
  } catch (error) {
    throw refused(`holds ${shown(name)}, which is neither UTF-8 nor UTF-16`, 'Save it anew.', error)
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.slice(0, 120) ?? ''
}

/** Text as it stands in an element. */
export function escapedText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/** Text as it stands in an attribute. */
export function escapedValue(text: string): string {
  return escapedText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

/** Text without what stands for a character. */
export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
}

/** The value of an attribute in the beginning of an element; undefined where it has none. */
export function attribute(element: string, name: string): string | undefined {
  const head = element.slice(0, element.indexOf('>') + 1 || undefined)
  const at = head.search(/\s/) < 0 ? -1 : head.indexOf(` ${name}="`)
  if (at < 0) return undefined
  const from = at + name.length + 3
  return unescaped(head.slice(from, head.indexOf('"', from)))
}
