import type { ReactNode } from 'react'
import { look, type ToneName } from '#base/look.ts'
import styles from './HeatMap.module.css'
import { Shape } from './Shape.tsx'
import { To } from './To.tsx'

export type HeatCell = Readonly<{ key: string; tone: ToneName; label: string; href: string }>
export type HeatRow = Readonly<{
  key: string
  label: string
  href: string
  /** What the row says as a whole, such as its counts. */
  says: string
  end?: ReactNode
  cells: readonly HeatCell[]
}>

type HeatMapProps = Readonly<{
  label: string
  rows: readonly HeatRow[]
  heads: Readonly<{ row: string; cells: string; end?: string }>
}>

const size = 14
const step = 18

/** One row for each group, one mark for each thing in it: shape and colour say how it is rated. */
export function HeatMap({ label, rows, heads }: HeatMapProps) {
  return (
    <table className={styles.map} aria-label={label}>
      <thead className="unseen">
        <tr>
          <th scope="col">{heads.row}</th>
          <th scope="col">{heads.cells}</th>
          {heads.end && <th scope="col">{heads.end}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <To href={row.href}>{row.label}</To>
            </th>
            <td>
              <span className="unseen">{row.says}</span>
              <div className={styles.cells} aria-hidden="true">
                {row.cells.map((cell) => (
                  <Mark key={cell.key} cell={cell} />
                ))}
              </div>
            </td>
            {heads.end && <td className={styles.end}>{row.end}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Reached by pointer only: by keyboard the row leads to the same list. */
function Mark({ cell }: Readonly<{ cell: HeatCell }>) {
  return (
    <To href={cell.href} tabIndex={-1} title={cell.label} style={{ width: step, height: step }}>
      <span style={{ color: `var(--tone-${cell.tone})` }}>
        <Shape tone={cell.tone} size={size} />
      </span>
    </To>
  )
}

type LegendProps = Readonly<{ entries: readonly Readonly<{ tone: ToneName; label: string }>[] }>

/** What the shapes mean. */
export function Legend({ entries }: LegendProps) {
  return (
    <ul className={styles.legend}>
      {entries.map(({ tone, label }) => (
        <li key={label} data-shape={look.tones[tone].shape} style={{ color: `var(--tone-${tone})` }}>
          <Shape tone={tone} />
          <span className={styles.word}>{label}</span>
        </li>
      ))}
    </ul>
  )
}
