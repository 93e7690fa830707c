import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './Roadmap.module.css'
import type { Schedule } from './roadmap.ts'

/** The agreed dates, when what they need is planned to be ready, and how often they are kept in the simulation. */
export function Dates({ schedule }: Readonly<{ schedule: Schedule }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { dates } = schedule.risk
  if (dates.length === 0) return null
  return (
    <Section title={t('roadmap.dates')}>
      <div className={styles.scroller}>
        <table className={styles.plain}>
          <thead>
            <tr>
              <th scope="col">{t('roadmap.date')}</th>
              <th scope="col">{t('roadmap.dateOn')}</th>
              <th scope="col">{t('roadmap.plannedBefore')}</th>
              <th scope="col" className="number">
                {t('roadmap.probability')}
              </th>
            </tr>
          </thead>
          <tbody>
            {dates.map(({ title, on, planned, probability }) => (
              <tr key={`${title} ${on}`}>
                <th scope="row">{title}</th>
                <td>{format.day(on)}</td>
                <td>{planned === undefined ? t('ui.noData') : format.day(planned)}</td>
                <td className="number">{format.percent(probability, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
