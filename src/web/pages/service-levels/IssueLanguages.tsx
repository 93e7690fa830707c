import { useTranslation } from 'react-i18next'
import { languageCodes, languages } from '#base/language.ts'
import { useChange } from '../../data/ask.ts'
import { addressOf } from '../../data/call.ts'
import { hasEnded } from '../../data/ended-jobs.ts'
import { useJobs } from '../../data/jobs.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Download } from '../../ui/Download.tsx'
import { Section } from '../../ui/Page.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Levels.module.css'
import type { Issue } from './level-view.ts'

/** An issue in every other language: downloaded where it is written, and written where it is not. */
export function IssueLanguages({ issue }: Readonly<{ issue: Issue }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const write = useChange(
    'POST /api/organizations/:organization/service-report-issues/:serviceReportIssue/files',
  )
  const jobs = useJobs(params)
  const isMaking = jobs.data?.items.some((job) => job.kind === 'documents' && !hasEnded(job)) ?? false
  const of = { ...params, serviceReportIssue: issue.id }
  return (
    <Section title={t('serviceLevels.languages')} says={t('serviceLevels.languagesSay')}>
      <ul className={styles.languages}>
        {languageCodes
          .filter((code) => code !== issue.language)
          .map((code) => (
            <li key={code}>
              <span>{languages[code]}</span>
              {issue.translations.some(({ language }) => language === code) ? (
                <Download
                  href={addressOf(
                    'GET /api/organizations/:organization/service-report-issues/:serviceReportIssue/file',
                    { params: of, query: { language: code } },
                  )}
                >
                  {t('serviceLevels.downloadIn', { language: languages[code] })}
                </Download>
              ) : (
                <Act
                  size="xs"
                  label={t('serviceLevels.writeIn', { language: languages[code] })}
                  isBusy={write.isPending && write.variables?.body?.language === code}
                  whyNot={whyNot('make documents') ?? (isMaking ? t('documents.isMaking') : undefined)}
                  onClick={() => write.mutate({ params: of, body: { language: code } })}
                >
                  {t('serviceLevels.write')}
                </Act>
              )}
            </li>
          ))}
      </ul>
      <Trouble error={write.error} />
    </Section>
  )
}
