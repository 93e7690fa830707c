import { count, plain } from '#base/format.ts'
import { say } from '#content/sentences.ts'
import type { FrozenFinding } from '../snapshot-matter.ts'
import type { DifferenceInput } from './input.ts'

/** Findings that were opened, closed or moved. */
export type FindingChanges = Readonly<{
  says: string
  rows: readonly (readonly string[])[]
  figures: Readonly<Record<string, string>>
}>

/** Holds the findings of two snapshots against each other. */
export function findingChangesOf({ before, after, words }: DifferenceInput): FindingChanges {
  const old = new Map(before.matter.findings.map((finding) => [finding.id, finding]))
  const changed = after.matter.findings.filter((finding) => finding.state !== old.get(finding.id)?.state)
  const wasOpen = ({ id }: FrozenFinding) => old.get(id)?.isOpen === true
  const opened = changed.filter((finding) => finding.isOpen && !wasOpen(finding))
  const closed = changed.filter((finding) => !finding.isOpen && wasOpen(finding))
  const figures = {
    'findings.opened': count(opened.length),
    'findings.closed': count(closed.length),
    'findings.open': count(after.matter.findings.filter(({ isOpen }) => isOpen).length),
  }
  return {
    says: say(words, 'findings.says', {
      opened: figures['findings.opened'],
      closed: figures['findings.closed'],
      open: figures['findings.open'],
    }),
    rows: changed.map((finding) => {
      const earlier = old.get(finding.id)
      return [
        finding.name,
        `${finding.title} (${finding.grade})`,
        earlier ? plain(earlier.state) : '–',
        plain(finding.state),
      ]
    }),
    figures,
  }
}
