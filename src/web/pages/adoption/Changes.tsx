import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { useSaid } from '../../ui/instrument.ts'
import { Section } from '../../ui/Page.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Adoption.module.css'
import type { Survey } from './adoption.ts'

const reachable = { tabIndex: 0 }

/** What changed since the survey before, and what cannot be called a change. */
export function Changes({ survey }: Readonly<{ survey: Survey }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useSaid()
  const signed = (points: number) => `${points > 0 ? '+' : ''}${format.number(points, 0)}`
  const rows = survey.changes.flatMap(({ name, dimensions }) =>
    dimensions.map((one) => ({ ...one, group: name || t('adoption.surveys.whole') })),
  )
  return (
    <Section
      title={t('adoption.surveys.changes')}
      says={t('adoption.surveys.changesSays', { since: survey.changes[0]?.since ?? '' })}
    >
      <section
        className={styles.scroller}
        aria-label={t('ui.table', { label: t('adoption.surveys.changes') })}
        {...reachable}
      >
        <table className={styles.bars}>
          <thead>
            <tr>
              <th scope="col">{t('adoption.surveys.group')}</th>
              <th scope="col">{t('adoption.surveys.dimension')}</th>
              <th scope="col" className="number">
                {t('adoption.surveys.points')}
              </th>
              <th scope="col">{t('adoption.surveys.interval')}</th>
              <th scope="col">{t('adoption.surveys.finding')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ group, id, points, low, high, isChange }) => {
              const dimension = survey.dimensions.find((one) => one.id === id)
              return (
                <tr key={`${group} ${id}`}>
                  <th scope="row">{group}</th>
                  <td>{dimension ? said(dimension.name) : id}</td>
                  <td className={styles.figure}>{signed(points)}</td>
                  <td>
                    {signed(low)} … {signed(high)}
                  </td>
                  <td>
                    <Verdict tone={toneOf(isChange, points)}>
                      {t(isChange ? 'adoption.surveys.changed' : 'adoption.surveys.unchanged')}
                    </Verdict>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

function toneOf(isChange: boolean, points: number) {
  if (!isChange) return 'not_assessed'
  return points > 0 ? 'conforming' : 'minor'
}
