import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from './address.ts'
import { type Column, choicesOf } from './column.ts'
import styles from './DataTable.module.css'

type TableToolsProps<R> = Readonly<{
  rows: readonly R[]
  columns: readonly Column<R>[]
  shown: number
  total: number
  children?: ReactNode
}>

/** Words to look for, choices to filter by, and how many rows are left. */
export function TableTools<R>({ rows, columns, shown, total, children }: TableToolsProps<R>) {
  const { t } = useTranslation()
  const { said, say } = useAddress()
  const filters = columns.filter(({ filter }) => filter !== undefined)
  const isFiltered = said.q !== undefined || filters.some(({ key }) => said[key] !== undefined)
  const clear = () => say({ q: undefined, ...Object.fromEntries(filters.map(({ key }) => [key, undefined])) })

  return (
    <div className={styles.tools}>
      <Words />
      {filters.map((column) => (
        <select
          key={column.key}
          aria-label={t('ui.filterBy', { column: column.head })}
          value={said[column.key] ?? ''}
          data-set={said[column.key] !== undefined}
          onChange={(event) => say({ [column.key]: event.currentTarget.value })}
        >
          <option value="">{column.head}</option>
          {choicesOf(rows, column).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ))}
      {isFiltered && (
        <button type="button" className={styles.clear} onClick={clear}>
          {t('ui.clearFilters')}
        </button>
      )}
      <output className={styles.count}>
        {shown === total ? t('ui.rows', { count: total }) : t('ui.rowsOf', { shown, all: total })}
      </output>
      {children}
    </div>
  )
}

const pause = 200

/** What is typed goes into the address after a short pause. */
function Words() {
  const { t } = useTranslation()
  const { said, say } = useAddress()
  const [text, setText] = useState(said.q ?? '')

  useEffect(() => {
    if (text === (said.q ?? '')) return undefined
    const timer = setTimeout(() => say({ q: text }), pause)
    return () => clearTimeout(timer)
  }, [text, said.q, say])

  return (
    <input
      type="search"
      placeholder={t('ui.filter')}
      aria-label={t('ui.filter')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  )
}
