import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { useAddress } from '../../ui/address.ts'
import { Chart } from '../../ui/Chart.tsx'
import type { ChartDefinition } from '../../ui/chart-definition.ts'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Breaches } from './Breaches.tsx'
import { ChainOfService } from './ChainOfService.tsx'
import { Complaints, Satisfaction } from './Experience.tsx'
import { LevelFilters } from './LevelFilters.tsx'
import { LevelCell, LevelMark, Rules, useMetric } from './LevelParts.tsx'
import styles from './Levels.module.css'
import { decidedOf, type LevelMonth, type ServiceLevel, toneOfVerdict, totalOf } from './level-view.ts'
import { ServiceReviews } from './ServiceReviews.tsx'

/** One service: what was promised, what came, for whom, and what is done about it. */
export function ServicePage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { said } = useAddress()
  const { service = '', metric = 'resolution', customer } = said
  const query = useAsk('GET /api/organizations/:organization/service-level', {
    params,
    query: { service, metric, last: 24, ...(customer === undefined ? {} : { customer }) },
  })
  return (
    <Page
      title={service === '' ? t('serviceLevels.noService') : service}
      sentence={query.data && <Sentence level={query.data} />}
      trail={<To href={to.serviceLevels()}>{t('shell.serviceLevels')}</To>}
      actions={
        query.data?.record && (
          <To href={to.record('services', query.data.record.id)}>{t('serviceLevels.record')}</To>
        )
      }
    >
      <Shown query={query}>
        {(level) => (
          <>
            <LevelFilters {...level} customers={level.customers.map(({ customer }) => customer)} />
            <LevelChart level={level} />
            <Months level={level} />
            <Customers level={level} />
            <Breaches level={level} />
            <ChainOfService level={level} />
            <Satisfaction level={level} />
            <Complaints level={level} />
            <ServiceReviews level={level} />
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ level }: Readonly<{ level: ServiceLevel }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const total = totalOf(level.months)
  const decided = decidedOf(total)
  if (decided === 0) return t('serviceLevels.sayServiceNone')
  return t('serviceLevels.sayService', {
    kept: format.number(total.kept),
    decided: format.number(decided),
    months: level.months.length,
    share: format.percent(total.kept / decided),
  })
}

function LevelChart({ level }: Readonly<{ level: ServiceLevel }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const metricName = useMetric()
  const definition = useMemo((): ChartDefinition => {
    const target = level.months.at(-1)?.agreed.share
    return {
      kind: 'line',
      title: t('serviceLevels.chart'),
      says: t('serviceLevels.chartSays', { metric: metricName(level.metric) }),
      categories: level.months.map(({ month }) => format.month(month)),
      series: [
        {
          name: t('serviceLevels.share'),
          values: level.months.map(({ attainment }) => attainment),
          notes: level.months.map(({ decided }) => t('ui.n', { n: decided })),
          signals: level.months.flatMap(({ verdict }, at) => (verdict === 'missed' ? [at] : [])),
        },
      ],
      target: target === undefined ? undefined : { value: target, label: t('serviceLevels.agreedLine') },
      write: (value) => format.percent(value),
      categoryHead: t('serviceLevels.month'),
      most: 1,
    }
  }, [level, t, format, metricName])
  return level.months.some(({ decided }) => decided > 0) ? (
    <Chart definition={definition} heading="h2" />
  ) : null
}

function Months({ level }: Readonly<{ level: ServiceLevel }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('serviceLevels.months')} says={t('serviceLevels.monthsSay')}>
      <div className={styles.wide}>
        <table className={`${styles.table} ${styles.stacked}`} aria-label={t('serviceLevels.months')}>
          <thead>
            <tr>
              <th scope="col">{t('serviceLevels.month')}</th>
              <th scope="col" className={styles.number}>
                {t('serviceLevels.share')}
              </th>
              <th scope="col" className={styles.number}>
                {t('serviceLevels.kept')}
              </th>
              <th scope="col">{t('serviceLevels.agreed')}</th>
              <th scope="col">{t('serviceLevels.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {level.months.toReversed().map((month) => (
              <tr key={month.month}>
                <th scope="row">{format.month(month.month)}</th>
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
                <td>
                  <Agreed agreed={month.agreed} />
                </td>
                <td>
                  <LevelMark tone={toneOfVerdict[month.verdict]}>
                    {t(`serviceLevels.verdicts.${month.verdict}`)}
                  </LevelMark>
                  <Beside month={month} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('serviceLevels.rules')}</h3>
      <Rules rules={level.rules} />
    </Section>
  )
}

/** What was agreed, with the agreement and its version; without a share the reason. */
function Agreed({ agreed }: Readonly<{ agreed: LevelMonth['agreed'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { standing, share, agreements } = agreed
  const by = agreements
    .map(({ number, version }) => t('serviceLevels.version', { number, version }))
    .join(', ')
  const words =
    standing === 'none'
      ? t('serviceLevels.standing.none')
      : t(`serviceLevels.standing.${standing}`, {
          share: share === undefined ? '' : format.percent(share),
          by,
        })
  const [first] = agreements
  return first ? <To href={to.record('agreements', first.id)}>{words}</To> : words
}

/** What has to be said of a month beside its verdict. */
function Beside({ month: { outcomes, isClosed, today } }: Readonly<{ month: LevelMonth }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const unusable = outcomes.unusable + outcomes.noClock
  const said = [
    outcomes.openMissed > 0 ? `${t('serviceLevels.openMissed')}: ${format.number(outcomes.openMissed)}` : '',
    unusable > 0 ? `${t('serviceLevels.unusable')}: ${format.number(unusable)}` : '',
    isClosed ? '' : t('serviceLevels.isOpen'),
    today
      ? t('serviceLevels.changed', {
          share: today.attainment === undefined ? t('ui.noData') : format.percent(today.attainment),
          number: today.number,
        })
      : '',
  ].filter(Boolean)
  return said.map((words) => (
    <div key={words} className="second">
      {words}
    </div>
  ))
}

/** So many of the last months stand beside each other for customers. */
const customerMonths = 12

function Customers({ level }: Readonly<{ level: ServiceLevel }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const reach = { tabIndex: 0 }
  const months = level.months.slice(-customerMonths)
  return (
    <Section title={t('serviceLevels.customers')}>
      <section className={styles.wide} aria-label={t('serviceLevels.customers')} {...reach}>
        <table className={styles.matrix} aria-label={t('serviceLevels.customers')}>
          <thead>
            <tr>
              <th scope="col">{t('serviceLevels.customer')}</th>
              {months.map(({ month }) => (
                <th key={month} scope="col">
                  {format.month(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {level.customers.map(({ customer, months: own }) => {
              const name = customer === '' ? t('serviceLevels.noCustomer') : customer
              const href = to.serviceLevel({ service: level.service, customer: customer || undefined })
              return (
                <tr key={customer}>
                  <th scope="row">{customer === '' ? name : <To href={href}>{name}</To>}</th>
                  {own.slice(-customerMonths).map((month) => (
                    <td key={month.month}>
                      <LevelCell service={name} month={month} href={href} />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
