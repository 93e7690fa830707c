import { join } from 'node:path'
import type { z } from 'zod'
import { describe, type Problem } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { readYaml } from './read.ts'
import { byClauseOrder, type Clause, ClauseFile, type Requirement, RequirementFile } from './requirement.ts'
import { DocumentFile, type RegisteredDocument, Standard } from './standard.ts'

/** One edition of a standard: what holds for all of it, its clauses, requirements and documents. */
export type Catalogue = Readonly<{
  standard: Standard
  clauses: readonly Clause[]
  requirements: readonly Requirement[]
  documents: readonly RegisteredDocument[]
}>

/** Reads an edition from its folder; a catalogue with a problem is not used at all. */
export function readCatalogue(folder: string): Catalogue {
  const problems: Problem[] = []
  const take = <S extends z.ZodType>(name: string, schema: S): z.infer<S> | undefined => {
    const reading = readYaml(join(folder, name), schema)
    problems.push(...reading.problems)
    return reading.value
  }
  const standard = take('standard.yaml', Standard)
  const clauses = take('clauses.yaml', ClauseFile)?.clauses ?? []
  const documents = take('documents.yaml', DocumentFile)?.documents ?? []
  const groups = standard?.groups ?? []
  const requirements = groups.flatMap(({ file }) => take(`${file}.yaml`, RequirementFile)?.requirements ?? [])
  if (!standard || problems.length > 0) {
    throw new Refusal(
      'invalid',
      `The requirement catalogue cannot be read.\n${problems.map((problem) => describe(problem)).join('\n')}`,
    )
  }
  return { standard, clauses, documents, requirements: [...requirements].sort((a, b) => byClauseOrder(a, b)) }
}
