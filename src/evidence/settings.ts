import { z } from 'zod'
import { describe } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import type { Questions } from '#content/pack.ts'
import { isThere, parseYaml, readText } from '#content/read.ts'

/** The organization's own thresholds and limits, by check or measure. */
export const Settings = z.record(
  z.string(),
  z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
)
export type Settings = z.infer<typeof Settings>

/** Reads a settings file; a missing one is only wrong where a person named it, and a setting that does not exist is refused. */
export function readSettings(path: string, isNamed: boolean, questions: Questions): Settings | undefined {
  if (!isThere(path)) {
    if (isNamed) throw new Refusal('not-found', `There is no settings file ${path}.`)
    return undefined
  }
  const { value, problems } = parseYaml(readText(path) || '{}', Settings, path)
  if (!value) throw new Refusal('invalid', problems.map((problem) => describe(problem)).join('\n'))
  const known = new Map(
    [...questions.checks, ...questions.measures].map(({ id, about }) => [
      id,
      [...Object.keys(about.parameters), 'threshold'],
    ]),
  )
  for (const [id, own] of Object.entries(value)) {
    const wrong = Object.keys(own).find((name) => !known.get(id)?.includes(name))
    if (!known.has(id)) throw new Refusal('invalid', `${path}: there is no check or measure ${id}.`)
    if (wrong)
      throw new Refusal(
        'invalid',
        `${path}: ${id} has no setting ${wrong}; it has ${known.get(id)?.join(', ')}.`,
      )
  }
  return value
}
