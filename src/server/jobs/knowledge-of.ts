import { join } from 'node:path'
import { readKnowledge } from '#content/knowledge.ts'
import { withOwnProcesses } from '#content/own-processes.ts'
import type { Task } from './task.ts'

/** What the pack knows, with the process models that the organization agreed on for itself. */
export function knowledgeOf({ folder, content }: Pick<Task, 'folder' | 'content'>) {
  return withOwnProcesses(readKnowledge(content), join(folder, 'processes'))
}
