import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from './address.ts'
import { arrange, type Column } from './column.ts'
import styles from './DataTable.module.css'
import { Mark, MarkAll, type Marks } from './Mark.tsx'
import { TableHead } from './TableHead.tsx'
import { TableTools } from './TableTools.tsx'

type DataTableProps<R> = Readonly<{
  /** What the table lists, for those who do not see it. */
  label: string
  rows: readonly R[]
  columns: readonly Column<R>[]
  rowKey: (row: R) => string
  /** The server sorts and filters by the address; here they are only shown as they come. */
  isArrangedByServer?: boolean
  /** How many rows there are in all; absent when all are here. */
  total?: number | undefined
  /** Reads further rows when the end comes into sight. */
  readMore?: (() => void) | undefined
  tools?: ReactNode
  selected?: string | undefined
  /** Its name in the address, where a page has several tables. */
  scope?: string
  /** Rows can be marked to do something with several at once. */
  marks?: Marks
}>

const rowHeight = 33
const markWidth = 40
/** What scrolls has to be reached by key, or those without a mouse could not scroll it. */
const reachable = { tabIndex: 0 }

/** A table of any length: sticky head, sort and filter in the address, arrow keys from row to row. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { label, rows, columns: all, rowKey, isArrangedByServer, total, readMore, selected, marks } = props
  const { t } = useTranslation()
  const columns = useMemo(() => all.filter(({ isHidden }) => !isHidden), [all])
  const { said, say } = useAddress(props.scope)
  const scroller = useRef<HTMLElement>(null)
  const shown = useMemo(
    () => (isArrangedByServer ? rows : arrange(rows, all, said)),
    [isArrangedByServer, rows, all, said],
  )
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]
  const last = items.at(-1)
  const isAtEnd = last !== undefined && last.index >= shown.length - 20

  useEffect(() => {
    if (isAtEnd) readMore?.()
  }, [isAtEnd, readMore])

  const go = (event: KeyboardEvent) => {
    const next = rowAfter(event, shown.length)
    if (next === undefined) return
    event.preventDefault()
    virtual.scrollToIndex(next)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`tr[data-index="${next}"] :is(a, button)`)?.focus(),
    )
  }
  const width = columns.reduce((sum, column) => sum + column.width, marks ? markWidth : 0)

  return (
    <div className={styles.whole}>
      <TableTools
        rows={rows}
        columns={all}
        shown={shown.length}
        total={total ?? rows.length}
        scope={props.scope}
      >
        {props.tools}
      </TableTools>
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={t('ui.table', { label })}
        onKeyDown={go}
        {...reachable}
      >
        <table
          className={styles.table}
          style={{ minWidth: width }}
          aria-label={label}
          aria-rowcount={shown.length + 1}
        >
          <colgroup>
            {marks && <col style={{ width: markWidth }} />}
            {columns.map(({ key, width: least, grows }) => (
              <col key={key} style={grows ? {} : { width: least }} />
            ))}
          </colgroup>
          <TableHead columns={columns} order={said.sort} say={say}>
            {marks && <MarkAll keys={shown.map(rowKey)} marks={marks} />}
          </TableHead>
          <tbody>
            {first && first.start > 0 && <Gap height={first.start} />}
            {items.map(({ index }) => {
              const row = shown[index]
              if (row === undefined) return null
              const key = rowKey(row)
              return (
                <tr
                  key={key}
                  data-index={index}
                  aria-rowindex={index + 2}
                  data-selected={selected === key || undefined}
                >
                  {marks && <Mark name={key} marks={marks} />}
                  {columns.map((column) => (
                    <Cell key={column.key} column={column} row={row} />
                  ))}
                </tr>
              )
            })}
            {last && <Gap height={virtual.getTotalSize() - last.end} />}
          </tbody>
        </table>
        {shown.length === 0 && <p className={styles.none}>{t('ui.noRows')}</p>}
      </section>
    </div>
  )
}

/** The row that an arrow key leads to. */
function rowAfter(event: KeyboardEvent, count: number): number | undefined {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const row = (event.target as HTMLElement).closest('tr')
  if (step === undefined || row?.dataset.index === undefined) return undefined
  return Math.min(Math.max(Number(row.dataset.index) + step, 0), count - 1)
}

function Cell<R>({ column, row }: Readonly<{ column: Column<R>; row: R }>) {
  const Tag = column.isName ? 'th' : 'td'
  return (
    <Tag {...(column.isName ? { scope: 'row' } : {})} className={column.isNumber ? styles.number : undefined}>
      {column.cell(row)}
    </Tag>
  )
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: Readonly<{ height: number }>) {
  return height <= 0 ? null : (
    <tr className={styles.gap}>
      <td style={{ height }} />
    </tr>
  )
}
