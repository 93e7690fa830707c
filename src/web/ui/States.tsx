import { Button, Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../data/refused.ts'
import styles from './States.module.css'

type ShownProps<T> = Readonly<{
  query: UseQueryResult<T, Error>
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}>

/** Shows what was asked for once it is there; before, its skeleton; if it failed, what to try. */
export function Shown<T>({ query, skeleton, children }: ShownProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  return <>{skeleton ?? <Lines />}</>
}

const widths = ['62%', '88%', '74%', '91%', '55%', '80%', '68%', '85%'] as const

/** The skeleton of a text or table: its lines. */
export function Lines({ count = 6 }: Readonly<{ count?: number }>) {
  const { t } = useTranslation()
  return (
    <div className={styles.lines} role="status" aria-label={t('ui.loading')}>
      {widths.slice(0, count).map((width) => (
        <Skeleton key={width} height={16} width={width} radius="sm" />
      ))}
    </div>
  )
}

type EmptyProps = Readonly<{ title: string; says?: ReactNode; action?: ReactNode }>

/** Nothing is here yet: what to do first, with one button. */
export function Empty({ title, says, action }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {says && <p>{says}</p>}
      {action}
    </div>
  )
}

/** It did not work: what happened, that nothing was lost, what to try. */
export function Failed({ error, retry }: Readonly<{ error: Error; retry?: () => void }>) {
  const { t } = useTranslation()
  return (
    <div className={styles.empty} role="alert">
      <h2>{t('ui.failed')}</h2>
      <p>{useReason(error)}</p>
      <p className="second">{t('ui.failedKept')}</p>
      {retry && (
        <Button variant="default" onClick={retry}>
          {t('ui.retry')}
        </Button>
      )}
    </div>
  )
}

/** Why something was refused, in words that help. */
export function useReason(error: Error): string {
  const { t } = useTranslation()
  if (!(error instanceof Refused)) return error.message
  if (error.status === 0) return t('ui.failedUnreachable')
  if (error.problem.detail) return error.problem.detail
  if (error.status === 403) return t('ui.failedNotAllowed')
  if (error.status === 404) return t('ui.failedNotFound')
  return error.message
}
