import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { useAddress } from '../../ui/address.ts'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { LevelFilters } from './LevelFilters.tsx'
import { LevelCell, LevelLegend, LevelTabs, Rules } from './LevelParts.tsx'
import styles from './Levels.module.css'
import { decidedOf, type Matrix, totalOf } from './level-view.ts'
import { UnknownNames } from './UnknownNames.tsx'

/** What was promised and what came? Services and months, held against what was agreed. */
export function LevelsPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { said } = useAddress()
  const metric = said.metric ?? 'resolution'
  const query = useAsk('GET /api/organizations/:organization/service-levels', {
    params,
    query: { metric, ...(said.customer === undefined ? {} : { customer: said.customer }) },
  })
  return (
    <Page title={t('shell.serviceLevels')} sentence={query.data && <Sentence matrix={query.data} />}>
      <LevelTabs />
      <Shown query={query}>
        {(matrix) =>
          matrix.source === undefined ? (
            <Empty
              title={t('serviceLevels.none')}
              says={t('serviceLevels.noneSays')}
              action={<To href={to.sources}>{t('shell.sources')}</To>}
            />
          ) : (
            <>
              <LevelFilters {...matrix} />
              <Levels matrix={matrix} />
              <UnknownNames matrix={matrix} />
              <Counted matrix={matrix} />
            </>
          )
        }
      </Shown>
    </Page>
  )
}

/** The last month that is over in the data, in one sentence. */
function Sentence({ matrix }: Readonly<{ matrix: Matrix }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const last = matrix.months.findLast(({ isClosed }) => isClosed) ?? matrix.months.at(-1)
  if (!last) return null
  const months = matrix.rows.flatMap((row) => row.months.filter(({ month }) => month === last.month))
  const of = (verdict: string) => months.filter((one) => one.verdict === verdict).length
  const judged = of('met') + of('missed')
  const month = format.month(last.month)
  const open = totalOf(matrix.rows).openMissed
  return [
    judged === 0
      ? t('serviceLevels.sayNoTargets', { month })
      : t('serviceLevels.sayMet', { month, met: of('met'), judged }),
    judged > 0 && of('no target') > 0 ? t('serviceLevels.sayWithout', { count: of('no target') }) : '',
    open > 0 ? t('serviceLevels.sayOpen', { count: open }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function Levels({ matrix }: Readonly<{ matrix: Matrix }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { said } = useAddress()
  const reach = { tabIndex: 0 }
  const href = (service: string) => to.serviceLevel({ service, metric: said.metric, customer: said.customer })
  return (
    <Section title={t('serviceLevels.matrix')} term="attainment" says={t('serviceLevels.matrixSays')}>
      <LevelLegend />
      <section
        className={styles.wide}
        aria-label={t('ui.table', { label: t('serviceLevels.matrix') })}
        {...reach}
      >
        <table className={styles.matrix} aria-label={t('serviceLevels.matrix')}>
          <thead>
            <tr>
              <th scope="col">{t('serviceLevels.service')}</th>
              <th scope="col">{t('serviceLevels.total')}</th>
              {matrix.months.toReversed().map(({ month }) => (
                <th key={month} scope="col">
                  {format.month(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => {
              const name = row.service === '' ? t('serviceLevels.noService') : row.service
              const decided = decidedOf(row.outcomes)
              return (
                <tr key={row.service}>
                  <th scope="row">
                    <To href={href(row.service)}>{name}</To>
                  </th>
                  <td>
                    {decided === 0 ? '–' : format.percent(row.outcomes.kept / decided)}
                    <span className={styles.aside} style={{ paddingLeft: 0 }}>
                      {t('serviceLevels.ofDecided', {
                        kept: format.number(row.outcomes.kept),
                        decided: format.number(decided),
                      })}
                    </span>
                  </td>
                  {row.months.toReversed().map((month) => (
                    <td key={month.month}>
                      <LevelCell service={name} month={month} href={href(row.service)} />
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

/** Everything that was counted, so that nothing is dropped unseen; and by which rules. */
function Counted({ matrix }: Readonly<{ matrix: Matrix }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const total = totalOf(matrix.rows)
  const { source } = matrix
  return (
    <Section
      title={t('serviceLevels.counted')}
      says={source && t('serviceLevels.source', { number: source.number, day: format.day(source.dataUntil) })}
    >
      <Facts
        facts={(['kept', 'missed', 'openMissed', 'running', 'unusable', 'noClock'] as const).map((name) => ({
          name: t(`serviceLevels.${name}`),
          value: format.number(total[name]),
        }))}
      />
      <h3>{t('serviceLevels.rules')}</h3>
      <Rules rules={matrix.rules} />
    </Section>
  )
}
