import { type Cell, type Data, dayOf, type Group, type Row, valuesOf, wordOf } from '../cell.ts'
import type { DocumentedMatter } from '../matter.ts'
import { namingOf, rowOfRecord } from '../register-rows.ts'

/** Which documented information exists: every piece that an auditor looks for, by group, and how each is covered. */
export function informationData(matter: DocumentedMatter): Partial<Data> {
  const { coverage } = matter
  const counted = (status: string) => coverage.filter((one) => one.required && one.status === status).length
  const required = coverage.filter((one) => one.required)
  return {
    tables: new Map([
      ['pieces-missing', required.filter(({ status }) => status === 'missing').map(toRow(matter))],
      ['pieces-overdue', coverage.filter(({ status }) => status === 'overdue').map(toRow(matter))],
    ]),
    groups: new Map([['pieces', groupsOf(matter)]]),
    values: new Map<string, Cell | undefined>(
      valuesOf('information', {
        pieces: coverage.length,
        required: required.length,
        covered: counted('covered'),
        in_register: counted('in a register'),
        overdue: counted('overdue'),
        in_preparation: counted('in preparation'),
        missing: counted('missing'),
      }),
    ),
  }
}

function groupsOf(matter: DocumentedMatter): readonly Group[] {
  return [...Map.groupBy(matter.coverage, ({ piece }) => piece.group)].map(([group, own]) => ({
    title: { word: `group ${group}` },
    says: [],
    rows: own.map(toRow(matter)),
  }))
}

function toRow(matter: DocumentedMatter): (one: DocumentedMatter['coverage'][number]) => Row {
  const naming = namingOf(matter)
  const records = new Map((matter.registers.get('documents') ?? []).map((one) => [one.id, one]))
  return ({ piece, required, status, documents, keptIn }) => {
    const [first] = documents
    const record = first && records.get(first.id)
    const row = record && rowOfRecord('documents', record, naming)
    return {
      number: piece.id,
      name: { key: `piece.${piece.id.toLowerCase()}` },
      clause: clausesOf(piece.required_by),
      required: wordOf(required ? 'required' : 'expected'),
      status: wordOf(`coverage ${status}`),
      kept: keptOf(documents, keptIn?.register),
      owner: row?.owner,
      review_on: dayOf(first?.reviewOn),
    }
  }
}

/** Where it is: the documents by number and version, or the register that is it. */
function keptOf(
  documents: DocumentedMatter['coverage'][number]['documents'],
  register: string | undefined,
): Cell | undefined {
  if (documents.length > 0)
    return documents.map(({ number, data }) => [number, data.version].filter(Boolean).join(' / ')).join(', ')
  return register === undefined ? undefined : { key: `register.${register}` }
}

/** The clauses that demand a piece, each once. */
function clausesOf(requirements: readonly string[]): string | undefined {
  const clauses = [...new Set(requirements.map((id) => id.split('-')[0] ?? ''))]
  return clauses.length === 0 ? undefined : clauses.join(', ')
}
