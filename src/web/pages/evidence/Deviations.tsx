import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import styles from './Evidence.module.css'
import type { Process } from './process-view.ts'

type Deviation = Process['deviationList'][number]

const firstTickets = 3
const firstTeams = 3

/** Where paths left the model, in words, with the teams that did it most often and the first tickets. */
export function Deviations({ view }: Readonly<{ view: Process }>) {
  const { t } = useTranslation()
  if (view.deviationList.length === 0) return <p>{t('evidence.processClean')}</p>
  return (
    <table className={styles.rules} aria-label={t('evidence.deviations')}>
      <thead>
        <tr>
          <th scope="col">{t('evidence.deviation')}</th>
          <th scope="col" className="number">
            {t('evidence.tickets')}
          </th>
          <th scope="col">{t('evidence.team')}</th>
          <th scope="col">{t('evidence.firstTickets')}</th>
        </tr>
      </thead>
      <tbody>
        {view.deviationList.map((deviation) => (
          <Row key={`${deviation.kind} ${deviation.from} ${deviation.to}`} deviation={deviation} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ deviation: { says, count, teams = [], tickets } }: Readonly<{ deviation: Deviation }>) {
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <tr>
      <th scope="row" lang="en">
        {says}
      </th>
      <td className="number">{format.number(count)}</td>
      <td>
        {teams.slice(0, firstTeams).map((one) => (
          <div key={one.team}>
            {one.team} ({format.number(one.count)})
          </div>
        ))}
      </td>
      <td>
        {tickets.slice(0, firstTickets).map((ticket) => (
          <div key={ticket}>
            <To href={to.ticket(ticket)}>{ticket}</To>
          </div>
        ))}
      </td>
    </tr>
  )
}
