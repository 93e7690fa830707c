import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { useAddress } from '../../ui/address.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { type Piece, statuses, statusTones } from './coverage.ts'
import { PieceSheet } from './PieceSheet.tsx'
import { RegisterTabs } from './RegisterTabs.tsx'

/** The documented information that an auditor looks for: what covers each piece, and what is missing. */
export function CoveragePage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/document-coverage', { params })
  const required = query.data?.required
  return (
    <Page title={t('across.coverage')} sentence={required && t('across.coverageSays', required)}>
      <RegisterTabs />
      <EnglishNote />
      <Shown query={query}>{({ items }) => <Pieces pieces={items} />}</Shown>
    </Page>
  )
}

function Pieces({ pieces }: Readonly<{ pieces: readonly Piece[] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const { said } = useAddress()
  const open = pieces.find(({ id }) => id === said.piece)
  const columns = useMemo(
    (): readonly Column<Piece>[] => [
      {
        key: 'name',
        head: t('across.piece'),
        cell: ({ id, name }) => (
          <To href={to.coverage({ ...said, piece: id })} lang="en" title={name}>
            {name}
          </To>
        ),
        value: ({ name }) => name,
        isName: true,
        width: 250,
        grows: true,
      },
      {
        key: 'status',
        head: t('across.status'),
        cell: ({ status }) => <Verdict tone={statusTones[status]}>{t(`across.statuses.${status}`)}</Verdict>,
        value: ({ status }) => status,
        order: ({ status }) => statuses.indexOf(status),
        filter: statuses.map((value) => ({ value, label: t(`across.statuses.${value}`) })),
        width: 160,
      },
      {
        key: 'required',
        head: t('across.demanded'),
        cell: ({ required }) => (required ? t('ui.yes') : t('ui.no')),
        value: ({ required }) => (required ? 'yes' : 'no'),
        filter: [
          { value: 'yes', label: t('across.isDemanded') },
          { value: 'no', label: t('across.notDemanded') },
        ],
        width: 110,
      },
      {
        key: 'group',
        head: t('across.group'),
        cell: ({ group }) => (
          <span lang="en" title={group}>
            {group}
          </span>
        ),
        value: ({ group }) => group,
        filter: true,
        width: 200,
      },
      {
        key: 'by',
        head: t('across.by'),
        cell: (piece) => {
          const text = coveredBy(piece)
          return <span title={text}>{text}</span>
        },
        value: coveredBy,
        width: 240,
      },
    ],
    [t, to, said],
  )
  return (
    <>
      <DataTable
        label={t('across.coverage')}
        rows={pieces}
        columns={columns}
        rowKey={({ id }) => id}
        selected={said.piece}
      />
      {open && <PieceSheet piece={open} back={to.coverage({ ...said, piece: undefined })} />}
    </>
  )
}

function coveredBy({ documents, keptIn }: Piece): string {
  const named = documents.map(({ number, label }) => `${number} ${label}`)
  return [...named, ...(keptIn && keptIn.records > 0 ? [keptIn.title] : [])].join(', ')
}
