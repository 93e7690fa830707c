import { useMemo } from 'react'
import type { Answered } from '../data/call.ts'
import { type Format, useFormat } from './format.ts'

export type MeasureList = Answered<'GET /api/organizations/:organization/measures'>
export type Measure = MeasureList['items'][number]
export type Point = Measure['points'][number]

/** The value of a month: a share of its cases, or a number; undefined without cases. */
export function monthValue({ part, whole, value }: Point): number | undefined {
  if (value !== undefined) return value
  return part === undefined || whole === undefined || whole === 0 ? undefined : part / whole
}

/** The newest month that has a value. */
export function latestOf({ points }: Measure): (Point & { now: number }) | undefined {
  for (const point of points.toReversed()) {
    const now = monthValue(point)
    if (now !== undefined) return { ...point, now }
  }
  return undefined
}

/** Whether a value reaches the target; undefined where there is none to reach. */
export function reaches({ direction, target }: Measure, value: number): boolean | undefined {
  if (target === undefined || direction === 'neutral') return undefined
  return direction === 'up' ? value >= target : value <= target
}

/** Writes the values of a measure with their unit. */
export function useWriter({ answers, unit }: Pick<Measure, 'answers' | 'unit'>): (value: number) => string {
  const format = useFormat()
  return useMemo(() => writerOf(answers, unit, format), [answers, unit, format])
}

/** Writes values of one kind with their unit. */
export function writerOf(answers: Measure['answers'], unit: string, format: Format) {
  if (answers === 'share' || unit === 'share') return (value: number) => format.percent(value)
  if (unit === 'percent') return (value: number) => format.percent(value / 100)
  const digits = (value: number) => (Math.abs(value) >= 100 ? 0 : 1)
  return (value: number) => `${format.number(value, digits(value))} ${unit}`
}
