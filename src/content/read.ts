import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { keepValue, keptValue } from './read-kept.ts'

/** A parsed file of the pack, or the problems that say why it cannot be used. */
export type Reading<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value: undefined; readonly problems: readonly Problem[] }

/** Reads one YAML file against its schema; every problem names the file and the line. */
export function readYaml<S extends z.ZodType>(
  path: string,
  schema: S,
  root = process.cwd(),
): Reading<z.infer<S>> {
  const file = relative(root, path)
  const text = readFileSync(path, 'utf8')
  const kept = keptValue(text)
  const known = kept === undefined ? undefined : schema.safeParse(kept)
  if (known?.success) return { value: known.data, problems: [] }
  return parseYaml(text, schema, file, (value) => keepValue(text, value))
}

/** Parses YAML text against a schema; `file` is the name that problems carry, and `keep` is told the value that fits the schema. */
export function parseYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  file: string,
  keep?: (value: unknown) => void,
): Reading<z.infer<S>> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      code: 'content.not-yaml',
      level: 'error' as const,
      message: `${error.message}. Mend the YAML there.`,
      where: { file, line: lines.linePos(error.pos[0]).line },
    }))
    return { value: undefined, problems }
  }
  const value: unknown = document.toJS()
  const parsed = schema.safeParse(value)
  if (parsed.success) {
    keep?.(value)
    return { value: parsed.data, problems: [] }
  }
  const problems = parsed.error.issues.map((issue) => {
    const node = nearest(document, issue.path)
    const line = node === undefined ? 1 : lines.linePos(node).line
    return {
      code: 'content.not-valid',
      level: 'error' as const,
      message: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
      where: { file, line: Math.max(1, line) },
    }
  })
  return { value: undefined, problems }
}

/** Offset of the deepest node on the path that exists. */
function nearest(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0])
  }
  return undefined
}

/** Every file below a folder with the given ending, sorted, as paths. */
export function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
}

/** Reads a text file of the pack. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8')
}

/** Whether a file of the pack is there. */
export function isThere(path: string): boolean {
  return existsSync(path)
}
