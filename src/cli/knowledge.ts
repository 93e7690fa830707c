import { join } from 'node:path'
import { readKnowledge } from '#content/knowledge.ts'
import { withOwnProcesses } from '#content/own-processes.ts'
import { content } from './folders.ts'

type Knowledge = ReturnType<typeof readKnowledge>

let kept: Knowledge | undefined

/** What the pack knows about reading tickets, with the process models that the organization has agreed in its workspace. */
export function knowledge(workspace: string): Knowledge {
  kept ??= withOwnProcesses(readKnowledge(content), join(workspace, 'processes'))
  return kept
}
