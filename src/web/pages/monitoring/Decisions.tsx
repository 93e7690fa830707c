import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { DecideForm } from './DecideForm.tsx'
import type { KpiDetail } from './kpi-view.ts'
import styles from './Monitoring.module.css'
import { WhatCame } from './WhatCame.tsx'

type Decision = KpiDetail['decisions'][number]

/** Decisions that no signal led to; those of signals stand with them. */
export function Decisions({ kpi }: Readonly<{ kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const own = kpi.decisions.filter(({ signal }) => signal === undefined)
  return (
    <Section title={t('monitoring.decisions')} says={t('monitoring.decisionsSay')}>
      {own.length > 0 && (
        <ul className={styles.items}>
          {own.map((decision) => (
            <li key={decision.id}>
              <OneDecision decision={decision} kpi={kpi} />
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('monitoring.decideWithout')}</summary>
        <DecideForm kpi={kpi.kpi} />
      </details>
    </Section>
  )
}

/** A decision with what changed since: before and after, the difference with its interval, and the method. */
export function OneDecision({ decision, kpi }: Readonly<{ decision: Decision; kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { says, owner, dueOn, decidedOn, by, isOverdue } = decision
  return (
    <div className={styles.effect}>
      <p>{says}</p>
      <p className="second">
        {t('monitoring.decisionLine', { day: format.day(decidedOn), by, owner })}
        {dueOn && ` · ${t('monitoring.due', { day: format.day(dueOn) })}`}
        {isOverdue && ` · ${t('monitoring.duePassed')}`}
      </p>
      <WhatCame effect={decision.effect} kpi={kpi} />
    </div>
  )
}
