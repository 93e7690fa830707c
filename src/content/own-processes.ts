import { relative } from 'node:path'
import { describe, type Problem } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { SoundModel } from './flaws.ts'
import type { readKnowledge } from './knowledge.ts'
import type { ProcessModel } from './process.ts'
import { filesBelow, parseYaml, readText } from './read.ts'

type Knowledge = ReturnType<typeof readKnowledge>

/** A model in the workspace stands in for the reference of the same id; the reference stays the start for all others. */
export function withOwnProcesses(reference: Knowledge, folder: string): Knowledge {
  const problems: Problem[] = []
  const own = new Map<string, { file: string; model: ProcessModel }>()
  const known = reference.models.map(({ id }) => id)
  for (const path of filesBelow(folder, '.yaml')) {
    const file = relative(process.cwd(), path)
    const { value: model, problems: found } = parseYaml(readText(path), SoundModel, file)
    problems.push(...found)
    if (!model) continue
    const other = own.get(model.id)?.file
    if (other !== undefined)
      problems.push(
        wrong(file, `the process ${model.id} is already agreed in ${other}. Keep one of the two files.`),
      )
    if (!known.includes(model.id))
      problems.push(
        wrong(file, `there is no process ${model.id}. Own models may replace: ${known.join(', ')}.`),
      )
    own.set(model.id, { file, model })
  }
  if (problems.length > 0) {
    throw new Refusal(
      'invalid',
      `An own process model cannot be used.\n${problems.map((problem) => describe(problem)).join('\n')}`,
    )
  }
  return { ...reference, models: reference.models.map((model) => own.get(model.id)?.model ?? model) }
}

function wrong(file: string, message: string): Problem {
  return { code: 'content.not-valid', level: 'error', message, where: { file } }
}
