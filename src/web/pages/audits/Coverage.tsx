import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Audits.module.css'
import type { Programme } from './audit.ts'

/** Parts of the standard by years: what was audited, what will be, and what nobody looks at. */
export function Coverage({ programme: { areas, years } }: Readonly<{ programme: Programme }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <Section title={t('audits.coverage')} says={t('audits.coverageSays')}>
      <div className={styles.wide}>
        <table className={`${styles.matrix} ${styles.stacked}`}>
          <thead>
            <tr>
              <th scope="col">{t('audits.area')}</th>
              {years.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
              <th scope="col">{t('audits.last')}</th>
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr key={area.id}>
                <th scope="row">
                  {area.clauses.join(', ')} <span lang="en">{area.title}</span>
                </th>
                {area.years.map(({ year, audits }) => (
                  <td key={year} data-head={audits.length > 0 ? year : undefined}>
                    {audits.map((one) => (
                      <div key={one.id}>
                        <To href={to.audit(one.id)}>{one.name}</To>{' '}
                        <Verdict tone={one.isHeld ? 'conforming' : 'not_assessed'}>
                          {t(one.isHeld ? 'audits.held' : 'audits.planned')}
                        </Verdict>
                        {!one.isWhole && <span className="second"> {t('audits.part')}</span>}
                      </div>
                    ))}
                  </td>
                ))}
                <td data-head={t('audits.last')}>
                  {area.lastHeldOn === undefined ? t('audits.never') : format.day(area.lastHeldOn)}
                  {area.isHole && (
                    <div>
                      <Verdict tone="major">{t('audits.hole')}</Verdict>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
