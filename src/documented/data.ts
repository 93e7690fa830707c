import type { DocumentedKind } from '#deliver/documented-matter.ts'
import { type Data, joinData } from './cell.ts'
import { auditData } from './data/audits.ts'
import { controlData } from './data/control.ts'
import { informationData } from './data/information.ts'
import { organizationData } from './data/organization.ts'
import { reviewData } from './data/reviews.ts'
import { serviceData } from './data/service.ts'
import type { DocumentedMatter } from './matter.ts'
import { registerTables } from './register-rows.ts'
import type { Template } from './template.ts'

/** Everything that a document of a kind may show, by the names that templates use. */
export function dataOf(
  matter: DocumentedMatter,
  { kind, template }: Readonly<{ kind: DocumentedKind; template: Template }>,
): Data {
  return joinData([
    { tables: registerTables(matter) },
    organizationData(matter),
    controlData(matter, { kind, template }),
    auditData(matter),
    reviewData(matter),
    serviceData(matter),
    informationData(matter),
  ])
}
