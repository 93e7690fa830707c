import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '../../ui/Chart.tsx'
import type { ChartDefinition } from '../../ui/chart-definition.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { VerdictBadge } from '../../ui/Verdict.tsx'
import type { CheckDetail } from './check-view.ts'

type Past = CheckDetail['history'][number]
type CheckHistoryProps = Readonly<{ detail: CheckDetail }>

/** What a check said in each collection; drawn once there are two. */
export function CheckHistory({ detail }: CheckHistoryProps) {
  const { t } = useTranslation()
  return (
    <Section title={t('evidence.history')} says={t('evidence.historySays')}>
      {detail.history.length > 1 && <Course detail={detail} />}
      <Table history={detail.history} />
    </Section>
  )
}

function Course({ detail: { title, history, threshold } }: CheckHistoryProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const definition = useMemo((): ChartDefinition => {
    const past = history.toReversed()
    return {
      kind: 'line',
      title: t('evidence.historyChart'),
      says: title,
      categories: past.map(({ number, collectedAt }) => `${number}, ${format.day(collectedAt)}`),
      series: [
        {
          name: t('evidence.share'),
          values: past.map(({ share }) => share),
          low: past.map(({ interval }) => interval?.low),
          high: past.map(({ interval }) => interval?.high),
          notes: past.map(({ population }) => t('ui.n', { n: population })),
        },
      ],
      target: { value: threshold, label: t('evidence.threshold') },
      write: (value) => format.percent(value),
      categoryHead: t('evidence.collection'),
      most: 1,
    }
  }, [t, format, title, history, threshold])
  return <Chart definition={definition} height={220} />
}

function Table({ history }: Readonly<{ history: readonly Past[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = useMemo(
    (): readonly Column<Past>[] => [
      {
        key: 'number',
        head: t('evidence.collection'),
        cell: ({ number }) => format.number(number),
        isName: true,
        width: 104,
      },
      {
        key: 'at',
        head: t('evidence.collectedOn'),
        cell: ({ collectedAt }) => format.instant(collectedAt),
        width: 184,
      },
      {
        key: 'period',
        head: t('evidence.period'),
        cell: ({ period }) => t('ui.period', { from: format.day(period.from), to: format.day(period.to) }),
        width: 240,
        grows: true,
      },
      {
        key: 'verdict',
        head: t('evidence.verdict'),
        cell: ({ verdict }) => <VerdictBadge verdict={verdict} />,
        width: 136,
      },
      {
        key: 'met',
        head: t('evidence.meets'),
        cell: ({ met, population }) => t('ui.of', { part: met, whole: population }),
        isNumber: true,
        width: 150,
      },
      {
        key: 'share',
        head: t('evidence.share'),
        cell: ({ share }) => (share === undefined ? t('ui.noData') : format.percent(share)),
        isNumber: true,
        width: 96,
      },
      {
        key: 'sql',
        head: t('evidence.sqlHash'),
        cell: ({ sqlHash }) => <code>{sqlHash.slice(0, 12)}</code>,
        width: 180,
      },
    ],
    [t, format],
  )
  return (
    <DataTable
      scope="past"
      label={t('evidence.history')}
      rows={history}
      columns={columns}
      rowKey={({ collection }) => collection}
    />
  )
}
