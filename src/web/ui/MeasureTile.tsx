import { useTranslation } from 'react-i18next'
import { useOrganization } from '../data/organization.ts'
import { useFormat } from './format.ts'
import styles from './MeasureTile.module.css'
import { latestOf, type Measure, monthValue, useWriter } from './measure-view.ts'
import { To } from './To.tsx'
import { Trend } from './Trend.tsx'

/** One measure in small: its name, its course with n on hover and focus, its target. */
export function MeasureTile({ measure }: Readonly<{ measure: Measure }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const write = useWriter(measure)
  const latest = latestOf(measure)
  return (
    <article className={styles.measure}>
      <h3>
        <To href={to.measure(measure.id)}>{measure.title}</To>
      </h3>
      {latest ? (
        <>
          <div className={styles.great}>{write(latest.now)}</div>
          <Trend
            label={measure.title}
            points={measure.points.map((point) => ({
              when: format.month(point.period),
              value: monthValue(point),
              n: point.n,
            }))}
            target={measure.target}
            write={write}
          />
        </>
      ) : (
        <p className="second">
          {t('ui.noData')}
          {measure.because && `: ${measure.because}`}
        </p>
      )}
    </article>
  )
}
