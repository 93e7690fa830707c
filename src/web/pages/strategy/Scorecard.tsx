import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Strategy.module.css'
import type { Strategy } from './strategy.ts'

type Goal = Strategy['goals'][number]

const perspectives = ['financial', 'customer', 'process', 'learning'] as const

/** The goals by the side from which a balanced scorecard looks at them. */
export function Scorecard({ goals }: Readonly<{ goals: readonly Goal[] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const others = goals.filter(({ perspective }) => perspective === undefined)
  return (
    <Section
      title={t('strategy.scorecard')}
      says={t('strategy.scorecardSays')}
      actions={
        <>
          <To href={to.monitoring}>{t('shell.monitoring')}</To>
          <To href={to.record('goals', 'new')}>{t('strategy.writeGoal')}</To>
        </>
      }
    >
      <div className={styles.columns}>
        {perspectives.map((side) => (
          <Side
            key={side}
            title={t(`strategy.perspective.${side}`)}
            goals={goals.filter(({ perspective }) => perspective === side)}
          />
        ))}
        {others.length > 0 && <Side title={t('strategy.noPerspective')} goals={others} />}
      </div>
    </Section>
  )
}

function Side({ title, goals }: Readonly<{ title: string; goals: readonly Goal[] }>) {
  const { t } = useTranslation()
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {goals.length === 0 ? (
        <p className="second">{t('strategy.noGoalHere')}</p>
      ) : (
        goals.map((goal) => <OneGoal key={goal.id} goal={goal} />)
      )}
    </section>
  )
}

function OneGoal({ goal }: Readonly<{ goal: Goal }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { progress, baseline, target, unit, owner, metric, dueOn } = goal
  const way =
    progress === undefined || baseline === undefined || target === undefined
      ? t('strategy.noProgress')
      : t('strategy.progress', {
          share: format.percent(progress, 0),
          baseline: format.number(baseline),
          target: format.number(target),
          unit: unit ?? '',
        })
  return (
    <div className={styles.goal}>
      <To href={to.record('goals', goal.id)}>{goal.title}</To>
      <div className={styles.small}>
        {metric && <div>{metric}</div>}
        <div className="second">{way}</div>
        <div className="second">
          {[owner, dueOn && `${t('strategy.due')} ${format.day(dueOn)}`].filter(Boolean).join(' · ')}
        </div>
      </div>
    </div>
  )
}
