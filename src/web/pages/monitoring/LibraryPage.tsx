import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import type { LibraryLine } from './kpi-view.ts'
import { MonitoringTabs } from './MonitoringTabs.tsx'
import { useSayers } from './use-sayers.ts'

/** The library whole: each KPI with its present value, or with what it needs; one click adopts it. */
export function LibraryPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/kpis', { params, query: {} })
  return (
    <Shown query={query}>
      {({ items, counts }) => (
        <Page title={t('monitoring.library')} sentence={t('monitoring.librarySays', counts)}>
          <MonitoringTabs />
          <EnglishNote />
          <Library items={items} />
        </Page>
      )}
    </Shown>
  )
}

function Library({ items }: Readonly<{ items: readonly LibraryLine[] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const format = useFormat()
  const { writerOf } = useSayers()
  const { adopt, adopting, error } = useAdopt()
  const columns = useMemo(
    (): readonly Column<LibraryLine>[] => [
      {
        key: 'kpi',
        head: t('monitoring.kpi'),
        cell: ({ kpi, isAdopted }) => (
          <span lang="en" title={kpi.formula}>
            {isAdopted ? <To href={to.kpi(kpi.id)}>{kpi.title}</To> : kpi.title}{' '}
            <span className="second">{kpi.id}</span>
          </span>
        ),
        value: ({ kpi }) => `${kpi.title} ${kpi.id} ${kpi.formula}`,
        isName: true,
        width: 280,
        grows: true,
      },
      {
        key: 'adopt',
        head: t('monitoring.watch'),
        cell: (line) => <Adopt line={line} adopt={adopt} adopting={adopting} />,
        width: 120,
      },
      {
        key: 'value',
        head: t('evidence.value'),
        cell: ({ latest, source, because }) =>
          latest && source.by !== 'nobody' ? (
            `${writerOf(source)(latest.number)} · ${format.month(latest.period)}`
          ) : (
            <span className="second" lang="en" title={because}>
              {because}
            </span>
          ),
        width: 320,
      },
      {
        key: 'computed',
        head: t('monitoring.computedBy'),
        cell: ({ source }) => t(`monitoring.by.${source.by}`),
        value: ({ source }) => source.by,
        filter: (['measure', 'check', 'registers', 'own', 'nobody'] as const).map((value) => ({
          value,
          label: t(`monitoring.by.${value}`),
        })),
        width: 130,
      },
      {
        key: 'process',
        head: t('monitoring.process'),
        cell: ({ kpi }) => <span lang="en">{kpi.process}</span>,
        value: ({ kpi }) => kpi.process,
        filter: true,
        width: 150,
      },
      {
        key: 'perspective',
        head: t('monitoring.perspective'),
        cell: ({ kpi }) => t(`strategy.perspective.${kpi.perspective}`),
        value: ({ kpi }) => kpi.perspective,
        filter: (['financial', 'customer', 'process', 'learning'] as const).map((value) => ({
          value,
          label: t(`strategy.perspective.${value}`),
        })),
        width: 120,
      },
      {
        key: 'target',
        head: t('monitoring.suggested'),
        cell: ({ kpi }) => (
          <span lang="en" title={kpi.target_source}>
            {kpi.target || '–'}
          </span>
        ),
        width: 180,
      },
    ],
    [t, to, format, writerOf, adopt, adopting],
  )
  return (
    <>
      <Trouble error={error} />
      <DataTable
        label={t('monitoring.library')}
        rows={items}
        columns={columns}
        rowKey={({ kpi }) => kpi.id}
      />
    </>
  )
}

function useAdopt() {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const { mutate, isPending, variables, error } = useChange(
    'POST /api/organizations/:organization/monitoring',
  )
  const adopt = useMemo(
    () => (line: LibraryLine) =>
      mutate(
        { params, body: { kpi: line.kpi.id } },
        { onSuccess: () => say(t('monitoring.adopted', { title: line.kpi.title })) },
      ),
    [mutate, params, say, t],
  )
  return { adopt, adopting: isPending ? variables?.body?.kpi : undefined, error }
}

type AdoptProps = Readonly<{
  line: LibraryLine
  adopt: (line: LibraryLine) => void
  adopting: string | undefined
}>

function Adopt({ line, adopt, adopting }: AdoptProps) {
  const { t } = useTranslation()
  const { whyNot } = useOrganization()
  if (line.isAdopted) return t('monitoring.isWatched')
  const why = line.source.by === 'nobody' ? line.source.needs : whyNot('write registers')
  return (
    <Act
      size="compact-sm"
      whyNot={why}
      isBusy={adopting === line.kpi.id}
      onClick={() => adopt(line)}
      label={t('monitoring.adoptOne', { title: line.kpi.title })}
    >
      {t('monitoring.adopt')}
    </Act>
  )
}
