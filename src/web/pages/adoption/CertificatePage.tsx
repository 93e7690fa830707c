import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { useCourseWords } from './course-words.ts'
import styles from './Quiz.module.css'

/** A certificate of a course, to be shown and printed. */
export function CertificatePage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, to } = useOrganization()
  const wordsOf = useCourseWords()
  const { certificate: id = '' } = useParams({ strict: false }) as { certificate?: string }
  const query = useAsk('GET /api/organizations/:organization/adoption/certificates/:certificate', {
    params: { ...params, certificate: id },
  })
  return (
    <Shown query={query}>
      {(certificate) => (
        <Page
          title={t('adoption.certificate.title')}
          trail={<To href={to.courses}>{t('adoption.courses.mine')}</To>}
          actions={
            <Act isPrimary onClick={() => window.print()}>
              {t('adoption.certificate.print')}
            </Act>
          }
        >
          <article className={styles.certificate}>
            <p className="second">{certificate.organization}</p>
            <p className={styles.holder}>{certificate.name}</p>
            <p>{t('adoption.certificate.says')}</p>
            <h2>{wordsOf(certificate).title}</h2>
            <Verdict tone={certificate.isValid ? 'conforming' : 'not_assessed'}>
              {t(certificate.isValid ? 'adoption.certificate.valid' : 'adoption.certificate.past', {
                day: format.day(certificate.validUntil),
              })}
            </Verdict>
            <Facts
              facts={[
                { name: t('adoption.certificate.passedOn'), value: format.day(certificate.passedOn) },
                { name: t('adoption.certificate.score'), value: format.percent(certificate.score, 0) },
                { name: t('adoption.certificate.clauses'), value: certificate.clauses.join(', ') },
                { name: t('adoption.certificate.version'), value: <code>{certificate.version}</code> },
                { name: t('adoption.certificate.number'), value: certificate.number },
              ]}
            />
            <p className="second">{t('adoption.certificate.note')}</p>
          </article>
        </Page>
      )}
    </Shown>
  )
}
