import { describe, type Problem } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'

/** The refusal of a pack with problems, each with its file and line: half of a pack would give wrong answers. */
export function flawedPack(problems: readonly Problem[]): Refusal {
  const said = problems.map((problem) => describe(problem)).join('\n')
  return new Refusal('invalid', `The content pack cannot be read.\n${said}`)
}
