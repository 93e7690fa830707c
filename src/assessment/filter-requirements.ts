import { byClauseOrder, type Requirement } from '#content/requirement.ts'
import type { Row } from './describe-requirement.ts'
import { fallsShort } from './rating.ts'

/** How a list of requirements is narrowed; every condition that is named has to hold. */
export type RequirementFilter = Readonly<{
  clause?: string | undefined
  rating?: string | undefined
  proposed?: string | undefined
  status?: string | undefined
  confirmation?: string | undefined
  criticality?: string | undefined
  assignee?: string | undefined
  overdue?: boolean | undefined
  gaps?: boolean | undefined
  text?: string | undefined
}>

/** The rows that a filter leaves, in the order of the standard. me: the id of whoever asks. */
export function filterRows(
  rows: readonly Row[],
  filter: RequirementFilter,
  { me, texts }: Readonly<{ me: string | undefined; texts: ReadonlyMap<string, string> }>,
): readonly Row[] {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const assignee = filter.assignee === 'me' ? (me ?? '') : filter.assignee
  return rows.filter(
    (row) =>
      isWithin(row.clause, filter.clause) &&
      isWanted(row, filter) &&
      isAssigned(row, assignee) &&
      words.every((word) => (texts.get(row.requirement) ?? '').includes(word)),
  )
}

/** The texts that are searched, in small letters, by requirement. */
export function searchTexts(requirements: readonly Requirement[]): ReadonlyMap<string, string> {
  return new Map(
    requirements.map((one) => [
      one.id,
      `${one.id} ${one.title} ${one.statement} ${one.question}`.toLowerCase(),
    ]),
  )
}

/** What comes after the requirement with which the last page ended. */
export function pageAfter<T extends { readonly requirement: string }>(
  rows: readonly T[],
  after: string | undefined,
  limit: number,
): { items: readonly T[]; last: string | undefined } {
  const rest =
    after === undefined
      ? rows
      : rows.filter(({ requirement }) => byClauseOrder({ id: after }, { id: requirement }) < 0)
  const items = rest.slice(0, limit)
  return { items, last: rest.length > limit ? items.at(-1)?.requirement : undefined }
}

/** 8.6 holds 8.6 and 8.6.1, and not 8.60. */
function isWithin(clause: string, wanted: string | undefined): boolean {
  return wanted === undefined || clause === wanted || clause.startsWith(`${wanted}.`)
}

function isWanted(row: Row, filter: RequirementFilter): boolean {
  const fields = ['rating', 'proposed', 'status', 'confirmation', 'criticality'] as const
  if (fields.some((field) => filter[field] !== undefined && row[field] !== filter[field])) return false
  if (filter.overdue !== undefined && row.isOverdue !== filter.overdue) return false
  return filter.gaps === undefined || isGap(row) === filter.gaps
}

/** A gap is what a person rated short, or is proposed short where nobody rated. */
function isGap({ rating, proposed }: Row): boolean {
  return fallsShort(rating === 'not_assessed' ? proposed : rating)
}

function isAssigned({ assignee }: Row, wanted: string | undefined): boolean {
  if (wanted === undefined) return true
  return wanted === 'nobody' ? assignee === undefined : assignee?.id === wanted
}
