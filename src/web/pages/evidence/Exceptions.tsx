import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { usePages } from '../../data/pages.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Section } from '../../ui/Page.tsx'
import { Failed } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import type { CheckDetail } from './check-view.ts'
import { sayId } from './say-id.ts'

type Page = Answered<'GET /api/organizations/:organization/checks/:check/exceptions'>
type Exception = Page['items'][number]

/** The tickets that do not meet a check, read on as the list is scrolled. */
export function Exceptions({ detail }: Readonly<{ detail: CheckDetail }>) {
  const { t } = useTranslation()
  if (detail.exceptionCount === 0)
    return (
      <Section title={t('evidence.exceptions')}>
        <p>{t(detail.population === 0 ? 'ui.noData' : 'evidence.exceptionsNone')}</p>
      </Section>
    )
  return <List detail={detail} />
}

function List({ detail }: Readonly<{ detail: CheckDetail }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const { query, items, readMore } = usePages(
    'GET /api/organizations/:organization/checks/:check/exceptions',
    {
      params: { ...params, check: detail.check },
      query: { limit: 500 },
    },
  )
  const columns = useColumns()
  const whole = query.data as { pages: readonly Page[] } | undefined // the pages of this very address
  const first = whole?.pages[0]
  if (first?.withheld)
    return (
      <Section title={t('evidence.exceptions')}>
        <p lang="en">{first.withheld}</p>
      </Section>
    )
  const kept = first?.total ?? detail.exceptionCount
  return (
    <Section
      title={t('evidence.exceptions')}
      says={
        kept < detail.exceptionCount &&
        t('evidence.exceptionsCapped', { shown: kept, all: detail.exceptionCount })
      }
    >
      {query.error && !query.data ? (
        <Failed error={query.error} />
      ) : (
        <DataTable
          label={t('evidence.exceptions')}
          rows={items}
          columns={columns}
          rowKey={({ subject, reason }) => `${subject} ${reason}`}
          total={kept}
          readMore={readMore}
        />
      )}
    </Section>
  )
}

function useColumns(): readonly Column<Exception>[] {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return useMemo(
    (): readonly Column<Exception>[] => [
      {
        key: 'ticket',
        head: t('evidence.ticket'),
        cell: ({ subject, ticket }) =>
          ticket ? <To href={to.ticket(ticket.ticket)}>{subject}</To> : subject,
        value: ({ subject }) => subject,
        isName: true,
        width: 150,
      },
      {
        key: 'reason',
        head: t('evidence.reason'),
        cell: ({ reason }) => <span title={reason}>{reason}</span>,
        value: ({ reason }) => reason,
        width: 320,
        grows: true,
      },
      {
        key: 'state',
        head: t('evidence.state'),
        cell: ({ ticket }) => (ticket?.state ? sayId(ticket.state) : '–'),
        value: ({ ticket }) => ticket?.state,
        width: 120,
      },
      {
        key: 'priority',
        head: t('evidence.priority'),
        cell: ({ ticket }) => ticket?.priority ?? '–',
        value: ({ ticket }) => ticket?.priority,
        isNumber: true,
        width: 84,
      },
      {
        key: 'service',
        head: t('evidence.service'),
        cell: ({ ticket }) => ticket?.service ?? '–',
        value: ({ ticket }) => ticket?.service,
        filter: true,
        width: 150,
      },
      {
        key: 'team',
        head: t('evidence.team'),
        cell: ({ ticket }) => ticket?.team ?? '–',
        value: ({ ticket }) => ticket?.team,
        filter: true,
        width: 150,
      },
    ],
    [t, to],
  )
}
