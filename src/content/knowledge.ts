import { join } from 'node:path'
import type { Problem } from '#base/problem.ts'
import { flawedPack } from './flawed-pack.ts'
import { SoundModel } from './flaws.ts'
import type { ProcessModel } from './process.ts'
import { filesBelow, readYaml } from './read.ts'
import { Recognition } from './recognition.ts'
import { Tables } from './table.ts'

/** What reading tickets needs of the pack: the canonical tables, how exports are recognized, and the process models. */
export function readKnowledge(content: string): {
  tables: Tables
  recognition: Recognition
  models: ProcessModel[]
} {
  const problems: Problem[] = []
  const keep = <T>(reading: { value: T | undefined; problems: readonly Problem[] }): T | undefined => {
    problems.push(...reading.problems)
    return reading.value
  }
  const tables = keep(readYaml(join(content, 'tables.yaml'), Tables))
  const recognition = keep(readYaml(join(content, 'recognition.yaml'), Recognition))
  const models = filesBelow(join(content, 'processes'), '.yaml').flatMap(
    (path) => keep(readYaml(path, SoundModel)) ?? [],
  )
  if (!tables || !recognition || problems.length > 0) {
    throw flawedPack(problems)
  }
  return { tables, recognition, models }
}

const opened = new Map<string, ReturnType<typeof readKnowledge>>()

/** As readKnowledge, once for the life of a server: the files of a pack do not change under it. */
export function openKnowledge(content: string): ReturnType<typeof readKnowledge> {
  const known = opened.get(content) ?? readKnowledge(content)
  opened.set(content, known)
  return known
}
