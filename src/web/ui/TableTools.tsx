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
  scope: string | undefined
  children?: ReactNode
}>

/** Words to look for, choices to filter by, and how many rows are left. */
export function TableTools<R>(props: TableToolsProps<R>) {
  const { rows, columns, shown, total, scope, children } = props
  const { t } = useTranslation()
  const { said, say } = useAddress(scope)
  const filters = columns.filter(({ filter }) => filter !== undefined)
  const isFiltered = said.q !== undefined || filters.some(({ key }) => said[key] !== undefined)
  const isShort = total <= few && filters.length === 0 && !isFiltered
  const clear = () => say({ q: undefined, ...Object.fromEntries(filters.map(({ key }) => [key, undefined])) })

  return (
    <div className={styles.tools}>
      {!isShort && <Words scope={scope} />}
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

/** So many rows are seen at once: nobody looks for words in them. */
const few = 5
const pause = 200

/** What is typed goes into the address after a short pause. */
function Words({ scope }: Readonly<{ scope: string | undefined }>) {
  const { t } = useTranslation()
  const { said, say } = useAddress(scope)
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
