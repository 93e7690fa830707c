import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { DecideForm } from './DecideForm.tsx'
import { OneDecision } from './Decisions.tsx'
import type { KpiDetail } from './kpi-view.ts'
import styles from './Monitoring.module.css'
import { useSayers } from './use-sayers.ts'

type Item = KpiDetail['items'][number]

/** What is more than chance, with the rule, and what was decided because of it. */
export function Signals({ kpi }: Readonly<{ kpi: KpiDetail }>) {
  const { t } = useTranslation()
  if (kpi.items.length === 0)
    return (
      <Section title={t('monitoring.signals')} term="signal">
        <p>{kpi.chart.limits ? t('monitoring.noSignals') : kpi.whyNoLimits}</p>
      </Section>
    )
  return (
    <Section title={t('monitoring.signals')} term="signal" says={t('monitoring.signalsSay')}>
      <ul className={styles.items}>
        {kpi.items.map((item) => (
          <OneSignal key={item.id} item={item} kpi={kpi} />
        ))}
      </ul>
    </Section>
  )
}

function OneSignal({ item, kpi }: Readonly<{ item: Item; kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const write = useSayers().writerOf(kpi)
  const { number, rule, periods, worst, decisions, foundAt } = item
  const [from, last] = [periods[0] ?? '', periods.at(-1) ?? '']
  const when = from === last ? format.month(from) : `${format.month(from)} – ${format.month(last)}`
  const { source } = kpi
  const place = source.by === 'check' ? to.check(source.id) : source.by === 'measure' && to.measure(source.id)
  return (
    <li>
      <div className={styles.top}>
        <strong>{`${number} · ${t(`monitoring.rules.${rule}`)} · ${when}`}</strong>
        <Verdict tone={decisions.length > 0 ? 'conforming' : 'minor'}>
          {decisions.length > 0 ? t('monitoring.isDecided') : t('monitoring.isOpen')}
        </Verdict>
      </div>
      <p className={styles.small}>
        {t(`monitoring.ruleSays.${rule}`)}{' '}
        {worst &&
          t('monitoring.worst', {
            month: format.month(worst.period),
            value: write(worst.number),
            low: write(worst.low),
            high: write(worst.high),
          })}{' '}
        {place && <To href={place}>{t('monitoring.whatStoodBehind')}</To>}
      </p>
      <p className="second">{t('monitoring.found', { at: format.instant(foundAt) })}</p>
      {decisions.map((decision) => (
        <OneDecision key={decision.id} decision={decision} kpi={kpi} />
      ))}
      <details>
        <summary>{t(decisions.length > 0 ? 'monitoring.decideAgain' : 'monitoring.decide')}</summary>
        <DecideForm kpi={kpi.kpi} signal={item.id} />
      </details>
    </li>
  )
}
