import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Figure.module.css'
import { useFormat } from './format.ts'
import { Term } from './Term.tsx'
import { To } from './To.tsx'

/** What a number was computed from. */
export type Origin = Readonly<{
  n?: number | undefined
  period?: Readonly<{ from: string; to: string }> | undefined
  /** Shares from 0 to 1. */
  interval?: Readonly<{ low: number; high: number }> | undefined
  check?: string | undefined
}>

type FigureProps = Readonly<{
  /** The number as it is read; undefined means that there are no data, which is never 0. */
  value: ReactNode | undefined
  href: string
  origin?: Origin
  label?: string
}>

/** A number inside a text or table: leads to what it was computed from, and says n, period and interval. */
export function Figure({ value, href, origin = {}, label }: FigureProps) {
  const { t } = useTranslation()
  const says = useOrigin(origin)
  return (
    <Tooltip label={says} disabled={says === ''} events={{ hover: true, focus: true, touch: false }}>
      <To href={href} className={styles.figure} {...(label ? { 'aria-label': label } : {})}>
        {value ?? <span className="second">{t('ui.noData')}</span>}
        {says && <span className="unseen"> ({says})</span>}
      </To>
    </Tooltip>
  )
}

/** One of the few great numbers of a page, with its name. */
export function Tile({
  name,
  term,
  says,
  children,
}: Readonly<{
  name: string
  /** The word of the glossary that explains the name. */
  term?: string
  says?: ReactNode
  children: ReactNode
}>) {
  return (
    <div className={styles.tile}>
      <div className={styles.name}>{term ? <Term of={term}>{name}</Term> : name}</div>
      <div className={styles.great}>{children}</div>
      {says && <div className={styles.says}>{says}</div>}
    </div>
  )
}

/** Several great numbers beside each other. */
export function Tiles({ children }: Readonly<{ children: ReactNode }>) {
  return <div className={styles.tiles}>{children}</div>
}

function useOrigin({ n, period, interval, check }: Origin): string {
  const { t } = useTranslation()
  const format = useFormat()
  return [
    n === undefined ? '' : t('ui.n', { n }),
    period ? t('ui.period', { from: format.day(period.from), to: format.day(period.to) }) : '',
    interval
      ? t('ui.interval', { low: format.percent(interval.low), high: format.percent(interval.high) })
      : '',
    check ? t('ui.source', { check }) : '',
  ]
    .filter(Boolean)
    .join('. ')
}
