import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Download } from '../../ui/Download.tsx'
import { useFormat } from '../../ui/format.ts'
import { LanguageChoice, useDocumentLanguage } from '../../ui/LanguageChoice.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { FiguresOfReport } from './FiguresOfReport.tsx'
import { IssueLanguages } from './IssueLanguages.tsx'
import styles from './Levels.module.css'
import type { Issue } from './level-view.ts'
import { IssueNow } from './ReportsPage.tsx'

/** One issue as it went out: its figures, its document, and who has it. */
export function IssuePage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { issue = '' } = useParams({ strict: false }) as { issue?: string }
  const query = useAsk('GET /api/organizations/:organization/service-report-issues/:serviceReportIssue', {
    params: { ...params, serviceReportIssue: issue },
  })
  return (
    <Page
      title={query.data ? `${query.data.title}, ${query.data.period}` : t('serviceLevels.reports')}
      sentence={query.data && <Sentence issue={query.data} />}
      trail={<To href={to.serviceReports}>{t('serviceLevels.reports')}</To>}
      actions={query.data && <File issue={query.data} />}
    >
      <Shown query={query}>
        {(found) => (
          <>
            <FiguresOfReport figures={found.figures} />
            <IssueLanguages issue={found} />
            <Receipts issue={found} />
            <p className={styles.seal}>
              {t('serviceLevels.seal')}: sha256 {found.seal}
            </p>
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ issue: { issuedAt, issuedBy, dueOn } }: Readonly<{ issue: Issue }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const standing = issuedAt.slice(0, 10) <= dueOn ? 'on time' : 'late'
  return t('serviceLevels.issueSays', {
    day: format.day(issuedAt),
    by: issuedBy,
    standing: t(`serviceLevels.standings.${standing}`),
    due: format.day(dueOn),
  })
}

function File({ issue: { id, document } }: Readonly<{ issue: Issue }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  if (!document) return <span className="second">{t('serviceLevels.isWritten')}</span>
  return (
    <Download
      href={addressOf('GET /api/organizations/:organization/service-report-issues/:serviceReportIssue/file', {
        params: { ...params, serviceReportIssue: id },
      })}
    >
      {t('serviceLevels.download')}
    </Download>
  )
}

function Receipts({ issue: { receipts } }: Readonly<{ issue: Issue }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('serviceLevels.receipts')}>
      {receipts.length === 0 ? (
        <p className="second">{t('serviceLevels.noReceipts')}</p>
      ) : (
        <ul className={styles.plain}>
          {receipts.map(({ recipient, sentAt, acknowledgedAt, says }) => (
            <li key={recipient}>
              {recipient}{' '}
              <span className="second">
                {[
                  sentAt
                    ? t('serviceLevels.sentOn', { day: format.day(sentAt) })
                    : t('serviceLevels.notSent'),
                  acknowledgedAt && t('serviceLevels.acknowledgedOn', { day: format.day(acknowledgedAt) }),
                  says && `“${says}”`,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The figures of a period as they would be frozen today. */
export function PreviewIssuePage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { report = '', period = '' } = useParams({ strict: false }) as { report?: string; period?: string }
  const [language, choose] = useDocumentLanguage()
  const query = useAsk('GET /api/organizations/:organization/service-reports/:serviceReport/preview', {
    params: { ...params, serviceReport: report },
    query: { period },
  })
  return (
    <Page
      title={query.data?.definition.title ?? t('serviceLevels.previewOf', { period })}
      sentence={`${t('serviceLevels.previewOf', { period })}. ${t('serviceLevels.previewSays')}`}
      trail={<To href={to.serviceReports}>{t('serviceLevels.reports')}</To>}
      actions={query.data && <IssueNow report={{ id: report }} period={period} language={language} />}
    >
      <LanguageChoice label={t('serviceLevels.language')} language={language} choose={choose} />
      <Shown query={query}>{(figures) => <FiguresOfReport figures={figures} />}</Shown>
    </Page>
  )
}
