import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Problems } from '../../ui/Problems.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'

type Reading = Answered<'GET /api/organizations/:organization/imports/:import'>

/** One reading: which files, how their statuses were read, what was wrong in them. */
export function ReadingPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, to } = useOrganization()
  const { reading = '' } = useParams({ strict: false }) as { reading?: string }
  const query = useAsk('GET /api/organizations/:organization/imports/:import', {
    params: { ...params, import: reading },
  })
  return (
    <Shown query={query}>
      {(read) => (
        <Page
          title={t('sources.importTitle', { at: format.instant(read.readAt) })}
          trail={<To href={to.jobs}>{t('sources.history')}</To>}
          sentence={t('sources.importSays', {
            tickets: read.tickets,
            files: read.files,
            problems: read.problems,
          })}
        >
          <Section title={t('sources.readFiles')}>
            <ReadFiles rows={read.readFiles} />
          </Section>
          <Section title={t('sources.problemsFound')}>
            {read.problemList.length === 0 ? (
              <Empty title={t('sources.problemsNone')} />
            ) : (
              <Problems problems={read.problemList} />
            )}
          </Section>
          {read.states.length > 0 && (
            <Section title={t('sources.statuses')}>
              <States rows={read.states} />
            </Section>
          )}
        </Page>
      )}
    </Shown>
  )
}

type ReadFile = Reading['readFiles'][number]

function ReadFiles({ rows }: Readonly<{ rows: readonly ReadFile[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = useMemo(
    (): readonly Column<ReadFile>[] => [
      {
        key: 'file',
        head: t('sources.name'),
        cell: ({ file }) => file,
        isName: true,
        width: 260,
        grows: true,
      },
      { key: 'type', head: t('sources.type'), cell: ({ type }) => inWords(type ?? '–'), width: 160 },
      { key: 'readAs', head: t('sources.readAs'), cell: ({ readAs }) => readAs, width: 260 },
      {
        key: 'rows',
        head: t('sources.rows'),
        cell: (one) => format.number(one.rows),
        value: (one) => one.rows,
        isNumber: true,
        width: 96,
      },
      { key: 'hash', head: 'SHA-256', cell: ({ sha256 }) => <code>{sha256.slice(0, 12)}</code>, width: 130 },
    ],
    [t, format],
  )
  return (
    <DataTable
      scope="files"
      label={t('sources.readFiles')}
      rows={rows}
      columns={columns}
      rowKey={({ file, table }) => `${file} ${table}`}
    />
  )
}

type Proposal = Reading['states'][number]

function States({ rows }: Readonly<{ rows: readonly Proposal[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = useMemo(
    (): readonly Column<Proposal>[] => [
      {
        key: 'native',
        head: t('sources.native'),
        cell: ({ native }) => native,
        value: ({ native }) => native,
        isName: true,
        width: 220,
      },
      {
        key: 'type',
        head: t('sources.type'),
        cell: ({ type }) => inWords(type),
        value: ({ type }) => inWords(type),
        filter: true,
        width: 180,
      },
      { key: 'state', head: t('sources.readState'), cell: ({ state }) => inWords(state), width: 180 },
      { key: 'by', head: t('sources.because'), cell: ({ by }) => by, width: 240, grows: true },
      {
        key: 'count',
        head: t('sources.seen'),
        cell: ({ count }) => (count === undefined ? '–' : format.number(count)),
        value: ({ count }) => count,
        isNumber: true,
        width: 96,
      },
    ],
    [t, format],
  )
  return (
    <DataTable
      scope="states"
      label={t('sources.statuses')}
      rows={rows}
      columns={columns}
      rowKey={({ type, native }) => `${type} ${native}`}
    />
  )
}

function inWords(id: string): string {
  return id.replaceAll('_', ' ')
}
