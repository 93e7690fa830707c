import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { FateBadge, fates } from '../../ui/Fate.tsx'
import { To } from '../../ui/To.tsx'
import { RatingBadge } from '../../ui/Verdict.tsx'
import type { GapList } from './gap-list.ts'

type Row = GapList['rows'][number]

/** Every row of a gap list with its fate. */
export function GapRows({ list }: Readonly<{ list: GapList }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'line',
        head: t('imports.line'),
        cell: ({ line }) => line,
        value: ({ line }) => line,

        width: 72,
      },
      {
        key: 'requirement',
        head: t('requirements.number'),
        cell: ({ requirement, title }) =>
          title ? <To href={to.requirement(requirement)}>{requirement}</To> : requirement || '–',
        value: ({ requirement }) => requirement,
        isName: true,
        width: 104,
      },
      {
        key: 'fate',
        head: t('imports.fate'),
        cell: ({ fate }) => <FateBadge fate={fate} isDone={list.isApplied} />,
        value: ({ fate }) => fate,
        filter: fates.map((fate) => ({ value: fate, label: t(`imports.fates.${fate}`) })),
        width: 130,
      },
      {
        key: 'before',
        head: t('gapList.before'),
        cell: ({ before }) => (before ? <RatingBadge rating={before} /> : '–'),
        value: ({ before }) => before,
        width: 216,
      },
      {
        key: 'after',
        head: t('gapList.after'),
        cell: ({ after }) => (after ? <RatingBadge rating={after} /> : '–'),
        value: ({ after }) => after,
        width: 216,
      },
      {
        key: 'says',
        head: t('gapList.comment'),
        cell: ({ reason, comment }) => (
          <span title={reason ?? comment} lang={reason ? 'en' : undefined}>
            {reason ?? comment}
          </span>
        ),
        value: ({ reason, comment }) => reason ?? comment,
        width: 280,
        grows: true,
      },
    ],
    [t, to, list.isApplied],
  )
  return (
    <DataTable
      label={t('imports.rows')}
      rows={list.rows}
      columns={columns}
      rowKey={({ line }) => String(line)}
    />
  )
}
