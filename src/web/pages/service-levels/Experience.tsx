import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { type Format, useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Levels.module.css'
import type { ServiceLevel } from './level-view.ts'

type Group = ServiceLevel['satisfaction']['whole']

/** What customers said in the surveys of their tickets. */
export function Satisfaction({ level }: Readonly<{ level: Pick<ServiceLevel, 'satisfaction'> }>) {
  const { t } = useTranslation()
  const { whole, groups } = level.satisfaction
  return (
    <Section title={t('serviceLevels.satisfaction')} says={t('serviceLevels.satisfactionSays')}>
      {whole.sent === 0 ? (
        <p className="second">{t('serviceLevels.satisfactionNone')}</p>
      ) : (
        <table className={`${styles.table} ${styles.stacked}`} aria-label={t('serviceLevels.satisfaction')}>
          <thead>
            <tr>
              <th scope="col">{t('serviceLevels.customer')}</th>
              <th scope="col">{t('serviceLevels.response')}</th>
              <th scope="col">{t('serviceLevels.satisfied')}</th>
              <th scope="col">{t('serviceLevels.interval')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <GroupRow
                key={group.name}
                name={group.name === '' ? t('serviceLevels.noCustomer') : group.name}
                group={group}
              />
            ))}
            <GroupRow name={t('serviceLevels.together')} group={whole} />
          </tbody>
        </table>
      )}
    </Section>
  )
}

function GroupRow({ name, group }: Readonly<{ name: string; group: Group }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { satisfied, response, withheld } = group
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Part counted={response} format={format} />
      </td>
      <td>
        {satisfied ? (
          <Part counted={satisfied} format={format} />
        ) : (
          <span className="second">{t(`serviceLevels.withheld.${withheld ?? 'no answers'}`)}</span>
        )}
      </td>
      <td>
        {satisfied &&
          `${format.percent(satisfied.interval.low)} – ${format.percent(satisfied.interval.high)}`}
      </td>
    </tr>
  )
}

function Part({ counted, format }: Readonly<{ counted: Group['response']; format: Format }>) {
  const { t } = useTranslation()
  if (!counted) return null
  const { part, whole, share } = counted
  return (
    <>
      {format.percent(share)}{' '}
      <span className="second">
        {t('serviceLevels.ofDecided', { kept: format.number(part), decided: format.number(whole) })}
      </span>
    </>
  )
}

/** Complaints about a service, each with the time until it was answered. */
export function Complaints({ level: { complaints } }: Readonly<{ level: Pick<ServiceLevel, 'complaints'> }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { items, count, open, unanswered, medianHours } = complaints
  const says = [
    t('serviceLevels.complaintsSay', { n: count, open, unanswered }),
    medianHours === undefined
      ? ''
      : t('serviceLevels.complaintsMiddle', { hours: format.number(medianHours) }),
  ].join(' ')
  return (
    <Section title={t('serviceLevels.complaints')} says={count === 0 ? undefined : says}>
      {count === 0 ? (
        <p className="second">{t('serviceLevels.complaintsNone')}</p>
      ) : (
        <table className={`${styles.table} ${styles.stacked}`} aria-label={t('serviceLevels.complaints')}>
          <thead>
            <tr>
              <th scope="col">{t('serviceLevels.ticket')}</th>
              <th scope="col">{t('serviceLevels.customer')}</th>
              <th scope="col">{t('serviceLevels.received')}</th>
              <th scope="col">{t('serviceLevels.answeredAfter')}</th>
              <th scope="col">{t('serviceLevels.state')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.ticket}>
                <th scope="row">
                  <To href={to.ticket(one.ticket)}>{one.ticket}</To>
                </th>
                <td>{one.customer === '' ? t('serviceLevels.noCustomer') : one.customer}</td>
                <td>{one.receivedAt ? format.day(one.receivedAt) : t('serviceLevels.notKnown')}</td>
                <td>
                  {one.hoursToAnswer === undefined
                    ? t('serviceLevels.notAnswered')
                    : t('serviceLevels.hours', { hours: format.number(one.hoursToAnswer) })}
                </td>
                <td>{one.state.replaceAll('_', ' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
