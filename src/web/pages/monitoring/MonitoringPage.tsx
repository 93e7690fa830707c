import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { toneOfState, type WatchedKpi } from './kpi-view.ts'
import { MonitoringTabs } from './MonitoringTabs.tsx'
import { Spark } from './Spark.tsx'
import { useSayers } from './use-sayers.ts'

/** Does it hold: every KPI that is watched, with value, target, course, age and signals. */
export function MonitoringPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/monitoring', { params })
  return (
    <Shown query={query}>
      {({ items }) => {
        const watched = items.filter(({ isEnded }) => !isEnded)
        const ended = items.filter(({ isEnded }) => isEnded)
        return (
          <Page
            title={t('shell.monitoring')}
            sentence={watched.length > 0 && <Sentence watched={watched} />}
            actions={<To href={to.kpis()}>{t('monitoring.adoptMore')}</To>}
          >
            <MonitoringTabs />
            {watched.length === 0 ? (
              <Empty title={t('monitoring.empty')} says={t('monitoring.emptySays')} />
            ) : (
              <>
                <EnglishNote />
                <Watched items={watched} />
              </>
            )}
            {ended.length > 0 && (
              <p className="second">
                {t('monitoring.ended')}{' '}
                {ended.map(({ kpi, title }, at) => (
                  <span key={kpi} lang="en">
                    {at > 0 && ', '}
                    <To href={to.kpi(kpi)}>{title}</To>
                  </span>
                ))}
              </p>
            )}
          </Page>
        )
      }}
    </Shown>
  )
}

function Sentence({ watched }: Readonly<{ watched: readonly WatchedKpi[] }>) {
  const { t } = useTranslation()
  const count = (is: (one: WatchedKpi) => boolean) => watched.filter(is).length
  return t('monitoring.sentence', {
    all: watched.length,
    met: count(({ state }) => state === 'on target'),
    missed: count(({ state }) => state === 'off target'),
    open: watched.reduce((sum, { openSignals }) => sum + openSignals, 0),
    stale: count(({ isStale }) => isStale),
  })
}

function Watched({ items }: Readonly<{ items: readonly WatchedKpi[] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const { writerOf } = useSayers()
  const whenAndWho = useWhenAndWho()
  const columns = useMemo(
    (): readonly Column<WatchedKpi>[] => [
      {
        key: 'title',
        head: t('monitoring.kpi'),
        cell: ({ kpi, title, unanswered }) => (
          <>
            <span lang="en" title={kpi}>
              <To href={to.kpi(kpi)}>{title}</To>
            </span>
            {unanswered && <Verdict tone="minor">{t('monitoring.noAnswer')}</Verdict>}
          </>
        ),
        value: ({ title, kpi }) => `${title} ${kpi}`,
        isName: true,
        width: 230,
        grows: true,
      },
      {
        key: 'state',
        head: t('monitoring.state'),
        cell: ({ state }) => <Verdict tone={toneOfState[state]}>{t(`monitoring.states.${state}`)}</Verdict>,
        value: ({ state }) => state,
        filter: (['on target', 'off target', 'no target', 'no data'] as const).map((value) => ({
          value,
          label: t(`monitoring.states.${value}`),
        })),
        width: 130,
      },
      {
        key: 'value',
        head: t('evidence.value'),
        cell: (one) => (one.latest ? writerOf(one)(one.latest.number) : t('ui.noData')),
        value: ({ latest }) => latest?.number,
        isNumber: true,
        width: 120,
      },
      {
        key: 'target',
        head: t('evidence.target'),
        cell: (one) => (one.judged ? writerOf(one)(one.judged.target) : '–'),
        isNumber: true,
        width: 92,
      },
      {
        key: 'course',
        head: t('monitoring.course'),
        cell: (one) => <Spark points={one.series} target={one.judged?.target} />,
        width: 150,
      },
      ...whenAndWho,
    ],
    [t, to, writerOf, whenAndWho],
  )
  return (
    <DataTable label={t('monitoring.watched')} rows={items} columns={columns} rowKey={({ kpi }) => kpi} />
  )
}

/** How old each figure is, its signals, and who owns it. */
function useWhenAndWho(): readonly Column<WatchedKpi>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        key: 'age',
        head: t('monitoring.asOf'),
        cell: ({ latest, age, isStale }) =>
          latest && age && isStale ? (
            <Verdict tone="partially">
              {t('monitoring.stale', { month: format.month(latest.period), days: age.days })}
            </Verdict>
          ) : (
            ((latest && format.month(latest.period)) ?? '–')
          ),
        value: ({ latest }) => latest?.period,
        width: 186,
      },
      {
        key: 'signals',
        head: t('monitoring.openSignals'),
        cell: ({ openSignals, signals }) =>
          openSignals > 0 ? (
            <Verdict tone="minor">{t('monitoring.open', { count: openSignals })}</Verdict>
          ) : (
            <span className="second">
              {signals === 0 ? t('monitoring.none') : t('monitoring.decided', { count: signals })}
            </span>
          ),
        value: ({ openSignals }) => openSignals,
        width: 110,
      },
      {
        key: 'perspective',
        head: t('monitoring.perspective'),
        cell: () => null,
        value: ({ perspective }) => perspective,
        filter: (['financial', 'customer', 'process', 'learning'] as const).map((value) => ({
          value,
          label: t(`strategy.perspective.${value}`),
        })),
        isHidden: true,
        width: 0,
      },
      {
        key: 'owner',
        head: t('monitoring.owner'),
        cell: ({ owner }) => owner || '–',
        value: ({ owner }) => owner,
        width: 130,
      },
    ],
    [t, format],
  )
}
