import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Audits.module.css'
import type { Programme } from './audit.ts'

/** The success rate as two series, which are never mixed: audits without a major, and requirements that are met. */
export function Success({ success }: Readonly<{ success: Programme['success'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <Section title={t('audits.success')} term="major-nonconformity" says={t('audits.successSays')}>
      <div className={styles.wide}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('audits.audit')}</th>
              <th scope="col">{t('audits.when')}</th>
              <th scope="col">{t('audits.withoutMajor')}</th>
              <th scope="col" className={styles.number}>
                {t('audits.conformity')}
              </th>
            </tr>
          </thead>
          <tbody>
            {success.points.map((point) => (
              <tr key={point.audit}>
                <th scope="row">
                  <To href={to.auditReport(point.audit)}>{point.name}</To>{' '}
                  <span className="second">{t(`audits.kinds.${point.kind}`)}</span>
                </th>
                <td>{format.day(point.on)}</td>
                <td>
                  <Verdict tone={point.success === 1 ? 'conforming' : 'major'}>
                    {point.success === 1 ? t('audits.one') : t('audits.zero', { count: point.majors })}
                  </Verdict>
                </td>
                <td className={styles.number}>
                  {point.conformity === undefined
                    ? t('ui.noData')
                    : `${format.percent(point.conformity, 1)} (${t('ui.of', { part: point.met, whole: point.judged })})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
