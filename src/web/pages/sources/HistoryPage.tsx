import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { type Job, useJobs } from '../../data/jobs.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { SourcesFrame } from './SourcesFrame.tsx'

type Reading = Answered<'GET /api/organizations/:organization/imports'>['items'][number]

const most = 200

/** Every reading of the files and every piece of work, newest first. */
export function HistoryPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const imports = useAsk('GET /api/organizations/:organization/imports', { params, query: { limit: most } })
  const jobs = useJobs(params)
  return (
    <SourcesFrame>
      <Section title={t('sources.imports')}>
        <Shown query={imports}>
          {({ items }) =>
            items.length === 0 ? <Empty title={t('sources.importsNone')} /> : <Readings rows={items} />
          }
        </Shown>
      </Section>
      <Shown query={jobs}>
        {({ items }) =>
          items.length > 0 && (
            <Section title={t('sources.jobsTable')}>
              <Jobs rows={items} />
            </Section>
          )
        }
      </Shown>
    </SourcesFrame>
  )
}

function Readings({ rows }: Readonly<{ rows: readonly Reading[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const columns = useMemo(
    (): readonly Column<Reading>[] => [
      {
        key: 'readAt',
        head: t('sources.readAt'),
        cell: ({ id, readAt }) => <To href={to.reading(id)}>{format.instant(readAt)}</To>,
        value: ({ readAt }) => readAt,
        isName: true,
        width: 180,
        grows: true,
      },
      { key: 'by', head: t('sources.by'), cell: ({ readBy }) => readBy, width: 130 },
      {
        key: 'files',
        head: t('sources.files'),
        cell: ({ files }) => format.number(files),
        value: ({ files }) => files,
        isNumber: true,
        width: 96,
      },
      {
        key: 'tickets',
        head: t('sources.tickets'),
        cell: ({ tickets }) => format.number(tickets),
        value: ({ tickets }) => tickets,
        isNumber: true,
        width: 110,
      },
      {
        key: 'problems',
        head: t('sources.problems'),
        cell: ({ problems }) => format.number(problems),
        value: ({ problems }) => problems,
        isNumber: true,
        width: 110,
      },
      {
        key: 'span',
        head: t('sources.span'),
        cell: ({ dataFrom, dataUntil }) => `${format.day(dataFrom)} – ${format.day(dataUntil)}`,
        width: 220,
      },
      {
        key: 'timezone',
        head: t('sources.timezone'),
        cell: ({ timezone }) => timezone ?? '–',
        width: 130,
      },
    ],
    [t, format, to],
  )
  return <DataTable label={t('sources.imports')} rows={rows} columns={columns} rowKey={({ id }) => id} />
}

const tones = {
  waiting: 'not_assessed',
  running: 'opportunity',
  done: 'conforming',
  'needs answer': 'partially',
  refused: 'minor',
  failed: 'major',
  cancelled: 'not_applicable',
} as const satisfies Record<Job['state'], ToneName>

function Jobs({ rows }: Readonly<{ rows: readonly Job[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = useMemo(
    (): readonly Column<Job>[] => [
      {
        key: 'kind',
        head: t('sources.kind'),
        cell: ({ kind }) => t(`jobs.kinds.${kind}`),
        isName: true,
        width: 180,
      },
      {
        key: 'state',
        head: t('sources.state'),
        cell: ({ state }) => <Verdict tone={tones[state]}>{t(`jobs.states.${state}`)}</Verdict>,
        width: 150,
      },
      {
        key: 'asked',
        head: t('sources.asked'),
        cell: ({ askedAt, askedBy }) => `${format.instant(askedAt)}, ${askedBy}`,
        width: 240,
      },
      {
        key: 'ended',
        head: t('sources.ended'),
        cell: ({ endedAt }) => (endedAt ? format.instant(endedAt) : '–'),
        width: 180,
      },
      {
        key: 'message',
        head: t('sources.message'),
        cell: ({ message }) => <span title={message}>{message ?? '–'}</span>,
        width: 200,
        grows: true,
      },
    ],
    [t, format],
  )
  return (
    <DataTable
      scope="jobs"
      label={t('sources.jobsTable')}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
    />
  )
}
