import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import styles from './Evidence.module.css'
import type { Process } from './process-view.ts'

type Deviation = Process['deviationList'][number]

const firstTickets = 3

/** Where paths left the model, in words, with the team that did it most often and the first tickets. */
export function Deviations({ view }: Readonly<{ view: Process }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const columns = useMemo(
    (): readonly Column<Deviation>[] => [
      {
        key: 'says',
        head: t('evidence.deviation'),
        cell: ({ says }) => (
          <span title={says} lang="en">
            {says}
          </span>
        ),
        value: ({ says }) => says,
        isName: true,
        width: 380,
        grows: true,
      },
      {
        key: 'count',
        head: t('evidence.tickets'),
        cell: ({ count }) => format.number(count),
        value: ({ count }) => count,
        isNumber: true,
        width: 96,
      },
      {
        key: 'team',
        head: t('evidence.team'),
        cell: ({ teams }) => <TopTeams teams={teams ?? []} />,
        value: ({ teams }) => teams?.[0]?.team,
        filter: true,
        width: 240,
      },
      {
        key: 'tickets',
        head: t('evidence.firstTickets'),
        cell: ({ tickets }) => (
          <span className={styles.row}>
            {tickets.slice(0, firstTickets).map((ticket) => (
              <To key={ticket} href={to.ticket(ticket)}>
                {ticket}
              </To>
            ))}
          </span>
        ),
        width: 280,
      },
    ],
    [t, format, to],
  )
  if (view.deviationList.length === 0) return <p>{t('evidence.processClean')}</p>
  return (
    <DataTable
      label={t('evidence.deviations')}
      rows={view.deviationList}
      columns={columns}
      rowKey={({ kind, from, to: end }) => `${kind} ${from ?? ''} ${end ?? ''}`}
    />
  )
}

function TopTeams({ teams }: Readonly<{ teams: readonly Readonly<{ team: string; count: number }>[] }>) {
  const format = useFormat()
  if (teams.length === 0) return '–'
  const said = teams.map(({ team, count }) => `${team} ${format.number(count)}`)
  return <span title={said.join(', ')}>{said.join(', ')}</span>
}
