import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const hasTypesetter = (() => {
  try {
    createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu')
    return true
  } catch {
    return false
  }
})()
const hasReader = spawnSync('pdftotext', ['-v']).error === undefined

/** For tests that make a PDF. */
export const needsTypesetter = {
  skip: hasTypesetter ? false : 'the typesetter is not installed for this platform',
}

/** For tests that read one again. */
export const needsReader = {
  skip: hasTypesetter && hasReader ? false : 'needs the typesetter, and pdftotext (package poppler-utils)',
}

/** The text of a PDF as a reader sees it, with plain spaces. */
export function textOf(bytes: Uint8Array, ...options: readonly string[]): string {
  const read = spawnSync('pdftotext', [...options, '-', '-'], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return read.stdout.replaceAll('\u00A0', ' ')
}

/** One line of text, without what only arranges it on the page. */
export function flat(text: string): string {
  return text.replaceAll(/[\u200B\u2060\u202A-\u202E]/g, '').replaceAll(/\s+/g, ' ')
}
