import { Document, isMap, isScalar, type Pair, parseDocument, visit } from 'yaml'
import { describe } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { parseYaml } from '#content/read.ts'
import { Mapping } from './mapping.ts'
import type { StateProposal } from './propose-states.ts'
import { readMappingText } from './store.ts'

const head = ` How the files are read. Proposed by the program, yours to correct; the next run reads it again.
 files: which of our columns is filled from which of yours. Take a line out, and the column counts as not supplied.
 states: your statuses in the words of the process models. Those marked "by its place" were not known by name:
   correct what is wrong and take the mark away; a marked line is proposed anew by every run.
 timezone: the zone of times that carry none, and of the days and months in the report.
 calendars: working hours and holidays. targets: your own service level targets, for example
   - { type: TYPE, priority: 1, minutes: 240, calendar: always, pause_rule: pending_customer }`

const mark = 'by its place'

/** The mapping as the file people read: with a head that explains it, and a mark on every state that was only proposed. */
export function mappingText(mapping: Mapping, states: readonly StateProposal[]): string {
  const document = new Document(mapping)
  document.commentBefore = head
  const guessed = new Set(
    states.filter(({ by }) => by === 'place').map(({ type, native }) => `${type} ${native}`),
  )
  visit(document, {
    Pair(_, pair: Pair, path) {
      const parent = path.at(-2)
      const type = parent && 'key' in parent ? String(parent.key) : ''
      const native = String(pair.key)
      if (guessed.has(`${type} ${native}`) && pair.value && typeof pair.value === 'object') {
        ;(pair.value as { comment?: string }).comment = ` ${mark} in the paths; correct it if it is wrong`
      }
    },
  })
  return document.toString({ lineWidth: 160 })
}

/** Reads a mapping file; a missing one is only wrong where a person named it. */
export function readMapping(path: string, isNamed: boolean): Mapping | undefined {
  const text = readMappingText(path)
  if (text === undefined) {
    if (isNamed)
      throw new Refusal(
        'not-found',
        `There is no mapping file ${path}. Leave --mapping out, and one is proposed.`,
      )
    return undefined
  }
  const { value, problems } = parseYaml(text, Mapping, path)
  if (value === undefined)
    throw new Refusal(
      'invalid',
      `The mapping file cannot be read.\n${problems.map((problem) => describe(problem)).join('\n')}`,
    )
  return { ...value, states: confirmedStates(value.states, text) }
}

/** The states without those that still carry the mark: nobody has looked at them yet. */
function confirmedStates(states: Mapping['states'], text: string): Mapping['states'] {
  const document = parseDocument(text)
  const isMarked = (type: string, native: string) => {
    const types = document.get('states')
    const own = isMap(types) ? types.get(type) : undefined
    const node = isMap(own) ? own.get(native, true) : undefined
    return isScalar(node) && (node.comment?.includes(mark) ?? false)
  }
  return Object.fromEntries(
    Object.entries(states).map(([type, own]) => [
      type,
      Object.fromEntries(Object.entries(own).filter(([native]) => !isMarked(type, native))),
    ]),
  )
}
