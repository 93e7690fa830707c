import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { ControlChart } from './ControlChart.tsx'
import { Decisions } from './Decisions.tsx'
import type { KpiDetail } from './kpi-view.ts'
import styles from './Monitoring.module.css'
import { Months } from './Months.tsx'
import { Ownership } from './Ownership.tsx'
import { Signals } from './Signals.tsx'
import { Targets } from './Targets.tsx'
import { useSayers } from './use-sayers.ts'

/** One KPI: its course with limits and signals, what was decided, its months, its targets. */
export function KpiPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { kpi = '' } = useParams({ strict: false }) as { kpi?: string }
  const query = useAsk('GET /api/organizations/:organization/monitoring/:kpi', { params: { ...params, kpi } })
  return (
    <Shown query={query}>
      {(found) => (
        <Page
          title={found.title}
          trail={<To href={to.monitoring}>{t('shell.monitoring')}</To>}
          sentence={<Sentence kpi={found} />}
        >
          <EnglishNote />
          {found.isStale && found.latest && (
            <div className={styles.wraps}>
              <Verdict tone="partially">
                {t('monitoring.staleSays', {
                  days: found.age?.days ?? 0,
                  cadence: t(`monitoring.cadences.${found.cadence}`),
                })}
              </Verdict>
            </div>
          )}
          {found.unanswered && <Unanswered {...found.unanswered} />}
          {found.months.length === 0 ? (
            <Empty title={t('ui.noData')} says={t('monitoring.noMonths')} />
          ) : (
            <ControlChart kpi={found} />
          )}
          <Signals kpi={found} />
          <Decisions kpi={found} />
          <Forecast kpi={found} />
          {found.months.length > 0 && (
            <Section title={t('evidence.allMonths')} says={t('monitoring.monthsSay')}>
              <Months kpi={found} />
            </Section>
          )}
          <Targets kpi={found} />
          <Ownership kpi={found} />
          <About kpi={found} />
        </Page>
      )}
    </Shown>
  )
}

/** An own select that had no answer: why, and that nothing was lost by it. */
function Unanswered({ because, at }: NonNullable<KpiDetail['unanswered']>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.wraps} role="note">
      <Verdict tone="minor">{t('monitoring.unanswered', { at: format.instant(at), because })}</Verdict>
    </div>
  )
}

function Sentence({ kpi }: Readonly<{ kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useSayers().writerOf(kpi)
  const { latest, judged, openSignals } = kpi
  if (!latest) return t('monitoring.sayNothing')
  const now =
    latest.part === undefined
      ? t('monitoring.sayValue', {
          value: write(latest.number),
          month: format.month(latest.period),
          n: latest.n,
        })
      : t('monitoring.sayShare', {
          value: write(latest.number),
          month: format.month(latest.period),
          part: latest.part,
          whole: latest.whole ?? 0,
        })
  const reached = judged?.isReached
  const target =
    judged && reached !== undefined
      ? t(reached ? 'evidence.reached' : 'evidence.missed', { target: write(judged.target) })
      : t('evidence.noTarget')
  return [now, target, openSignals > 0 ? t('monitoring.sayOpen', { count: openSignals }) : '']
    .filter(Boolean)
    .join(' ')
}

function Forecast({ kpi }: Readonly<{ kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const { writerOf } = useSayers()
  const write = writerOf(kpi)
  const { forecast, whyNoForecast } = kpi
  return (
    <Section title={t('monitoring.forecast')}>
      <p>
        {forecast
          ? t('monitoring.forecastSays', {
              next: write(forecast.next),
              way: t(`monitoring.ways.${forecast.way}`),
              error: write(forecast.error),
              tried: forecast.tried,
            })
          : whyNoForecast}
      </p>
    </Section>
  )
}

function About({ kpi }: Readonly<{ kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { definition, source } = kpi
  const computedBy =
    source.by === 'measure' || source.by === 'check' ? (
      <To href={source.by === 'measure' ? to.measure(source.id) : to.check(source.id)}>{source.id}</To>
    ) : (
      t(`monitoring.by.${source.by}`)
    )
  return (
    <Section title={t('monitoring.about')}>
      <Facts
        facts={[
          { name: t('monitoring.number'), value: definition.id },
          { name: t('monitoring.formula'), value: <span lang="en">{definition.formula}</span> },
          { name: t('monitoring.computedBy'), value: computedBy },
          ...(definition.target
            ? [
                {
                  name: t('monitoring.suggested'),
                  value: <span lang="en">{`${definition.target} (${definition.target_source})`}</span>,
                },
              ]
            : []),
          ...(definition.note
            ? [{ name: t('monitoring.note'), value: <span lang="en">{definition.note}</span> }]
            : []),
          {
            name: t('monitoring.adoptedHead'),
            value: `${format.day(kpi.adoptedOn)}, ${kpi.adoptedBy}`,
          },
        ]}
      />
    </Section>
  )
}
