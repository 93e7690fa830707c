import { auditName } from '#audit/audit.ts'
import type { DocumentedKind } from '#deliver/documented-matter.ts'
import type { FrozenRecord } from '#deliver/snapshot-matter.ts'
import { type Cell, type Data, dayOf, type Row, textOf, valuesOf, wordOf } from '../cell.ts'
import type { DocumentedMatter } from '../matter.ts'
import { namingOf, rowOfRecord } from '../register-rows.ts'
import type { Template } from '../template.ts'
import { agreementFor } from './service.ts'

/** How a document is controlled: number, version, state, approval and classification, and its versions. */
export function controlData(
  matter: DocumentedMatter,
  { kind, template }: Readonly<{ kind: DocumentedKind; template: Template }>,
): Partial<Data> {
  const { piece, about } = template
  const registered = registeredAs(matter, piece)
  const general = registered && rowOfRecord('documents', registered, namingOf(matter))
  const own = about === 'organization' ? general : ownControl(matter, kind)
  const control: Row = {
    number: own?.number,
    piece: { key: `piece.${piece.toLowerCase()}` },
    version: own?.version,
    state: own?.state,
    classification: general?.confidentiality,
    owner: own?.owner ?? general?.owner,
    approved_by: own?.approved_by,
    approved_on: own?.approved_on,
    review_on: own?.review_on,
    retention: general?.retention,
  }
  return {
    tables: new Map([['versions', versionsOf(matter, control)]]),
    values: new Map([
      ['number', control.number ?? piece],
      ['registered', control.number],
      ['piece', piece],
      ...valuesOf('control', control),
    ]),
  }
}

/** The record of the register of documents that is a piece: the one that is furthest, and of these the newest. */
function registeredAs({ registers }: DocumentedMatter, piece: string): FrozenRecord | undefined {
  const order = ['in force', 'approved', 'in review', 'draft']
  return (registers.get('documents') ?? [])
    .filter(({ state, data }) => order.includes(state) && [data.covers].flat().includes(piece))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.serial - a.serial)[0]
}

/** What controls a document about one service, audit or review: the agreement, the audit or the review itself. */
function ownControl(matter: DocumentedMatter, kind: DocumentedKind): Row | undefined {
  const { service, audit, review } = matter
  if (service) return controlOfAgreement(matter)
  if (review)
    return {
      number: `MR-${review.number}`,
      version: String(review.version),
      state: wordOf(review.signature ? 'signed' : 'prepared'),
      owner: review.preparedBy,
      approved_by: review.signature?.by,
      approved_on: dayOf(review.signature?.at),
      review_on: dayOf(review.nextOn),
    }
  if (!audit) return undefined
  const isReport = kind === 'internal audit report'
  return {
    number: auditName(audit.audit),
    version: String(audit.audit.version),
    state: wordOf(audit.audit.state),
    owner: audit.audit.lead?.name,
    approved_by: isReport ? audit.signature?.signedBy : undefined,
    approved_on: isReport ? dayOf(audit.signature?.signedAt) : undefined,
  }
}

function controlOfAgreement(matter: DocumentedMatter): Row | undefined {
  const record = agreementFor(matter)
  if (!record) return undefined
  const row = rowOfRecord('agreements', record, namingOf(matter))
  return {
    number: record.number,
    version: String(record.version),
    state: row.state,
    owner: row.owner,
    approved_by: row.customer,
    approved_on: row.agreed_on,
    review_on: row.review_on,
  }
}

/** The version that was approved, and this copy as it was filled. */
function versionsOf({ madeOn }: DocumentedMatter, control: Row): readonly Row[] {
  const approved: readonly Row[] =
    control.approved_on === undefined
      ? []
      : [
          {
            version: control.version,
            day: control.approved_on,
            change: { key: 'versions.approved' },
            approved_by: control.approved_by,
          },
        ]
  const version: Cell = textOf(control.version) ?? { key: 'frame.draft' }
  return [
    ...approved,
    {
      version,
      day: { day: madeOn },
      change: { key: 'versions.filled' },
      approved_by: { key: 'versions.open' },
    },
  ]
}
