import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Figure, Tile, Tiles } from '../../ui/Figure.tsx'
import { useFormat } from '../../ui/format.ts'
import { useSaid } from '../../ui/instrument.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Adoption.module.css'
import { AdoptionTabs } from './AdoptionTabs.tsx'
import { Bar } from './Bar.tsx'
import { FallingBack } from './FallingBack.tsx'

type Overview = Answered<'GET /api/organizations/:organization/adoption'>

/** Who is with us: readiness, leadership, training, messages and feedback on one page. */
export function AdoptionPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/adoption', { params })
  return (
    <Page title={t('shell.adoption')} sentence={query.data && <Sentence overview={query.data} />}>
      <AdoptionTabs />
      <Shown query={query}>
        {(overview) =>
          overview.people.here === 0 ? (
            <Empty
              title={t('adoption.nobody')}
              says={t('adoption.nobodySays')}
              action={<To href={to.register('workforce')}>{t('registers.titles.workforce')}</To>}
            />
          ) : (
            <>
              <Figures overview={overview} />
              {overview.readiness?.barriers && <Barriers readiness={overview.readiness} />}
              <FallingBack overview={overview} />
              {overview.resistance.length > 0 && <Resistance rows={overview.resistance} />}
            </>
          )
        }
      </Shown>
    </Page>
  )
}

function Sentence({ overview }: Readonly<{ overview: Overview }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { people, readiness, training } = overview
  const parts = [
    t('adoption.sayPeople', { count: people.here, contractors: people.contractors, units: people.units }),
    readiness?.ready === undefined
      ? t('adoption.sayNoReadiness')
      : t('adoption.sayReady', { share: format.percent(readiness.ready, 0) }),
    training.share === undefined
      ? t('adoption.sayNoTraining')
      : t('adoption.sayTraining', { share: format.percent(training.share, 0) }),
  ]
  return parts.join(' ')
}

function Figures({ overview }: Readonly<{ overview: Overview }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { readiness, leadership, training, messages, feedback } = overview
  const share = (value: number | undefined) => (value === undefined ? undefined : format.percent(value, 0))
  return (
    <Section title={t('adoption.stands')}>
      <Tiles>
        <Tile name={t('adoption.readiness')} says={readiness && t('ui.n', { n: readiness.answered })}>
          <Figure
            value={share(readiness?.ready)}
            href={readiness ? to.survey(readiness.survey) : to.surveys}
          />
        </Tile>
        <Tile
          name={t('adoption.leadership.title')}
          term="leadership-index"
          says={t('adoption.leadershipSays', { counted: leadership.counted })}
        >
          <Figure value={share(leadership.index)} href={to.leadership} />
        </Tile>
        <Tile
          name={t('adoption.training.completion')}
          says={t('ui.of', { part: training.passed, whole: training.base })}
        >
          <Figure value={share(training.share)} href={to.training()} />
        </Tile>
        <Tile
          name={t('adoption.communication.informed')}
          says={t('adoption.messagesSays', { sent: messages.sent, planned: messages.planned })}
        >
          <Figure value={share(messages.informed)} href={to.communication} />
        </Tile>
        <Tile name={t('adoption.communication.involved')} says={t('adoption.involvedSays')}>
          <Figure value={share(messages.involved)} href={to.communication} />
        </Tile>
        <Tile
          name={t('adoption.answered')}
          says={t('adoption.answeredSays', { count: feedback.late.length })}
        >
          <Figure value={share(feedback.share)} href={to.feedback} />
        </Tile>
      </Tiles>
    </Section>
  )
}

function Barriers({ readiness }: Readonly<{ readiness: NonNullable<Overview['readiness']> }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useSaid()
  const barriers = Object.entries(readiness.barriers ?? {})
    .filter(([id]) => id !== 'ready')
    .toSorted(([, a], [, b]) => b - a)
  return (
    <Section title={t('adoption.barriers')} says={t('adoption.barriersSays')}>
      <table className={styles.bars}>
        <thead>
          <tr>
            <th scope="col">{t('adoption.surveys.step')}</th>
            <td />
            <th scope="col" className="number">
              {t('adoption.heldBack')}
            </th>
            <th scope="col">{t('adoption.helps')}</th>
          </tr>
        </thead>
        <tbody>
          {barriers.map(([id, share]) => {
            const name = readiness.names[id]
            return (
              <tr key={id}>
                <th scope="row">{name ? said(name) : id}</th>
                <td>
                  <Bar share={share} />
                </td>
                <td className={styles.figure}>{format.percent(share, 0)}</td>
                <td>{t(`adoption.measures.${id as 'A'}`)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

function Resistance({ rows }: Readonly<{ rows: Overview['resistance'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <Section
      title={t('registers.titles.resistance')}
      says={t('adoption.resistanceSays')}
      actions={<To href={to.register('resistance')}>{t('adoption.resistanceRegister')}</To>}
    >
      <ul className={styles.cards}>
        {rows.map(({ id, sign, unit, cause, measure, dueOn }) => (
          <li key={id}>
            <h3>
              <To href={to.record('resistance', id)}>{sign}</To>
            </h3>
            <p className="second">
              {unit}
              {cause ? `, ${t(`adoption.causes.${cause as 'desire'}`)}` : ''}
            </p>
            <p>{measure ?? t('adoption.noMeasure')}</p>
            {dueOn && <p className="second">{t('adoption.courses.due', { day: format.day(dueOn) })}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
