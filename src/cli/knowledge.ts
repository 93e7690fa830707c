import { readKnowledge } from '#content/knowledge.ts'
import { content } from './folders.ts'

type Knowledge = ReturnType<typeof readKnowledge>

let kept: Knowledge | undefined

/** What the pack knows about reading tickets; read once for all steps of a command. */
export function knowledge(): Knowledge {
  kept ??= readKnowledge(content)
  return kept
}
