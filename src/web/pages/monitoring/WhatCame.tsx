import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { Verdict } from '../../ui/Verdict.tsx'
import type { KpiDetail } from './kpi-view.ts'
import styles from './Monitoring.module.css'
import { useSayers } from './use-sayers.ts'

type WhatCameProps = Readonly<{
  effect: KpiDetail['decisions'][number]['effect']
  kpi: Pick<KpiDetail, 'answers' | 'unit' | 'direction'>
}>

/** What was before and after, the difference with its interval, and by which method. */
export function WhatCame({ effect, kpi }: WhatCameProps) {
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
