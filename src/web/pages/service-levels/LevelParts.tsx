import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { Shape } from '../../ui/Shape.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Levels.module.css'
import { type LevelMonth, type Matrix, metricKey, ruleKeys, toneOfVerdict } from './level-view.ts'

/** The pages about what was promised and what came. */
export function LevelTabs() {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Tabs
      label={t('shell.serviceLevels')}
      tabs={[
        { href: to.serviceLevels(), name: t('serviceLevels.attainment') },
        { href: to.serviceReports, name: t('serviceLevels.reports') },
      ]}
    />
  )
}

/** A verdict as shape and word. */
export function LevelMark({ tone, children }: Readonly<{ tone: ToneName; children: string }>) {
  return (
    <span className={styles.mark} style={toned(tone)}>
      <Shape tone={tone} />
      <span>{children}</span>
    </span>
  )
}

function toned(tone: ToneName): CSSProperties {
  return { '--tone': `var(--tone-${tone})` } as CSSProperties // a custom property, which the type does not know
}

/** What a month is, read aloud: its figure, and whether the agreed share was met. */
export function useSayMonth(): (service: string, month: LevelMonth) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (service, { month, attainment, agreed, verdict, isClosed, today }) =>
    [
      t('serviceLevels.cell', {
        service,
        month: format.month(month),
        value: attainment === undefined ? t('ui.noData') : format.percentBeside(attainment, agreed.share),
        verdict: t(`serviceLevels.verdicts.${verdict}`),
      }),
      isClosed ? '' : t('serviceLevels.isOpen'),
      today
        ? t('serviceLevels.changed', {
            share: today.attainment === undefined ? t('ui.noData') : format.percent(today.attainment),
            number: today.number,
          })
        : '',
    ]
      .filter(Boolean)
      .join('. ')
}

/** A month of a service: shape, tint and figure; leads to the service. */
export function LevelCell({
  service,
  month,
  href,
}: Readonly<{ service: string; month: LevelMonth; href: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useSayMonth()
  const { attainment, agreed, verdict, outcomes, isClosed, today } = month
  if (verdict === 'no cases')
    return (
      <span className="second" title={say(service, month)}>
        –
      </span>
    )
  return (
    <>
      <To
        href={href}
        className={styles.cell}
        style={toned(toneOfVerdict[verdict])}
        title={say(service, month)}
        aria-label={say(service, month)}
        {...(verdict === 'no target' ? {} : { 'data-tint': true })}
        {...(isClosed ? {} : { 'data-open': true })}
      >
        <Shape tone={toneOfVerdict[verdict]} size={10} />
        {attainment === undefined ? t('ui.noData') : format.percentBeside(attainment, agreed.share)}
        {today ? ' *' : ''}
      </To>
      {outcomes.openMissed > 0 && (
        <span className={styles.aside}>{t('serviceLevels.openShort', { count: outcomes.openMissed })}</span>
      )}
    </>
  )
}

/** What the shapes mean. */
export function LevelLegend() {
  const { t } = useTranslation()
  return (
    <ul className={styles.legend}>
      {(['met', 'missed', 'no target'] as const).map((verdict) => (
        <li key={verdict}>
          <LevelMark tone={toneOfVerdict[verdict]}>{t(`serviceLevels.verdicts.${verdict}`)}</LevelMark>
        </li>
      ))}
    </ul>
  )
}

/** By which rules the clocks ran, and who computed them. */
export function Rules({ rules }: Readonly<{ rules: Matrix['rules'] }>) {
  const { t } = useTranslation()
  return (
    <ul className={styles.plain}>
      {rules.map((rule) => {
        const { by, pause, reopen } = ruleKeys(rule)
        return (
          <li key={`${by} ${pause} ${reopen}`}>
            {t('serviceLevels.rule', {
              count: rule.clocks,
              by: t(`serviceLevels.by.${by}`),
              pause: t(`serviceLevels.pause.${pause}`),
              reopen: t(`serviceLevels.reopen.${reopen}`),
            })}
          </li>
        )
      })}
    </ul>
  )
}

/** What a metric is called. */
export function useMetric(): (metric: string) => string {
  const { t } = useTranslation()
  return (metric) => {
    const key = metricKey(metric)
    return key ? t(`serviceLevels.metrics.${key}`) : metric
  }
}
