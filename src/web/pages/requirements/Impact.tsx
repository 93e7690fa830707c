import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Requirements.module.css'

type Found = Answered<'GET /api/organizations/:organization/requirements/:requirement/impact'>
type FoundProps = Readonly<{ found: Found }>

/** What a gap touches: services, goals, and the KPIs that a remedy should move; for whoever may read the evidence. */
export function Impact({ requirement }: Readonly<{ requirement: string }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const { data } = useAsk(
    'GET /api/organizations/:organization/requirements/:requirement/impact',
    whyNot('read evidence') ? undefined : { params: { ...params, requirement } },
  )
  if (!data) return null
  return (
    <Section title={t('requirements.impact')} says={t('requirements.impactSays')}>
      <dl className={styles.facts}>
        <dt>{t('requirements.impactServices')}</dt>
        <dd>
          <Services found={data} />
        </dd>
        <dt>{t('requirements.impactGoals')}</dt>
        <dd>
          <Goals found={data} />
        </dd>
        <dt>{t('requirements.impactKpis')}</dt>
        <dd>
          <Kpis found={data} />
        </dd>
      </dl>
    </Section>
  )
}

function Services({ found: { touched } }: FoundProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!touched) return <span className="second">{t('requirements.impactUnknown')}</span>
  const { tickets, withoutService, services, period } = touched
  const said = t('requirements.impactTickets', {
    count: tickets,
    from: format.day(period.from),
    to: format.day(period.to),
  })
  if (tickets === 0) return said
  const others = tickets - withoutService - services.reduce((sum, one) => sum + one.tickets, 0)
  return (
    <>
      {said}
      <ul>
        {services.map(({ service, tickets: count }) => (
          <li key={service}>
            {service}: {format.number(count, 0)}
          </li>
        ))}
        {others > 0 && (
          <li className="second">
            {t('requirements.impactOthers')}: {format.number(others, 0)}
          </li>
        )}
        {withoutService > 0 && (
          <li className="second">
            {t('requirements.impactNoService')}: {format.number(withoutService, 0)}
          </li>
        )}
      </ul>
    </>
  )
}

function Goals({ found: { goals } }: FoundProps) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  if (goals.length === 0) return <span className="second">{t('requirements.impactNoGoal')}</span>
  return (
    <ul>
      {goals.map(({ goal, strength, by }) => (
        <li key={goal.id}>
          <To href={to.record('goals', goal.id)}>{goal.title}</To>{' '}
          <span className="second">
            {t(`strategy.strength.${strength}`)}
            {by && ` · ${t('requirements.impactBy', { service: by })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Kpis({ found: { kpis } }: FoundProps) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  if (kpis.length === 0) return <span className="second">{t('requirements.impactNoKpi')}</span>
  return (
    <ul>
      {kpis.map(({ id, title, isAdopted }) => (
        <li key={id}>
          <To href={isAdopted ? to.kpi(id) : to.kpis({ search: id })} lang="en">
            {title}
          </To>{' '}
          {!isAdopted && <span className="second">{t('requirements.impactNotWatched')}</span>}
        </li>
      ))}
    </ul>
  )
}
