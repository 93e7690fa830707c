import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { parse } from 'yaml'
import { z } from 'zod'
import { flat } from './pdf.ts'
import { valuesOf } from './recalculated.ts'
import { pack } from './report-input.ts'

/** What a figure of a document says: in which words it stands, or in which cell. */
const Declared = z.record(z.string(), z.record(z.string(), z.string()))

/** The figures that each document declares, with the words around them in a language. */
export function declaredFigures(language: 'en' | 'de' = 'en'): z.infer<typeof Declared> {
  const file = language === 'en' ? 'figures.yaml' : `figures.${language}.yaml`
  const { 'no figures': _, ...declared } = parse(readFileSync(join(pack, 'reports', file), 'utf8'))
  return Declared.parse(declared)
}

/** A figure as it stands in a file; undefined where its place is not there. */
export type Reading = (place: string) => string | number | undefined

/** Opens a file for reading its figures back: the text of PDF, Word and PowerPoint, the cells of Excel. */
export async function readingOf(bytes: Uint8Array): Promise<Reading> {
  if (strFromU8(bytes.subarray(0, 4)) === '%PDF') return inText(flat(textOfPdf(bytes)))
  const parts = unzipSync(bytes)
  if (!parts['xl/workbook.xml']) return inText(textOfParts(parts))
  const value = await valuesOf(bytes)
  return (place) => {
    const [sheet = '', cell = ''] = place.split('!')
    return value(sheet, cell)
  }
}

/** The text in the order in which it is read, and not as it lies on the page; words parted at the end of a line are whole. */
function textOfPdf(bytes: Uint8Array): string {
  const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return stdout.replaceAll('\u00A0', ' ').replaceAll(/\u00AD\s+/g, '')
}

/** The text of the parts that people see, in their order, without markup. */
function textOfParts(parts: Readonly<Record<string, Uint8Array>>): string {
  const seen = Object.keys(parts)
    .filter((name) => /^(word\/document|ppt\/slides\/slide\d+)\.xml$/.test(name))
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  const text = seen.map((name) => strFromU8(parts[name] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' '))
  return flat(text.join(' ').replaceAll('\u00A0', ' ')).replaceAll('&amp;', '&')
}

function inText(text: string): Reading {
  return (place) => {
    const pattern = place
      .split(/(\{\}|\*)/)
      .map((piece) => {
        if (piece === '{}') return '(.{1,40}?)'
        return piece === '*' ? '\\S+' : piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      })
      .join('')
    return new RegExp(pattern).exec(text)?.[1]?.trim()
  }
}
