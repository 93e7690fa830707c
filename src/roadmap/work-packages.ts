import type { Catalogue } from '#content/catalogue.ts'
import { clauseOf } from '#content/requirement.ts'

/** The title of the work package that each requirement belongs to. */
export function packages({
  standard,
  clauses,
}: Pick<Catalogue, 'standard' | 'clauses'>): (requirement: string) => string {
  const titles = new Map(standard.work_packages.map(({ id, title }) => [id, title]))
  const ofClause = new Map(clauses.map(({ id, work_package }) => [id, titles.get(work_package)]))
  return (id) => ofClause.get(clauseOf({ id })) ?? ''
}
