import { useTranslation } from 'react-i18next'
import type { Language } from '#base/language.ts'
import { useAsk, useChange } from '../../data/ask.ts'
import { addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { AskFirst } from '../../ui/AskFirst.tsx'
import { Download } from '../../ui/Download.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { useFormat } from '../../ui/format.ts'
import { JobsInHand } from '../../ui/JobsInHand.tsx'
import { LanguageChoice, useDocumentLanguage } from '../../ui/LanguageChoice.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { LevelMark, LevelTabs } from './LevelParts.tsx'
import styles from './Levels.module.css'
import { type Expected, type Report, toneOfStanding } from './level-view.ts'
import { ReportForm } from './ReportForm.tsx'

const kinds = ['documents'] as const

/** What goes out to whom, and whether it went out in time. */
export function ReportsPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/service-reports', { params })
  const [language, choose] = useDocumentLanguage()
  return (
    <Page
      title={t('serviceLevels.reports')}
      sentence={query.data && query.data.items.length > 0 && <Sentence reports={query.data.items} />}
    >
      <LevelTabs />
      <JobsInHand kinds={kinds} />
      <Shown query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <Empty title={t('serviceLevels.reportsNone')} says={t('serviceLevels.reportsNoneSays')} />
            )}
            {items.length > 0 && (
              <LanguageChoice label={t('serviceLevels.language')} language={language} choose={choose} />
            )}
            {items.map((report) => (
              <ReportSection key={report.id} report={report} language={language} />
            ))}
            <Fold title={t('serviceLevels.define')} isOpen={items.length === 0}>
              <ReportForm />
            </Fold>
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ reports }: Readonly<{ reports: readonly Report[] }>) {
  const { t } = useTranslation()
  const expected = reports.flatMap((one) => one.expected)
  const of = (standing: string) => expected.filter((one) => one.standing === standing).length
  return t('serviceLevels.sayReports', { missing: of('missing'), late: of('late'), onTime: of('on time') })
}

function ReportSection({ report, language }: Readonly<{ report: Report; language: Language }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { title, audience, services, customer, cadence, dueDays, issuer, endedAt, expected } = report
  return (
    <Section title={title} says={report.purpose} actions={endedAt === undefined && <End report={report} />}>
      <p className="second">
        {[
          audience,
          services.join(', '),
          customer === '' ? t('serviceLevels.allCustomers') : customer,
          t('serviceLevels.dueSays', {
            cadence: t(`serviceLevels.cadences.${cadence}`),
            days: dueDays,
            issuer,
          }),
        ].join(' · ')}
        {endedAt && ` · ${t('serviceLevels.ended', { day: format.day(endedAt) })}`}
      </p>
      <table className={`${styles.table} ${styles.stacked}`} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('serviceLevels.period')}</th>
            <th scope="col">{t('serviceLevels.dueOn')}</th>
            <th scope="col">{t('serviceLevels.verdict')}</th>
            <th scope="col">{t('serviceLevels.issuedOn')}</th>
            <th scope="col">{t('serviceLevels.receipts')}</th>
            <th scope="col">
              <span className="unseen">{t('serviceLevels.open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {expected.map((one) => (
            <IssueRow key={one.period} report={report} expected={one} language={language} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

type IssueRowProps = Readonly<{ report: Report; expected: Expected; language: Language }>

function IssueRow({ report, expected, language }: IssueRowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, to } = useOrganization()
  const { period, dueOn, standing, issue } = expected
  return (
    <tr>
      <th scope="row">
        {issue ? (
          <To href={to.serviceReportIssue(issue.id)}>{period}</To>
        ) : (
          <To href={to.serviceReportPreview(report.id, period)}>{period}</To>
        )}
      </th>
      <td data-head={t('serviceLevels.dueOn')}>{format.day(dueOn)}</td>
      <td>
        <LevelMark tone={toneOfStanding[standing]}>{t(`serviceLevels.standings.${standing}`)}</LevelMark>
      </td>
      <td data-head={issue && t('serviceLevels.issuedOn')}>
        {issue && `${format.day(issue.issuedAt)}, ${issue.issuedBy}`}
      </td>
      <td>
        {issue &&
          issue.recipients > 0 &&
          t('serviceLevels.acknowledged', { part: issue.acknowledged, whole: issue.recipients })}
      </td>
      <td>
        {issue ? (
          <Download
            href={addressOf(
              'GET /api/organizations/:organization/service-report-issues/:serviceReportIssue/file',
              { params: { ...params, serviceReportIssue: issue.id } },
            )}
          >
            {t('serviceLevels.download')}
          </Download>
        ) : (
          <IssueNow report={report} period={period} language={language} />
        )}
      </td>
    </tr>
  )
}

/** Freezes the figures of a period, and has the document written and sent. */
export function IssueNow({
  report,
  period,
  language,
}: Readonly<{ report: Pick<Report, 'id'>; period: string; language: Language }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const issue = useChange('POST /api/organizations/:organization/service-reports/:serviceReport/issues')
  return (
    <>
      <Act
        size="xs"
        label={`${t('serviceLevels.issue')}: ${period}`}
        isBusy={issue.isPending}
        whyNot={whyNot('write registers')}
        onClick={() =>
          issue.mutate(
            { params: { ...params, serviceReport: report.id }, body: { period, language } },
            { onSuccess: () => say(t('serviceLevels.issued', { period })) },
          )
        }
      >
        {t('serviceLevels.issue')}
      </Act>
      <Trouble error={issue.error} />
    </>
  )
}

function End({ report: { id, title, version } }: Readonly<{ report: Report }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const end = useChange('POST /api/organizations/:organization/service-reports/:serviceReport/end')
  return (
    <AskFirst
      label={`${t('serviceLevels.end')}: ${title}`}
      title={t('serviceLevels.end')}
      says={t('serviceLevels.endSays', { title })}
      whyNot={whyNot('write registers')}
      act={() => end.mutateAsync({ params: { ...params, serviceReport: id }, ifMatch: version })}
    >
      {t('serviceLevels.end')}
    </AskFirst>
  )
}
