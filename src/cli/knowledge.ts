import { join } from 'node:path'
import { describe, type Problem } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { readKnowledge } from '#content/knowledge.ts'
import { ProcessModel } from '#content/process.ts'
import { filesBelow, readYaml } from '#content/read.ts'
import { content } from './folders.ts'

type Knowledge = ReturnType<typeof readKnowledge>

let kept: Knowledge | undefined

/** What the pack knows about reading tickets, with the process models that the organization has agreed in its workspace. */
export function knowledge(workspace: string): Knowledge {
  kept ??= withOwnModels(readKnowledge(content), join(workspace, 'processes'))
  return kept
}

/** A model in the workspace stands in for the reference of the same id; the reference stays the start for all others. */
function withOwnModels(reference: Knowledge, folder: string): Knowledge {
  const problems: Problem[] = []
  const own = filesBelow(folder, '.yaml').flatMap((path) => {
    const reading = readYaml(path, ProcessModel)
    problems.push(...reading.problems)
    return reading.value ?? []
  })
  const unknown = own.find(({ id }) => !reference.models.some((model) => model.id === id))
  if (problems.length > 0) {
    throw new Refusal(
      'invalid',
      `An own process model cannot be read.\n${problems.map((problem) => describe(problem)).join('\n')}`,
    )
  }
  if (unknown) {
    const known = reference.models.map(({ id }) => id).join(', ')
    throw new Refusal(
      'invalid',
      `${folder}: there is no process ${unknown.id}. Own models may replace: ${known}.`,
    )
  }
  return {
    ...reference,
    models: reference.models.map((model) => own.find(({ id }) => id === model.id) ?? model),
  }
}
