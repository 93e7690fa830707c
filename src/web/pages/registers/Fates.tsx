import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { usePages } from '../../data/pages.ts'
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

type Row = Import['items'][number]

/** Every row of the file with its fate; a row opens beside the table with all that changes. */
export function Fates({ read }: Readonly<{ read: Import }>) {
  const { t } = useTranslation()
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
      { key: 'what', head: t('imports.what'), cell: (row) => <What row={row} />, width: 320, grows: true },
    ],
    [t, at, said, read.appliedAt],
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
      {open && <Whole row={open} back={withLine(at, said)} />}
    </>
  )
}

function What({ row: { reason, changes } }: Readonly<{ row: Row }>) {
  const text =
    reason ??
    changes.map(({ label, before, after }) => `${label}: ${before ? `${before} → ` : ''}${after}`).join('; ')
  return (
    <span title={text} lang="en">
      {text}
    </span>
  )
}

function Whole({ row, back }: Readonly<{ row: Row; back: string }>) {
  const { t } = useTranslation()
  const { line, label, fate, reason, changes } = row
  return (
    <SideSheet title={`${t('imports.lineOf', { line })}: ${label}`} back={back}>
      <div className={styles.record}>
        <FateBadge fate={fate} />
        {reason && <p lang="en">{reason}</p>}
        {fate === 'unchanged' && <p>{t('imports.same')}</p>}
        {changes.length > 0 && (
          <div className={styles.cell} lang="en">
            <Facts
              facts={changes.map(({ label: name, before, after }) => ({
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
