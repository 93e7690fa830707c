import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { DecideForm } from './DecideForm.tsx'
import type { KpiDetail } from './kpi-view.ts'
import styles from './Monitoring.module.css'
import { useSayers } from './use-sayers.ts'

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

function WhatCame({ effect, kpi }: Readonly<{ effect: Decision['effect']; kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { writerOf, differenceOf } = useSayers()
  if (!effect.isKnown)
    return (
      <p className="second" lang="en">
        {effect.because}
      </p>
    )
  const write = writerOf(kpi)
  const difference = differenceOf(kpi)
  const side = ({ from, to, number, part, whole }: typeof effect.before) =>
    [
      `${format.month(from)} – ${format.month(to)}: ${write(number)}`,
      part === undefined ? '' : ` (${format.number(part)} / ${format.number(whole ?? 0)})`,
    ].join('')
  const isBetter =
    (kpi.direction === 'up' && effect.difference > 0) || (kpi.direction === 'down' && effect.difference < 0)
  const clear = isBetter ? 'better' : 'worse'
  const word = effect.isClear ? clear : 'unclear'
  const neutral = kpi.direction === 'neutral' || kpi.direction === 'to zero'
  return (
    <div className={styles.small}>
      <div>{t('monitoring.before', { side: side(effect.before) })}</div>
      <div>{t('monitoring.after', { side: side(effect.after) })}</div>
      <div>
        {t('monitoring.difference', {
          difference: difference(effect.difference),
          low: difference(effect.low),
          high: difference(effect.high),
        })}{' '}
        {!neutral && (
          <Verdict
            tone={({ unclear: 'not_applicable', better: 'conforming', worse: 'major' } as const)[word]}
          >
            {t(`monitoring.effect.${word}`)}
          </Verdict>
        )}
      </div>
      <div className="second" lang="en">
        {effect.method}
      </div>
    </div>
  )
}
