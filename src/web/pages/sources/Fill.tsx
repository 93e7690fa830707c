import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../data/call.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'

type Row = Answered<'POST /api/organizations/:organization/mapping/preview'>['fill'][number]

/** How many tickets of each type would have a value in each column. */
export function Fill({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'column',
        head: t('mapping.ours'),
        cell: ({ column }) => column,
        value: ({ column }) => column,
        isName: true,
        width: 240,
        grows: true,
      },
      {
        key: 'type',
        head: t('sources.type'),
        cell: ({ type }) => type.replaceAll('_', ' '),
        value: ({ type }) => type,
        filter: true,
        width: 200,
      },
      {
        key: 'filled',
        head: t('mapping.hasValue'),
        cell: ({ filled, of }) => t('ui.of', { part: filled, whole: of }),
        value: ({ filled }) => filled,
        isNumber: true,
        width: 200,
      },
      {
        key: 'share',
        head: t('mapping.share'),
        cell: ({ filled, of }) => (of === 0 ? '–' : format.percent(filled / of)),
        value: ({ filled, of }) => (of === 0 ? undefined : filled / of),
        isNumber: true,
        width: 110,
      },
    ],
    [t, format],
  )
  return (
    <details>
      <summary>{t('mapping.fill')}</summary>
      <DataTable
        scope="fill"
        label={t('mapping.fill')}
        rows={rows}
        columns={columns}
        rowKey={({ type, column }) => `${type} ${column}`}
      />
    </details>
  )
}
