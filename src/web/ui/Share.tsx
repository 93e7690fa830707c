import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'
import styles from './Share.module.css'

type ShareProps = Readonly<{
  /** All are shares from 0 to 1; without a share there were no cases. */
  share?: number | undefined
  interval?: Readonly<{ low: number; high: number }> | undefined
  threshold?: number | undefined
}>

const left = 8
const right = 472
const axis = 40

/** A share as a point with its interval on a line, and the threshold it is held against. */
export function Share({ share, interval, threshold }: ShareProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (share === undefined) return <p className="second">{t('ui.noData')}</p>
  const [from, step] = scaleOf([share, interval?.low, threshold])
  const x = (value: number) => left + ((value - from) / (1 - from)) * (right - left)
  const ticks = Array.from({ length: Math.round((1 - from) / step) + 1 }, (_, at) => from + at * step)
  const said = [
    format.percent(share),
    interval && t('ui.interval', { low: format.percent(interval.low), high: format.percent(interval.high) }),
    threshold !== undefined && t('ui.threshold', { threshold: format.percent(threshold) }),
  ]
    .filter(Boolean)
    .join('. ')

  return (
    <svg className={styles.share} viewBox="0 0 480 64" role="img" aria-label={said}>
      <path d={`M${left} ${axis}H${right}`} stroke="var(--line)" />
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${x(tick)} ${axis}v5`} stroke="var(--second)" />
          <text x={x(tick)} y={60} textAnchor={anchorOf(x(tick))}>
            {format.percent(tick, 0)}
          </text>
        </g>
      ))}
      {threshold !== undefined && (
        <g>
          <path
            d={`M${x(threshold)} 8V${axis}`}
            stroke="var(--ink)"
            strokeWidth="1.5"
            strokeDasharray="4 3"
          />
          <text x={x(threshold) - 6} y={14} textAnchor="end" className={styles.threshold}>
            {t('ui.threshold', { threshold: format.percent(threshold) })}
          </text>
        </g>
      )}
      {interval && (
        <path
          d={`M${x(interval.low)} 22v12M${x(interval.low)} 28H${x(interval.high)}M${x(interval.high)} 22v12`}
          stroke="var(--accent)"
          strokeWidth="2"
          fill="none"
        />
      )}
      <circle cx={x(share)} cy={28} r={5} fill="var(--accent)" />
    </svg>
  )
}

/** The line begins at a round value below everything that is drawn, so that what matters is seen. */
function scaleOf(values: readonly (number | undefined)[]): readonly [number, number] {
  const least = Math.min(...values.filter((value) => value !== undefined))
  if (least >= 0.91) return [0.9, 0.02]
  if (least >= 0.81) return [0.8, 0.05]
  if (least >= 0.51) return [0.5, 0.1]
  return [0, 0.2]
}

function anchorOf(x: number): 'start' | 'middle' | 'end' {
  if (x < left + 8) return 'start'
  return x > right - 8 ? 'end' : 'middle'
}
