import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Chart } from '../../ui/Chart.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Shape } from '../../ui/Shape.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Roadmap.module.css'
import { RoadmapFrame } from './RoadmapFrame.tsx'
import type { Schedule } from './roadmap.ts'

/** What every role has to do week by week, where it is short of time, and when all of it may be finished. */
export function LoadPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/roadmap', { params, query: {} })
  const schedule = query.data?.schedule
  return (
    <RoadmapFrame sentence={schedule && <Sentence schedule={schedule} />}>
      <Shown query={query}>
        {() =>
          schedule ? (
            <div className={styles.wide}>
              <Weeks schedule={schedule} />
              <Risk schedule={schedule} />
            </div>
          ) : (
            <Empty title={t('roadmap.nothing')} action={<To href={to.roadmap()}>{t('roadmap.plan')}</To>} />
          )
        }
      </Shown>
    </RoadmapFrame>
  )
}

/** More than it can, by more than what rounding makes. */
const tolerance = 0.01

type Load = Schedule['load'][number]

function isOver({ wanted, capacity }: Load): boolean {
  return wanted > capacity + tolerance
}

function Sentence({ schedule }: Readonly<{ schedule: Schedule }>) {
  const { t } = useTranslation()
  const over = Map.groupBy(schedule.load.filter(isOver), ({ role }) => role)
  const [most] = [...over].toSorted((a, b) => b[1].length - a[1].length)
  return most ? t('roadmap.loadMost', { role: most[0], count: most[1].length }) : t('roadmap.loadNone')
}

function Weeks({ schedule }: Readonly<{ schedule: Schedule }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const weeks = [...new Set(schedule.load.map(({ week }) => week))].toSorted()
  const roles = [...Map.groupBy(schedule.load, ({ role }) => role)]
  return (
    <Section title={t('roadmap.load')} term="levelling" says={t('roadmap.loadSays')}>
      <section
        className={styles.scroller}
        aria-label={t('ui.table', { label: t('roadmap.load') })}
        {...reachable}
      >
        <table className={`${styles.plain} ${styles.load}`}>
          <thead>
            <tr>
              <th scope="col">{t('roadmap.role')}</th>
              {weeks.map((week) => (
                <th key={week} scope="col">
                  {week.slice(5)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map(([role, load]) => {
              const byWeek = new Map(load.map((one) => [one.week, one]))
              return (
                <tr key={role}>
                  <th scope="row" lang="en">
                    {role}
                  </th>
                  {weeks.map((week) => {
                    const one = byWeek.get(week)
                    return one ? <Cell key={week} load={one} format={format} /> : <td key={week} />
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

/** What scrolls has to be reached by key. */
const reachable = { tabIndex: 0 }

function Cell({ load, format }: Readonly<{ load: Load; format: ReturnType<typeof useFormat> }>) {
  const { t } = useTranslation()
  const { role, week, needed, wanted, capacity } = load
  const said = t('roadmap.cell', {
    role,
    week: format.day(week),
    needed: format.number(needed, 2),
    capacity: format.number(capacity, 2),
    wanted: format.number(wanted, 2),
  })
  const figure = needed === 0 && !isOver(load) ? '' : format.number(needed, 1)
  return (
    <td title={said} data-full={(needed > 0 && needed >= capacity - tolerance) || undefined}>
      {isOver(load) ? (
        <span className={styles.over}>
          <Shape tone="minor" size={9} />
          {figure}
          <span className="unseen">{said}</span>
        </span>
      ) : (
        figure
      )}
    </td>
  )
}

function Risk({ schedule }: Readonly<{ schedule: Schedule }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { risk } = schedule
  return (
    <Chart
      heading="h2"
      definition={{
        kind: 'bar',
        title: t('roadmap.riskTitle', { p80: format.day(risk.p80) }),
        says: t('roadmap.riskSays', { runs: risk.runs }),
        categories: risk.finishes.map(({ week }) => format.day(week)),
        series: [{ name: t('roadmap.courses'), values: risk.finishes.map(({ count }) => count) }],
        write: (value) => format.number(value, 0),
        categoryHead: t('roadmap.week'),
      }}
    />
  )
}
