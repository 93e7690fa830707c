import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { useAddress } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Levels.module.css'
import type { ServiceLevel } from './level-view.ts'

/** So many tickets are shown at once. */
const most = 200

/** The tickets that missed their target in a month. */
export function Breaches({ level }: Readonly<{ level: ServiceLevel }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params } = useOrganization()
  const { said, say } = useAddress()
  const worst = level.months.findLast(({ outcomes }) => outcomes.missed + outcomes.openMissed > 0)
  const month = said.month ?? worst?.month ?? level.months.at(-1)?.month
  const query = useAsk(
    'GET /api/organizations/:organization/service-level/breaches',
    month === undefined ? undefined : { params, query: { service: level.service, month } },
  )
  if (month === undefined) return null
  return (
    <Section title={t('serviceLevels.breaches')} says={t('serviceLevels.breachesSay')}>
      <div className={styles.filters}>
        <NativeSelect
          label={t('serviceLevels.breachesOf')}
          value={month}
          data={level.months
            .map((one) => ({
              value: one.month,
              label: `${format.month(one.month)} (${format.number(one.outcomes.missed + one.outcomes.openMissed)})`,
            }))
            .toReversed()}
          onChange={(event) => say({ month: event.currentTarget.value })}
        />
      </div>
      <Shown query={query}>
        {({ groups }) => {
          const tickets = [
            ...new Set(
              groups
                .filter(
                  ({ metric, customer }) =>
                    metric === level.metric && (said.customer === undefined || customer === said.customer),
                )
                .flatMap((group) => group.tickets),
            ),
          ].toSorted()
          return tickets.length === 0 ? (
            <p className="second">{t('serviceLevels.noBreaches')}</p>
          ) : (
            <Tickets tickets={tickets} />
          )
        }}
      </Shown>
    </Section>
  )
}

function Tickets({ tickets }: Readonly<{ tickets: readonly string[] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <>
      {tickets.length > most && <p className="second">{t('serviceLevels.firstTickets', { count: most })}</p>}
      <ul className={styles.tickets}>
        {tickets.slice(0, most).map((ticket) => (
          <li key={ticket}>
            <To href={to.ticket(ticket)}>{ticket}</To>
          </li>
        ))}
      </ul>
    </>
  )
}
