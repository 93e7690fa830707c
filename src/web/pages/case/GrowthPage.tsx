import { NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useAddress } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Case.module.css'
import { CaseTabs } from './CaseTabs.tsx'
import { Wide } from './Wide.tsx'

type Growth = Answered<'GET /api/organizations/:organization/case/growth'>
type GrowthProps = Readonly<{ growth: Growth }>

/** What more work asks of people and money; what is tried stands in the address, so that it can be sent. */
export function GrowthPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { said } = useAddress()
  const tried = (name: string) => (said[name] === undefined ? {} : { [name]: Number(said[name]) })
  const query = useAsk('GET /api/organizations/:organization/case/growth', {
    params,
    query: { ...tried('rate'), ...tried('staff'), ...tried('ticketShare'), ...tried('years') },
  })
  return (
    <Page
      title={t('growth.title')}
      trail={<To href={to.businessCase()}>{t('businessCase.title')}</To>}
      sentence={t('growth.says')}
    >
      <CaseTabs />
      <Shown query={query}>
        {(growth) =>
          growth.volumes.length === 0 ? (
            <Empty title={t('growth.nothing')} says={t('growth.nothingSays')} />
          ) : (
            <>
              <Tried growth={growth} />
              <Years growth={growth} />
              <Counted growth={growth} />
              <Section title={t('growth.formula')}>
                <code className={styles.formula} lang="en">
                  {growth.formula}
                </code>
              </Section>
            </>
          )
        }
      </Shown>
    </Page>
  )
}

/** What is tried: growth, people, the part of their time, the years. */
function Tried({ growth: { measured, rate, staff, ticketShare, years } }: GrowthProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { said, say } = useAddress()
  const set = (name: string, factor: number) => (value: number | string) =>
    say({ [name]: value === '' ? undefined : String(Number(value) / factor) })
  const percentOf = (share: number) => Math.round(1000 * share) / 10
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <NumberInput
        label={t('growth.rate')}
        description={
          measured === undefined
            ? t('growth.rateUnknown')
            : t('growth.rateMeasured', { rate: format.percent(measured, 1) })
        }
        value={percentOf(rate)}
        min={-90}
        max={500}
        onChange={set('rate', 100)}
      />
      <NumberInput
        label={t('growth.share')}
        description={t('growth.shareSays')}
        value={percentOf(ticketShare)}
        min={0}
        max={100}
        onChange={set('ticketShare', 100)}
      />
      <NumberInput
        label={t('growth.staff')}
        value={staff ?? ''}
        min={1}
        allowDecimal={false}
        onChange={set('staff', 1)}
      />
      <NumberInput
        label={t('growth.ahead')}
        value={years.length - 1}
        min={1}
        max={10}
        allowDecimal={false}
        onChange={set('years', 1)}
      />
      {Object.keys(said).length > 0 && (
        <div className={styles.all}>
          <Act
            onClick={() =>
              say({ rate: undefined, staff: undefined, ticketShare: undefined, years: undefined })
            }
          >
            {t('growth.reset')}
          </Act>
        </div>
      )}
    </form>
  )
}

const columns = ['volume', 'volumeWith', 'staff', 'staffWith', 'cost', 'costWith'] as const
const heads = {
  volume: 'growth.tickets',
  volumeWith: 'growth.ticketsWith',
  staff: 'growth.people',
  staffWith: 'growth.peopleWith',
  cost: 'growth.cost',
  costWith: 'growth.costWith',
} as const

function Years({ growth: { years, staff, dayRate, currency } }: GrowthProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const cell = (name: (typeof columns)[number], value: number | undefined) => {
    if (value === undefined) return '–'
    if (name.startsWith('cost')) return format.money(value, currency)
    return format.number(value, name.startsWith('staff') ? 1 : 0)
  }
  return (
    <Section title={t('growth.years')} says={t('growth.yearsSay')}>
      {staff === undefined && <p>{t('growth.noStaff')}</p>}
      {dayRate === undefined && <p>{t('growth.noRate')}</p>}
      <Wide label={t('growth.years')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{t('growth.years')}</span>
              </th>
              {columns.map((name) => (
                <th key={name} scope="col" className="number">
                  {t(heads[name])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((one) => (
              <tr key={one.year}>
                <th scope="row">{t('businessCase.year', { year: one.year })}</th>
                {columns.map((name) => (
                  <td key={name} className="number">
                    {cell(name, one[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Section>
  )
}

/** The volumes with the months they were counted in, each leading to its measure. */
function Counted({ growth: { volumes } }: GrowthProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <Section title={t('growth.counted')}>
      <Wide label={t('growth.counted')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('growth.volume')}</th>
              {(['over', 'aYear', 'grew', 'lessened'] as const).map((word) => (
                <th key={word} scope="col" className="number">
                  {t(`growth.${word}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {volumes.map(({ measure, title, perYear, period, grew, lessenedBy }) => (
              <tr key={measure}>
                <th scope="row" lang="en">
                  <To href={to.measure(measure)}>{title}</To>
                </th>
                <td className="number">
                  {format.month(period.from)} – {format.month(period.to)}
                </td>
                <td className="number">{format.number(perYear, 0)}</td>
                <td className="number">{grew === undefined ? '–' : format.percent(grew, 1)}</td>
                <td className="number">{lessenedBy === 0 ? '–' : format.percent(lessenedBy, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Section>
  )
}
