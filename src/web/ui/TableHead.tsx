import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Column, orderOf } from './column.ts'
import styles from './DataTable.module.css'

type TableHeadProps<R> = Readonly<{
  children?: ReactNode
  columns: readonly Column<R>[]
  order: string | undefined
  say: (change: Readonly<Record<string, string | undefined>>) => void
}>

/** The heads of the columns; one click sorts rising, the next falling, the third not at all. */
export function TableHead<R>({ children, columns, order, say }: TableHeadProps<R>) {
  const now = orderOf(order)
  return (
    <thead>
      <tr aria-rowindex={1}>
        {children}
        {columns.map((column) => {
          const isSorted = now?.key === column.key
          const direction = now?.isDescending ? 'descending' : 'ascending'
          return (
            <th
              key={column.key}
              scope="col"
              aria-sort={isSorted ? direction : undefined}
              className={column.isNumber ? styles.number : undefined}
            >
              {column.value ? (
                <SortButton
                  head={column.head}
                  state={isSorted ? direction : undefined}
                  sort={() => say({ sort: nextOrder(column.key, isSorted ? direction : undefined) })}
                />
              ) : (
                column.head
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function nextOrder(key: string, state: Sorted): string | undefined {
  if (state === undefined) return key
  return state === 'ascending' ? `-${key}` : undefined
}

type Sorted = 'ascending' | 'descending' | undefined
type SortButtonProps = Readonly<{ head: string; state: Sorted; sort: () => void }>

const arrows = { ascending: '↑', descending: '↓' } as const

function SortButton({ head, state, sort }: SortButtonProps) {
  const { t } = useTranslation()
  return (
    <button type="button" className={styles.sort} onClick={sort} title={t('ui.sortBy', { column: head })}>
      {head}
      <span aria-hidden="true">{state ? arrows[state] : ''}</span>
    </button>
  )
}
