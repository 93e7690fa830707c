import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import { columnsFor, type Draft, type FileMapping, unusedOf, type View } from './mapping-draft.ts'
import { useReadAs } from './read-as.ts'

type Row = Readonly<{
  file: FileMapping
  rows: number | undefined
  filled: number
  fillable: number
  unused: number
}>

/** The files of the archive: as what each is read, and how much of it is used. */
export function MappedFiles({ view, draft }: Readonly<{ view: View; draft: Draft }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const nameOf = useReadAs(view.canonical)
  const rows = useMemo(
    () =>
      draft.mapping.files.map((file): Row => {
        const kept = view.tables.find((table) => table.file === file.file)
        return {
          file,
          rows: kept?.rows,
          filled: Object.keys(file.columns).length,
          fillable: columnsFor(file, view.canonical).length,
          unused: unusedOf(file, kept?.columns ?? []).length,
        }
      }),
    [view, draft.mapping.files],
  )
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'file',
        head: t('mapping.file'),
        cell: ({ file: { file } }) => (
          <To href={to.mapping({ file })} title={file}>
            {file}
          </To>
        ),
        value: ({ file: { file } }) => file,
        isName: true,
        width: 190,
      },
      {
        key: 'rows',
        head: t('sources.rows'),
        cell: (row) => (row.rows === undefined ? '–' : format.number(row.rows)),
        value: (row) => row.rows,
        isNumber: true,
        width: 90,
      },
      {
        key: 'readAs',
        head: t('mapping.readAs'),
        cell: ({ file }) => <span title={nameOf(file)}>{nameOf(file)}</span>,
        value: ({ file }) => nameOf(file),
        width: 240,
        grows: true,
      },
      {
        key: 'type',
        head: t('sources.type'),
        cell: ({ file: { type } }) => type?.replaceAll('_', ' ') ?? '–',
        value: ({ file: { type } }) => type,
        width: 120,
      },
      {
        key: 'filled',
        head: t('mapping.filled'),
        cell: ({ filled, fillable }) =>
          fillable === 0 ? '–' : t('ui.of', { part: filled, whole: fillable }),
        value: ({ filled }) => filled,
        isNumber: true,
        width: 140,
      },
      {
        key: 'unused',
        head: t('mapping.unused'),
        cell: ({ unused }) => format.number(unused),
        value: ({ unused }) => unused,
        isNumber: true,
        width: 165,
      },
    ],
    [t, format, to, nameOf],
  )
  return (
    <DataTable
      scope="files"
      label={t('mapping.files')}
      rows={rows}
      columns={columns}
      rowKey={({ file: { file } }) => file}
    />
  )
}
