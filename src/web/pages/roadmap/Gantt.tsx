import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { Bar } from './Bar.tsx'
import styles from './Gantt.module.css'
import { afterNames, monthsOf, scaleOf } from './gantt-scale.ts'
import type { Difference, Schedule, Task, Tried } from './roadmap.ts'

type GanttProps = Readonly<{
  schedule: Schedule
  tried: Tried['schedule'] | undefined
  before: Difference | undefined
  isBusy: boolean
  /** Asks what would follow if a task began no earlier than a day, or as early as possible. */
  move: (task: string, notBefore: string | undefined) => void
}>

const rowHeight = 26

/** The tasks over time in the order of their starts; a bar can be moved to see what would follow. */
export function Gantt({ schedule, tried, before, isBusy, move }: GanttProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const scroller = useRef<HTMLElement>(null)
  const shown = tried ?? schedule
  const tasks = useMemo(
    () =>
      shown.tasks.toSorted((a, b) =>
        a.start === b.start ? compare(a.finish, b.finish) : compare(a.start, b.start),
      ),
    [shown],
  )
  const scale = useMemo(() => scaleOf([schedule, ...(tried ? [tried] : [])]), [schedule, tried])
  const kept = useMemo(() => new Map(schedule.tasks.map((task) => [task.id, task])), [schedule])
  const old = useMemo(() => new Map(before?.moved.map((one) => [one.id, one])), [before])
  return (
    <>
      <Legend hasBaseline={before !== undefined} isTried={tried !== undefined} />
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={t('ui.table', { label: t('roadmap.gantt') })}
        aria-busy={isBusy}
        {...reachable}
      >
        <div className={styles.chart} style={{ width: afterNames(scale.width) }}>
          <div className={styles.months} aria-hidden="true">
            {monthsOf(scale).map(({ month, left, width }) => (
              <span key={month} style={{ left: afterNames(left), width }}>
                {width > 60 ? format.month(month) : ''}
              </span>
            ))}
          </div>
          <ul className={styles.rows} aria-label={t('roadmap.tasks')}>
            {tasks.map((task) => (
              <li key={task.id} style={{ height: rowHeight }}>
                <span className={styles.name} lang="en" title={`${task.id} ${task.title}`}>
                  {task.id} {task.title}
                </span>
                <Bar
                  task={task}
                  ghost={tried ? ghostOf(task, kept.get(task.id)) : baselineOf(task, old.get(task.id))}
                  isTried={tried !== undefined}
                  scale={scale}
                  isBusy={isBusy}
                  move={move}
                />
              </li>
            ))}
          </ul>
          {schedule.risk.dates.map(({ title, on }) => (
            <span
              key={`${title} ${on}`}
              className={styles.date}
              style={{ left: afterNames(scale.at(on)) }}
              title={`${title}, ${format.day(on)}`}
            >
              <span>{title}</span>
            </span>
          ))}
        </div>
      </section>
    </>
  )
}

/** What scrolls has to be reached by key. */
const reachable = { tabIndex: 0 }

type Ghost = Readonly<{ start: string; finish: string }>

function ghostOf(task: Task, kept: Task | undefined): Ghost | undefined {
  return kept && (kept.start !== task.start || kept.finish !== task.finish) ? kept : undefined
}

function baselineOf(_task: Task, moved: Difference['moved'][number] | undefined): Ghost | undefined {
  return moved && { start: moved.startBefore, finish: moved.finishBefore }
}

function Legend({ hasBaseline, isTried }: Readonly<{ hasBaseline: boolean; isTried: boolean }>) {
  const { t } = useTranslation()
  return (
    <ul className={styles.legend}>
      <li>
        <i className={styles.driving} /> {t('roadmap.legendDriving')}
      </li>
      <li>
        <i className={styles.other} /> {t('roadmap.legendOther')}
      </li>
      {(hasBaseline || isTried) && (
        <li>
          <i className={styles.ghostMark} /> {isTried ? t('roadmap.before') : t('roadmap.legendBaseline')}
        </li>
      )}
      <li>
        <i className={styles.dateMark} /> {t('roadmap.legendDate')}
      </li>
    </ul>
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
