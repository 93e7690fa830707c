import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { LevelMark, Rules, useMetric } from './LevelParts.tsx'
import styles from './Levels.module.css'
import { type Figures, toneOfVerdict } from './level-view.ts'

/** The figures of a report as they were, or would be, frozen; the document places the same. */
export function FiguresOfReport({ figures }: Readonly<{ figures: Figures }>) {
  const { t } = useTranslation()
  const has = (part: Figures['definition']['parts'][number]) => figures.definition.parts.includes(part)
  return (
    <>
      {has('attainment') && <Attainment figures={figures} />}
      {has('breaches') && <BreachList figures={figures} />}
      {has('complaints') && figures.complaints.length > 0 && (
        <Section title={t('serviceLevels.complaints')}>
          <Tickets tickets={figures.complaints.map(({ ticket }) => ticket)} />
        </Section>
      )}
      {has('reviews') && figures.actions.length > 0 && (
        <Section title={t('serviceLevels.actions')}>
          <Actions actions={figures.actions} />
        </Section>
      )}
      <Data figures={figures} />
    </>
  )
}

function Attainment({ figures }: Readonly<{ figures: Figures }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const metricName = useMetric()
  return (
    <Section title={t('serviceLevels.attainment')} term="attainment">
      <table className={`${styles.table} ${styles.stacked}`} aria-label={t('serviceLevels.attainment')}>
        <thead>
          <tr>
            <th scope="col">{t('serviceLevels.service')}</th>
            <th scope="col">{t('serviceLevels.metric')}</th>
            <th scope="col">{t('serviceLevels.month')}</th>
            <th scope="col" className={styles.number}>
              {t('serviceLevels.share')}
            </th>
            <th scope="col" className={styles.number}>
              {t('serviceLevels.kept')}
            </th>
            <th scope="col" className={styles.number}>
              {t('serviceLevels.agreed')}
            </th>
            <th scope="col">{t('serviceLevels.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.levels.flatMap(({ service, metric, months }) =>
            months.map((month) => (
              <tr key={`${service} ${metric} ${month.month}`}>
                <th scope="row">
                  <To href={to.serviceLevel({ service, metric })}>{service}</To>
                </th>
                <td>{metricName(metric)}</td>
                <td>{format.month(month.month)}</td>
                <td className={styles.number}>
                  {month.attainment === undefined
                    ? t('ui.noData')
                    : format.percentBeside(month.attainment, month.agreed.share)}
                </td>
                <td className={styles.number}>
                  {t('serviceLevels.ofDecided', {
                    kept: format.number(month.outcomes.kept),
                    decided: format.number(month.decided),
                  })}
                </td>
                <td className={styles.number}>
                  {month.agreed.share === undefined ? '' : format.percent(month.agreed.share)}
                </td>
                <td>
                  <LevelMark tone={toneOfVerdict[month.verdict]}>
                    {t(`serviceLevels.verdicts.${month.verdict}`)}
                  </LevelMark>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Section>
  )
}

function BreachList({ figures }: Readonly<{ figures: Figures }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const metricName = useMetric()
  const breaches = figures.levels.flatMap(({ service, metric, breaches: own }) =>
    [...Map.groupBy(own, ({ month }) => month)].map(([month, some]) => ({
      name: `${service}, ${metricName(metric)}, ${format.month(month)}`,
      tickets: some.flatMap(({ tickets }) => tickets).toSorted(),
    })),
  )
  return (
    <Section title={t('serviceLevels.breaches')}>
      {breaches.length === 0 && <p className="second">{t('serviceLevels.noBreaches')}</p>}
      {breaches.map(({ name, tickets }) => (
        <div key={name}>
          <strong>{name}</strong> <span className="second">{t('ui.n', { n: tickets.length })}</span>
          <Tickets tickets={tickets} />
        </div>
      ))}
    </Section>
  )
}

/** So many tickets are shown of one month; the download names more, the frozen figures all. */
const most = 60

function Tickets({ tickets }: Readonly<{ tickets: readonly string[] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <ul className={styles.tickets}>
      {tickets.slice(0, most).map((ticket) => (
        <li key={ticket}>
          <To href={to.ticket(ticket)}>{ticket}</To>
        </li>
      ))}
      {tickets.length > most && (
        <li className="second">{t('serviceLevels.firstTickets', { count: most })}</li>
      )}
    </ul>
  )
}

function Actions({ actions }: Readonly<{ actions: Figures['actions'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className={styles.plain}>
      {actions.map(({ service, what, owner, dueOn }) => (
        <li key={`${service} ${what}`}>
          {service}: {what}{' '}
          <span className="second">{t('serviceLevels.actionOf', { owner, day: format.day(dueOn) })}</span>
        </li>
      ))}
    </ul>
  )
}

function Data({ figures: { data, levels } }: Readonly<{ figures: Figures }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const seen = new Set<string>()
  const rules = levels
    .flatMap((level) => level.rules)
    .filter(({ computedBy, pauseRule, reopenRule }) => {
      const key = `${computedBy} ${pauseRule} ${reopenRule}`
      return seen.has(key) ? false : seen.add(key)
    })
  return (
    <Section title={t('serviceLevels.data')}>
      <ul className={styles.plain}>
        {data.map(({ number, dataUntil, dataHash }) => (
          <li key={number} className={styles.seal}>
            {t('serviceLevels.dataSays', { number, day: format.day(dataUntil), hash: dataHash })}
          </li>
        ))}
      </ul>
      <Rules rules={rules} />
    </Section>
  )
}
