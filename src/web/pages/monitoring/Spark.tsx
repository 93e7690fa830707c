import styles from './Monitoring.module.css'

type SparkProps = Readonly<{
  points: readonly Readonly<{ number?: number | undefined }>[]
  target: number | undefined
}>

const [width, height, edge] = [130, 24, 3] as const

/** The course of a KPI in a line; the figures stand on its own page. */
export function Spark({ points, target }: SparkProps) {
  const numbers = points.flatMap(({ number }) => number ?? [])
  if (numbers.length < 2) return <span className="second">–</span>
  const all = target === undefined ? numbers : [...numbers, target]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const y = (value: number) =>
    most === least ? height / 2 : height - edge - ((value - least) / (most - least)) * (height - 2 * edge)
  const x = (at: number) => edge + (at / (points.length - 1)) * (width - 2 * edge)
  const line = points
    .map(({ number }, at) => {
      if (number === undefined) return ''
      return `${points[at - 1]?.number === undefined ? 'M' : 'L'}${x(at)} ${y(number)}`
    })
    .join('')
  return (
    <svg className={styles.spark} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {target !== undefined && (
        <path d={`M0 ${y(target)}H${width}`} stroke="var(--second)" strokeDasharray="4 3" />
      )}
      <path d={line} fill="none" stroke="var(--accent)" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  )
}
