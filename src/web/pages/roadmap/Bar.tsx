import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import styles from './Gantt.module.css'
import { afterNames, type Scale } from './gantt-scale.ts'
import { dayAfter, type Task } from './roadmap.ts'

type BarProps = Readonly<{
  task: Task
  /** Where it stood before. */
  ghost: Readonly<{ start: string; finish: string }> | undefined
  isTried: boolean
  scale: Scale
  isBusy: boolean
  move: (task: string, notBefore: string | undefined) => void
}>

const week = 7

/** One task as a bar: dragged by pointer, or moved by arrow keys, it asks what would follow. */
export function Bar({ task, ghost, isTried, scale, isBusy, move }: BarProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [dragged, setDragged] = useState<{ from: number; by: number }>()
  const left = scale.at(task.start)
  const width = Math.max(4, scale.at(dayAfter(task.finish, 1)) - left)
  const by = dragged?.by ?? 0
  const days = Math.round(by / scale.perDay)
  const to = (wanted: number) => {
    if (isBusy || wanted === 0) return
    const notBefore = dayAfter(task.start, wanted)
    move(task.id, notBefore <= scale.from ? undefined : notBefore)
  }
  const press = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragged({ from: event.clientX, by: 0 })
  }
  const drag = (event: PointerEvent) => {
    if (dragged) setDragged({ ...dragged, by: event.clientX - dragged.from })
  }
  const drop = () => {
    setDragged(undefined)
    to(days)
  }
  const key = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined && event.key !== 'Home') return
    event.preventDefault()
    if (step === undefined) move(task.id, undefined)
    else to(step * (event.shiftKey ? week : 1))
  }
  const said = t('roadmap.bar', {
    id: task.id,
    title: task.title,
    role: task.role,
    start: format.day(task.start),
    finish: format.day(task.finish),
  })
  return (
    <>
      {ghost && (
        <span
          className={styles.ghost}
          style={{
            left: afterNames(scale.at(ghost.start)),
            width: Math.max(4, scale.at(dayAfter(ghost.finish, 1)) - scale.at(ghost.start)),
          }}
        />
      )}
      <button
        type="button"
        className={styles.bar}
        data-driving={task.isDriving || undefined}
        data-tried={(isTried && ghost !== undefined) || undefined}
        style={{ left: afterNames(left + by), width }}
        aria-label={task.isDriving ? `${said}, ${t('roadmap.barCritical')}` : said}
        title={dragged ? format.day(dayAfter(task.start, days)) : said}
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={() => setDragged(undefined)}
        onKeyDown={key}
      />
    </>
  )
}
