import { type PointerEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Trend.module.css'

export type TrendPoint = Readonly<{
  /** The month or day, as it is read. */
  when: string
  value?: number | undefined
  n: number
}>

type TrendProps = Readonly<{
  /** What is measured, for those who do not see it. */
  label: string
  points: readonly TrendPoint[]
  target?: number | undefined
  /** Writes one value with its unit. */
  write: (value: number) => string
}>

const width = 280
const height = 72
const edge = 6

/** A small line over time: pointer and arrow keys go from point to point and read each with its n. */
export function Trend({ label, points, target, write }: TrendProps) {
  const { t } = useTranslation()
  const [at, setAt] = useState(points.length - 1)
  const point = points[at]
  const place = placeIn(points, target)
  const read = ({ when, value, n }: TrendPoint) =>
    t('ui.point', { when, value: value === undefined ? t('ui.noData') : write(value), n })
  const follow = (event: PointerEvent<HTMLElement>) => {
    const { left, width: wide } = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - left) / wide
    setAt(Math.min(points.length - 1, Math.max(0, Math.round(share * (points.length - 1)))))
  }
  if (point === undefined) return <p className="second">{t('ui.noData')}</p>

  return (
    <div className={styles.trend}>
      <div className={styles.drawing} onPointerMove={follow} onPointerLeave={() => setAt(points.length - 1)}>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {target !== undefined && (
            <path
              d={`M0 ${place.y(target)}H${width}`}
              stroke="var(--second)"
              strokeDasharray="4 3"
              vectorEffect="non-scaling-stroke"
            />
          )}
          <path
            d={lineOf(points, place)}
            fill="none"
            stroke="var(--accent)"
            strokeWidth="2"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {point.value !== undefined && (
          <span
            className={styles.mark}
            style={{
              left: `${(place.x(at) / width) * 100}%`,
              top: `${(place.y(point.value) / height) * 100}%`,
            }}
          />
        )}
        <input
          type="range"
          min={0}
          max={points.length - 1}
          value={at}
          aria-label={label}
          aria-valuetext={read(point)}
          onChange={(event) => setAt(Number(event.currentTarget.value))}
        />
      </div>
      <div className={styles.read}>
        <span>{read(point)}</span>
        {target !== undefined && <span>{t('ui.target', { target: write(target) })}</span>}
      </div>
    </div>
  )
}

type Place = Readonly<{ x: (at: number) => number; y: (value: number) => number }>

function placeIn(points: readonly TrendPoint[], target: number | undefined): Place {
  const values = [...points.map(({ value }) => value), target].filter((value) => value !== undefined)
  const [least, most] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
  const span = most - least || Math.abs(most) || 1
  const inner = height - 2 * edge
  return {
    x: (at) => (points.length < 2 ? width / 2 : edge + ((width - 2 * edge) * at) / (points.length - 1)),
    y: (value) => (most === least ? height / 2 : edge + inner - ((value - least) / span) * inner),
  }
}

/** A month without cases is a gap in the line, never a zero; one that stands alone is a dot. */
function lineOf(points: readonly TrendPoint[], { x, y }: Place): string {
  return points
    .map(({ value }, at) => {
      if (value === undefined) return ''
      const isFirst = points[at - 1]?.value === undefined
      const isAlone = isFirst && points[at + 1]?.value === undefined
      return `${isFirst ? 'M' : 'L'}${x(at)} ${y(value)}${isAlone ? 'h0.1' : ''}`
    })
    .join('')
}
