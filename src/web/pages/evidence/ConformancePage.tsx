import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { EvidenceFrame } from './EvidenceFrame.tsx'

type List = Answered<'GET /api/organizations/:organization/conformance'>
type Row = List['items'][number]

/** Which processes were followed from ticket to ticket, and how far they keep to their models. */
export function ConformancePage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/conformance', { params })
  return (
    <Shown query={query}>
      {({ items }) => (
        <EvidenceFrame sentence={<Sentence items={items} />}>
          {items.length === 0 ? <Empty title={t('evidence.conformanceNone')} /> : <Table rows={items} />}
        </EvidenceFrame>
      )}
    </Shown>
  )
}

function Sentence({ items }: Readonly<{ items: readonly Row[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const worst = items
    .filter(({ finished }) => finished > 0)
    .toSorted((a, b) => (a.share ?? 1) - (b.share ?? 1))[0]
  if (!worst) return null
  return t('evidence.conformanceSays', {
    count: items.length,
    worst: worst.title,
    share: format.percent(worst.share ?? 0),
    n: worst.finished,
  })
}

function Table({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'process',
        head: t('evidence.process'),
        cell: ({ process, title }) => <To href={to.process(process)}>{title}</To>,
        value: ({ title }) => title,
        isName: true,
        width: 180,
        grows: true,
      },
      {
        key: 'finished',
        head: t('evidence.finished'),
        cell: ({ finished }) => format.number(finished),
        value: ({ finished }) => finished,
        isNumber: true,
        width: 112,
      },
      {
        key: 'fitting',
        head: t('evidence.follows'),
        cell: ({ share }) => <Fitting share={share} />,
        value: ({ share }) => share,
        isNumber: true,
        width: 120,
      },
      {
        key: 'strict',
        head: t('evidence.followsStrict'),
        cell: ({ strictFitting, finished }) => (
          <Fitting share={finished === 0 ? undefined : strictFitting / finished} />
        ),
        isNumber: true,
        width: 150,
      },
      {
        key: 'fitness',
        head: t('evidence.fitness'),
        cell: ({ fitness, finished }) => (finished === 0 ? t('ui.noData') : format.number(fitness, 3)),
        value: ({ fitness }) => fitness,
        isNumber: true,
        width: 96,
      },
      {
        key: 'deviations',
        head: t('evidence.topDeviation'),
        cell: ({ most }) =>
          most ? (
            <span title={most.says}>
              {format.number(most.count)}: {most.says}
            </span>
          ) : (
            t('evidence.none')
          ),
        value: ({ most }) => most?.count ?? 0,
        width: 340,
      },
    ],
    [t, format, to],
  )
  return (
    <DataTable
      label={t('evidence.conformance')}
      rows={rows}
      columns={columns}
      rowKey={({ process }) => process}
    />
  )
}

function Fitting({ share }: Readonly<{ share: number | undefined }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return share === undefined ? <span className="second">{t('ui.noData')}</span> : format.percent(share)
}
