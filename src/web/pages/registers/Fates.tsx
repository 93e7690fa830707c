import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { usePages } from '../../data/pages.ts'
import { useWordsOf, type Word } from '../../data/register-words.ts'
import { useAddress } from '../../ui/address.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { FateBadge, fates, isFate } from '../../ui/Fate.tsx'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { Failed, Lines } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import type { Import } from './import.ts'
import styles from './Registers.module.css'
import type { Register } from './register-columns.tsx'

type Row = Import['items'][number]
type Change = Row['changes'][number]

/** Every row of the file with its fate; a row opens beside the table with all that changes. */
export function Fates({ read, register }: Readonly<{ read: Import; register: Register | undefined }>) {
  const { t } = useTranslation()
  const sayChange = useSayChange(read.register, register)
  const { params, to } = useOrganization()
  const { said } = useAddress()
  const at = to.imported(read.register, read.id)
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'line',
        head: t('imports.line'),
        cell: ({ line }) => <To href={withLine(at, said, line)}>{line}</To>,
        isName: true,
        width: 80,
      },
      {
        key: 'fate',
        head: t('imports.fate'),
        cell: ({ fate }) => <FateBadge fate={fate} isDone={read.appliedAt !== undefined} />,
        filter: fates.map((fate) => ({ value: fate, label: t(`imports.fates.${fate}`) })),
        width: 140,
      },
      { key: 'number', head: t('imports.number'), cell: ({ number }) => number ?? '–', width: 100 },
      {
        key: 'label',
        head: t('imports.label'),
        cell: ({ label }) => <span title={label}>{label}</span>,
        width: 240,
      },
      {
        key: 'what',
        head: t('imports.what'),
        cell: (row) => <What row={row} sayChange={sayChange} />,
        width: 320,
        grows: true,
      },
    ],
    [t, at, said, read.appliedAt, sayChange],
  )
  const { query, items, readMore } = usePages(
    'GET /api/organizations/:organization/registers/:register/imports/:import',
    {
      params: { ...params, register: read.register, import: read.id },
      query: {
        limit: 500,
        search: said.q,
        ...(isFate(said.fate) ? { fate: said.fate } : {}),
      },
    },
  )
  if (query.error && items.length === 0)
    return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <Lines />
  const counts = read.counts
  const all = isFate(said.fate)
    ? counts[said.fate]
    : counts.new + counts.changed + counts.unchanged + counts.refused
  const open = items.find(({ line }) => String(line) === said.line)
  return (
    <>
      <DataTable
        label={t('imports.rows')}
        rows={items}
        columns={columns}
        rowKey={({ line }) => String(line)}
        isArrangedByServer
        total={said.q === undefined ? all : undefined}
        readMore={readMore}
        selected={said.line}
      />
      {open && <Whole row={open} sayChange={sayChange} back={withLine(at, said)} />}
    </>
  )
}

type SayChange = (change: Change) => Change

/** Says what changes in the language of the reader: fields, and the choices and states among the values. */
function useSayChange(id: string, register: Register | undefined): SayChange {
  const { t } = useTranslation()
  const word = useWordsOf(id)
  return useCallback(
    ({ field, label, before, after }) => {
      const isChosen =
        field === 'state' || register?.fields.some(({ name, kind }) => name === field && kind === 'choice')
      const value: Word = (text) => (isChosen ? word(text) : text)
      const named = field === 'state' ? t('registers.state') : word(label)
      return { field, label: named, before: value(before), after: value(after) }
    },
    [t, word, register],
  )
}

type RowProps = Readonly<{ row: Row; sayChange: SayChange }>

function What({ row: { reason, changes }, sayChange }: RowProps) {
  const text =
    reason ??
    changes
      .map(sayChange)
      .map(({ label, before, after }) => `${label}: ${before ? `${before} → ` : ''}${after}`)
      .join('; ')
  return (
    <span title={text} lang={reason ? 'en' : undefined}>
      {text}
    </span>
  )
}

function Whole({ row, sayChange, back }: RowProps & Readonly<{ back: string }>) {
  const { t } = useTranslation()
  const { line, label, fate, reason, changes } = row
  return (
    <SideSheet title={`${t('imports.lineOf', { line })}: ${label}`} back={back}>
      <div className={styles.record}>
        <FateBadge fate={fate} />
        {reason && <p lang="en">{reason}</p>}
        {fate === 'unchanged' && <p>{t('imports.same')}</p>}
        {changes.length > 0 && (
          <div className={styles.cell}>
            <Facts
              facts={changes.map(sayChange).map(({ label: name, before, after }) => ({
                name,
                value: (
                  <>
                    {before && <del>{before}</del>} {after && <ins>{after}</ins>}
                  </>
                ),
              }))}
            />
          </div>
        )}
      </div>
    </SideSheet>
  )
}

/** The address of the page with the words of its table, and the line that is open. */
function withLine(at: string, said: Readonly<Record<string, string>>, line?: number): string {
  const { line: _, ...rest } = said
  const words = new URLSearchParams(line === undefined ? rest : { ...rest, line: String(line) }).toString()
  return words ? `${at}?${words}` : at
}
