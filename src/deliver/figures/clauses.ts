import type { AssessmentItem } from '#assessment/assess.ts'
import { compareRatings, fallsShort, Rating } from '#assessment/rating.ts'
import { shortHash } from '#base/format.ts'
import type { ClauseGroup } from '#content/standard.ts'
import { type ClauseBlock, type ClauseCell, drawClauseMap } from '../charts/clause-map.ts'
import type { Chart } from '../charts/svg.ts'
import { worstTone } from './cover.ts'
import { type GapReportInput, shownRating } from './input.ts'
import { type Mark, markOfRating, toneOfRating } from './tone.ts'

/** The heat map of the 62 normative clauses. */
export type ClauseMap = {
  readonly title: string
  readonly chart: Chart
  readonly legend: readonly Mark[]
  readonly source: string
}

/** The figures of the heat map. */
export function clauseMapOf({ catalogue, assessment, collected, speech }: GapReportInput): ClauseMap {
  const { say, many } = speech
  const items = Map.groupBy(assessment.items, ({ clause }) => clause)
  const normative = catalogue.clauses.filter(({ type }) => type === 'normative')
  const blocks = catalogue.standard.groups.map(
    (group): ClauseBlock => ({
      title: say('map.block', { clauses: speech.listed(group.clauses), title: group.title }),
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
  const alt = say('map.alt', {
    normative: normative.length,
    short: many('map.clauses', short.length),
    clauses: short.map(({ id }) => id).join(', ') || say('map.none'),
    open: many('map.clauses', open.length),
  })
  return {
    title: say('map.title', { short: short.length, normative: normative.length, open: open.length }),
    chart: drawClauseMap(blocks, alt, 453),
    legend: Rating.options.map((rating) => markOfRating(rating, speech)),
    source: say('map.source', { n: assessment.items.length, hash: shortHash(collected.dataHash) }),
  }
}

/** Whether a clause lies in a group of clauses. */
export function isIn(clause: string, { clauses }: Pick<ClauseGroup, 'clauses'>): boolean {
  return clauses.some((each) => clause === each || clause.startsWith(`${each}.`))
}

function cellOf(clause: string, title: string, items: readonly AssessmentItem[]): ClauseCell {
  const ratings = items.map((item): Rating => shownRating(item).rating).toSorted(compareRatings)
  return { clause, title, worst: worstTone(items), marks: ratings.map((rating) => toneOfRating[rating]) }
}
