import { clauseOf, type Requirement } from '#content/requirement.ts'
import type { Catalogue } from '../figures/input.ts'
import { controlId, metadataOf, objectiveId, propertiesOf, uuidOf } from './model.ts'

/** The requirements as an OSCAL catalog: numbers and titles of clauses, everything else in our own words. */
export function catalogOf(
  { standard, clauses, requirements }: Catalogue,
  about: Readonly<{ organization: string; madeOn: string; version: string }>,
) {
  const byClause = Map.groupBy(requirements, (requirement) => clauseOf(requirement))
  const titles = new Map(clauses.map(({ id, title }) => [id, title]))
  return {
    catalog: {
      uuid: uuidOf('catalog', standard.id, about.version),
      metadata: {
        ...metadataOf({ ...about, title: standard.title }),
        remarks: `${standard.copyright.trim()} ${standard.verification.trim()}`,
      },
      groups: standard.groups.map((group) => ({
        id: `g-${group.file}`,
        class: 'chapter',
        title: group.title,
        groups: group.clauses
          .flatMap((clause) =>
            [...byClause.keys()].filter((id) => id === clause || id.startsWith(`${clause}.`)),
          )
          .filter((clause, place, all) => all.indexOf(clause) === place)
          .map((clause) => ({
            id: `c-${clause}`,
            class: 'clause',
            title: `${clause} ${titles.get(clause) ?? ''}`.trim(),
            controls: (byClause.get(clause) ?? []).map(controlOf),
          })),
      })),
    },
  }
}

function controlOf(requirement: Requirement) {
  const { id, title, statement, question, criticality, applicability, depends_on } = requirement
  return {
    id: controlId(id),
    class: 'requirement',
    title,
    props: [
      { name: 'label', value: id },
      ...propertiesOf({ criticality, applicability: applicability.mode, condition: applicability.condition }),
    ],
    ...(depends_on.length > 0
      ? { links: depends_on.map((other) => ({ href: `#${controlId(other)}`, rel: 'required' })) }
      : {}),
    parts: [
      { id: `${controlId(id)}_smt`, name: 'statement', prose: statement.trim() },
      { id: objectiveId(id), name: 'assessment-objective', prose: question.trim() },
    ],
  }
}
