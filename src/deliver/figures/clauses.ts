import type { AssessmentItem } from '#assessment/assess.ts'
import { compareRatings, fallsShort, type Rating } from '#assessment/rating.ts'
import type { ClauseGroup } from '#content/standard.ts'
import { type ClauseBlock, type ClauseCell, drawClauseMap } from '../charts/clause-map.ts'
import type { Chart } from '../charts/svg.ts'
import { worstTone } from './cover.ts'
import { count, counted } from './format.ts'
import { type GapReportInput, shownRating } from './input.ts'
import { type Mark, markOfRating } from './tone.ts'

/** The heat map of the 62 normative clauses. */
export type ClauseMap = {
  readonly title: string
  readonly chart: Chart
  readonly legend: readonly Mark[]
  readonly source: string
}

/** The figures of the heat map. */
export function clauseMapOf({ catalogue, assessment, collected }: GapReportInput): ClauseMap {
  const items = Map.groupBy(assessment.items, ({ clause }) => clause)
  const normative = catalogue.clauses.filter(({ type }) => type === 'normative')
  const blocks = catalogue.standard.groups.map(
    (group): ClauseBlock => ({
      title: `${group.clauses.join(' and ')} ${group.title}`,
      cells: normative
        .filter(({ id }) => isIn(id, group))
        .map(({ id, title }) => cellOf(id, title, items.get(id) ?? [])),
    }),
  )
  const short = normative.filter(({ id }) =>
    (items.get(id) ?? []).some((item) => fallsShort(shownRating(item).rating)),
  )
  const open = normative.filter(({ id }) =>
    (items.get(id) ?? []).every((item) => shownRating(item).rating === 'not_assessed'),
  )
  const alt = `Heat map of ${normative.length} clauses with one mark per requirement. Something falls short in ${counted(short.length, 'clause')}: ${short.map(({ id }) => id).join(', ') || 'none'}. Nothing is assessed in ${counted(open.length, 'clause')}.`
  return {
    title: `Something falls short in ${count(short.length)} of ${count(normative.length)} clauses; in ${count(open.length)} nothing is assessed`,
    chart: drawClauseMap(blocks, alt, 453),
    legend: [...new Set(Object.values(markOfRating))],
    source: `Tinted cell: worst rating of the clause. Marks: its requirements, worst first; n = ${count(assessment.items.length)}. Snapshot ${collected.dataHash.slice(0, 12)}.`,
  }
}

/** Whether a clause lies in a group of clauses. */
export function isIn(clause: string, { clauses }: Pick<ClauseGroup, 'clauses'>): boolean {
  return clauses.some((each) => clause === each || clause.startsWith(`${each}.`))
}

function cellOf(clause: string, title: string, items: readonly AssessmentItem[]): ClauseCell {
  const ratings = items.map((item): Rating => shownRating(item).rating).toSorted(compareRatings)
  return { clause, title, worst: worstTone(items), marks: ratings.map((rating) => markOfRating[rating].tone) }
}
