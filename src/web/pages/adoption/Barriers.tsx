import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { useSaid } from '../../ui/instrument.ts'
import { Section } from '../../ui/Page.tsx'
import { Trend } from '../../ui/Trend.tsx'
import styles from './Adoption.module.css'
import type { GroupsProps } from './adoption.ts'
import { Bar } from './Bar.tsx'

const reachable = { tabIndex: 0 }

/** What holds how many people back, group by group, and how the share of those who are ready goes over time. */
export function Barriers({ survey, groups }: GroupsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useSaid()
  const steps = [
    ...survey.dimensions.map(({ id, name }) => ({ id, name: said(name) })),
    { id: 'ready', name: t('adoption.surveys.ready') },
  ]
  const points = survey.rounds.map(({ sentAt, whole }) => ({
    when: format.day(sentAt),
    value: whole?.barriers?.ready,
    n: whole?.answered ?? 0,
  }))
  return (
    <Section title={t('adoption.surveys.barriers')} says={t('adoption.surveys.barriersSays')}>
      <section
        className={styles.scroller}
        aria-label={t('ui.table', { label: t('adoption.surveys.barriers') })}
        {...reachable}
      >
        <table className={styles.bars}>
          <thead>
            <tr>
              <th scope="col">{t('adoption.surveys.step')}</th>
              <td />
              {groups.map(({ name, answered }) => (
                <th key={name} scope="col" className="number">
                  {name}
                  <br />
                  {t('ui.n', { n: answered })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  <Bar share={groups[0]?.barriers?.[id] ?? 0} />
                </td>
                {groups.map((group) => (
                  <td key={group.name} className={styles.figure}>
                    {group.barriers ? format.percent(group.barriers[id] ?? 0, 0) : t('ui.noData')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {points.length > 1 && (
        <div style={{ maxWidth: 420 }}>
          <h3>{t('adoption.surveys.trend')}</h3>
          <Trend
            label={t('adoption.surveys.trend')}
            points={points}
            write={(value) => format.percent(value, 0)}
          />
        </div>
      )}
    </Section>
  )
}
