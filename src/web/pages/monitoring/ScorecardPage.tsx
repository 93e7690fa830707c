import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useWordsOf } from '../../data/register-words.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Monitoring.module.css'
import { MonitoringTabs } from './MonitoringTabs.tsx'
import { useSayers } from './use-sayers.ts'

type Side = Answered<'GET /api/organizations/:organization/scorecard'>['sides'][number]
type Goal = Side['goals'][number]
type Measure = Side['others'][number]

const tones = {
  'on target': 'conforming',
  'off target': 'major',
  'no target': 'not_applicable',
  'no data': 'not_assessed',
  'not watched': 'partially',
} as const satisfies Record<Measure['state'], ToneName>

/** Do the figures serve the goals: by perspective goal, measure, target, actual and initiative. */
export function ScorecardPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/scorecard', { params })
  const sides = query.data?.sides ?? []
  const isEmpty = sides.every(({ goals, others }) => goals.length + others.length === 0)
  return (
    <Page
      title={t('monitoring.scorecard')}
      sentence={query.data && !isEmpty && <Sentence sides={sides} />}
      actions={<To href={to.strategy}>{t('shell.strategy')}</To>}
    >
      <MonitoringTabs />
      <Shown query={query}>
        {() =>
          isEmpty ? (
            <Empty title={t('monitoring.scorecardEmpty')} says={t('monitoring.scorecardEmptySays')} />
          ) : (
            <>
              <EnglishNote />
              {sides.map((side) => (
                <OneSide key={side.side} side={side} />
              ))}
            </>
          )
        }
      </Shown>
    </Page>
  )
}

function Sentence({ sides }: Readonly<{ sides: readonly Side[] }>) {
  const { t } = useTranslation()
  const goals = sides.flatMap((side) => side.goals)
  const sum = (state: Measure['state']) => sides.reduce((all, { counts }) => all + (counts[state] ?? 0), 0)
  return t('monitoring.scorecardSentence', {
    goals: goals.length,
    met: sum('on target'),
    missed: sum('off target'),
    open: sum('no target') + sum('no data') + sum('not watched'),
    without: goals.filter(({ initiatives }) => initiatives.length === 0).length,
  })
}

function OneSide({ side: { side, goals, others, counts } }: Readonly<{ side: Side }>) {
  const { t } = useTranslation()
  const title = side === 'unsaid' ? t('strategy.noPerspective') : t(`strategy.perspective.${side}`)
  const says = t('monitoring.sideSays', { met: counts['on target'] ?? 0, missed: counts['off target'] ?? 0 })
  return (
    <Section title={title} says={says}>
      <table className={`${styles.table} ${styles.stacked} ${styles.score}`} aria-label={title}>
        <thead>
          <tr>
            <th>{t('monitoring.goal')}</th>
            <th>{t('monitoring.measure')}</th>
            <th className={styles.number}>{t('evidence.target')}</th>
            <th className={styles.number}>{t('monitoring.actual')}</th>
            <th>{t('monitoring.state')}</th>
            <th>{t('monitoring.initiative')}</th>
          </tr>
        </thead>
        {goals.map((goal) => (
          <OneGoal key={goal.id} goal={goal} />
        ))}
        {others.length > 0 && (
          <tbody>
            {others.map((measure, at) => (
              <tr key={measure.id}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={others.length} className="second">
                    {t('monitoring.noGoal')}
                  </th>
                )}
                <Cells measure={measure} />
                <td />
              </tr>
            ))}
          </tbody>
        )}
      </table>
      {goals.length + others.length === 0 && <p className="second">{t('monitoring.sideEmpty')}</p>}
    </Section>
  )
}

function OneGoal({ goal }: Readonly<{ goal: Goal }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { measures, owner, dueOn } = goal
  const rows = Math.max(1, measures.length)
  const about = [owner, dueOn && `${t('strategy.due')} ${format.day(dueOn)}`].filter(Boolean).join(' · ')
  const head = (
    <th scope="rowgroup" rowSpan={rows}>
      <To href={to.record('goals', goal.id)}>{goal.title}</To>
      {about && <div className="second">{about}</div>}
    </th>
  )
  const initiatives = (
    <td rowSpan={rows} data-head={t('monitoring.initiative')}>
      <Initiatives goal={goal} />
    </td>
  )
  if (measures.length === 0)
    return (
      <tbody>
        <tr>
          {head}
          <td colSpan={4} className="second">
            {t('monitoring.noMeasure')}
          </td>
          {initiatives}
        </tr>
      </tbody>
    )
  return (
    <tbody>
      {measures.map((measure, at) => (
        <tr key={`${measure.kind} ${measure.id}`}>
          {at === 0 && head}
          <Cells measure={measure} />
          {at === 0 && initiatives}
        </tr>
      ))}
    </tbody>
  )
}

function Cells({ measure }: Readonly<{ measure: Measure }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const write = useSayers().writerOf(measure)
  const { kind, id, title, target, actual, period, state, isStale } = measure
  const isWatched = kind === 'KPI' && state !== 'not watched'
  return (
    <>
      <td>
        {isWatched && (
          <span lang="en">
            <To href={to.kpi(id)}>{title}</To>
          </span>
        )}
        {state === 'not watched' && (
          <span lang="en">
            <To href={to.measure(id)}>{title}</To>
          </span>
        )}
        {kind !== 'KPI' && title}
      </td>
      <td className={styles.number} data-head={t('evidence.target')}>
        {target === undefined ? '–' : write(target)}
      </td>
      <td className={styles.number} data-head={t('monitoring.actual')}>
        {actual === undefined ? '–' : write(actual)}
        {period && <div className="second">{format.month(period)}</div>}
      </td>
      <td>
        <Verdict tone={tones[state]}>{t(`monitoring.measureStates.${state}`)}</Verdict>
        {isStale && <div className="second">{t('monitoring.isStale')}</div>}
      </td>
    </>
  )
}

function Initiatives({ goal: { initiatives } }: Readonly<{ goal: Goal }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const word = useWordsOf('initiatives')
  if (initiatives.length === 0) return <span className="second">{t('monitoring.noInitiative')}</span>
  return (
    <>
      {initiatives.map(({ id, title, state, owner, endsOn }) => (
        <div key={id}>
          <To href={to.record('initiatives', id)}>{title}</To>
          <div className="second">
            {word(state)}
            {[owner, endsOn && format.day(endsOn)].filter(Boolean).map((one) => ` · ${one}`)}
          </div>
        </div>
      ))}
    </>
  )
}
