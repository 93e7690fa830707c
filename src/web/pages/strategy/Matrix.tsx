import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Strategy.module.css'
import type { Strategy } from './strategy.ts'

type Goal = Strategy['goals'][number]

const kinds = ['service', 'requirement', 'KPI', 'objective', 'initiative'] as const

/** What contributes to each goal: one row a goal, one column a kind; each cell says how strongly and why. */
export function Matrix({ strategy: { goals } }: Readonly<{ strategy: Strategy }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Section
      title={t('strategy.matrix')}
      says={t('strategy.matrixSays')}
      actions={<To href={to.record('contributions', 'new')}>{t('strategy.addContribution')}</To>}
    >
      <div className={styles.wide}>
        <table className={`${styles.matrix} ${styles.stacked}`} aria-label={t('strategy.matrix')}>
          <thead>
            <tr>
              <th scope="col">{t('strategy.goals')}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {t(`strategy.kind.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {goals.map((goal) => (
              <tr key={goal.id}>
                <th scope="row">
                  <To href={to.record('goals', goal.id)}>{goal.title}</To>
                </th>
                {kinds.map((kind) => (
                  <Cell key={kind} goal={goal} kind={kind} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Cell({ goal, kind }: Readonly<{ goal: Goal; kind: (typeof kinds)[number] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const own = goal.contributions.filter((one) => one.kind === kind)
  const linked = kind === 'objective' ? goal.objectives : []
  if (own.length + linked.length === 0) return <td />
  return (
    <td>
      {own.map((one) => (
        <div key={one.id} className={styles.entry} title={one.rationale}>
          <To href={to.record('contributions', one.id)}>{one.title}</To>{' '}
          <span className="second">{t(`strategy.strength.${one.strength}`)}</span>
        </div>
      ))}
      {linked.map((one) => (
        <div key={one.id} className={styles.entry}>
          <To href={to.record('objectives', one.id)}>{one.title}</To>
        </div>
      ))}
    </td>
  )
}
