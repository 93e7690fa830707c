import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'
import styles from './ProcessGraph.module.css'
import type { Flow, Placed, PlacedFlow, PlacedStep, Step } from './process-layout.ts'
import { Shown } from './States.tsx'

type ProcessGraphProps = Readonly<{ label: string; steps: readonly Step[]; flows: readonly Flow[] }>

/** Which step follows which, how often, and how long it waits in between; what the model does not allow is dashed. */
export function ProcessGraph({ label, steps, flows }: ProcessGraphProps) {
  const query = useQuery({
    queryKey: ['layout', steps, flows],
    queryFn: async () => (await import('./process-layout.ts')).place(steps, flows),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return <Shown query={query}>{(placed) => <Drawing label={label} placed={placed} />}</Shown>
}

const reachable = { tabIndex: 0 }

function Drawing({ label, placed }: Readonly<{ label: string; placed: Placed }>) {
  const scroller = useRef<HTMLElement>(null)
  const begin = placed.steps.toSorted((a, b) => a.y - b.y)[0]?.x ?? 0

  // Where the map is wider than its place, it is read from where the paths begin.
  useEffect(() => {
    const place = scroller.current
    if (place) place.scrollLeft = begin - place.clientWidth / 2
  }, [begin])

  const most = Math.max(1, ...placed.flows.map(({ count }) => count))
  return (
    <div>
      <section ref={scroller} className={styles.scroller} aria-label={label} {...reachable}>
        <svg
          className={styles.graph}
          role="img"
          aria-label={label}
          width={placed.width}
          height={placed.height}
          viewBox={`0 0 ${placed.width} ${placed.height}`}
        >
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8Z" fill="var(--second)" />
            </marker>
          </defs>
          {placed.flows.map((flow) => (
            <Line key={`${flow.from} ${flow.to}`} flow={flow} share={flow.count / most} />
          ))}
          {placed.steps.map((step) => (
            <Box key={step.id} step={step} />
          ))}
          {placed.flows.map((flow) => (
            <FlowLabel key={`${flow.from} ${flow.to}`} flow={flow} />
          ))}
        </svg>
      </section>
      <AsList placed={placed} />
    </div>
  )
}

function Line({ flow, share }: Readonly<{ flow: PlacedFlow; share: number }>) {
  const path = flow.points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  return (
    <path
      d={path}
      fill="none"
      stroke={flow.isOutside ? 'var(--tone-major)' : 'var(--second)'}
      strokeWidth={1 + 5 * share}
      strokeOpacity={0.7}
      strokeDasharray={flow.isOutside ? '6 4' : undefined}
      strokeLinejoin="round"
      markerEnd="url(#arrow)"
    />
  )
}

function Box({ step }: Readonly<{ step: PlacedStep }>) {
  const format = useFormat()
  return (
    <g transform={`translate(${step.x} ${step.y})`}>
      <rect
        x={-step.width / 2}
        y={-step.height / 2}
        width={step.width}
        height={step.height}
        rx={4}
        fill="var(--paper)"
        stroke={step.isOutside ? 'var(--tone-major)' : 'var(--accent)'}
        strokeWidth={1.5}
        strokeDasharray={step.isOutside ? '6 4' : undefined}
      />
      <text y={-3} textAnchor="middle" className={styles.step}>
        {step.label}
      </text>
      <text y={14} textAnchor="middle" className={styles.small}>
        {format.number(step.count)}
      </text>
    </g>
  )
}

function FlowLabel({ flow }: Readonly<{ flow: PlacedFlow }>) {
  const format = useFormat()
  return (
    <g transform={`translate(${flow.x} ${flow.y})`} className={styles.label}>
      <text y={-2} textAnchor="middle">
        {format.number(flow.count)}
      </text>
      {flow.wait !== undefined && (
        <text y={13} textAnchor="middle" className={styles.small}>
          {format.duration(flow.wait)}
        </text>
      )}
    </g>
  )
}

/** The same, to be read. */
function AsList({ placed }: Readonly<{ placed: Placed }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const names = new Map(placed.steps.map(({ id, label }) => [id, label]))
  return (
    <details className={styles.list}>
      <summary>{t('ui.asList')}</summary>
      <ul>
        {placed.flows
          .toSorted((a, b) => b.count - a.count)
          .map((flow) => (
            <li key={`${flow.from} ${flow.to}`}>
              {t('ui.path', {
                from: names.get(flow.from) ?? '',
                to: names.get(flow.to) ?? '',
                count: flow.count,
              })}
              {flow.wait !== undefined && `. ${t('ui.waiting', { time: format.duration(flow.wait) })}`}
            </li>
          ))}
      </ul>
    </details>
  )
}
