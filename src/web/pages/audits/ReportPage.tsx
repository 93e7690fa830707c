import { Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { type Proof, SignForm } from '../../ui/SignForm.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { AuditFrame } from './AuditFrame.tsx'
import styles from './Audits.module.css'
import { type AuditPage, gradeTone } from './audit.ts'

type AuditProps = Readonly<{ audit: AuditPage }>

/** The report of an audit: as it stands before it is signed, and as it was signed afterwards. */
export function ReportPage() {
  return (
    <AuditFrame>
      {(audit) => (
        <>
          {audit.signature && <Signature audit={audit} />}
          <Figures audit={audit} />
          <Found audit={audit} />
          {audit.state === 'drafted' && !audit.signature && <Sign audit={audit} />}
          {audit.signature && <Addenda audit={audit} />}
        </>
      )}
    </AuditFrame>
  )
}

function Signature({ audit: { signature, seal } }: AuditProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!signature) return null
  return (
    <Section title={t('audits.conclusion')}>
      <p className={styles.said}>{signature.conclusion}</p>
      <p className="second">
        {t('strategy.decidedBy', {
          by: signature.signedBy,
          role: t(`scales.role.${signature.signedAs as 'owner'}`), // whoever signed had a role
          at: format.instant(signature.signedAt),
        })}
        {', '}
        {signature.provedBy === 'paper' ? t('audits.onPaper') : t(`strategy.provedBy.${signature.provedBy}`)}
      </p>
      <p className={styles.seal}>
        {t('strategy.seal')}: {seal}
      </p>
    </Section>
  )
}

function Figures({ audit: { report } }: AuditProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { tally, grades } = report
  const judged = tally.met + tally.improvable + tally.unmet
  return (
    <Section title={t('audits.tabs.report')}>
      <Facts
        facts={[
          { name: t('audits.scope'), value: report.clauses.join(', ') },
          { name: t('audits.criteria'), value: <span className={styles.said}>{report.criteria}</span> },
          { name: t('audits.method'), value: <span className={styles.said}>{report.method}</span> },
          { name: t('audits.team'), value: report.auditors.join(', ') },
          {
            name: t('audits.impartial'),
            value: (
              <Verdict tone={report.impartial ? 'conforming' : 'major'}>
                {t(report.impartial ? 'audits.noOwnWork' : 'audits.ownWork')}
              </Verdict>
            ),
          },
          {
            name: t('audits.conformity'),
            value:
              tally.conformity === undefined
                ? t('ui.noData')
                : `${format.percent(tally.conformity, 1)} (${t('ui.of', { part: tally.met + tally.improvable, whole: judged })})`,
          },
          {
            name: t('audits.grades'),
            value: t('audits.gradesSay', {
              major: grades.major,
              minor: grades.minor,
              opportunity: grades.opportunity,
              good: grades.goodPractice,
            }),
          },
          ...(report.samples.length > 0
            ? [
                {
                  name: t('audits.samples'),
                  value: report.samples
                    .map(
                      ({ name, size, seed }) =>
                        `${name} (${t('audits.sampleSays', { count: size, seed: seed ?? '–' })})`,
                    )
                    .join('; '),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function Found({ audit: { report } }: AuditProps) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  if (report.findings.length === 0) return null
  return (
    <Section title={t('audits.tabs.findings')}>
      <ul className={styles.plain}>
        {report.findings.map((finding) => (
          <li key={finding.id}>
            <Verdict tone={gradeTone[finding.grade]}>{t(`findings.grades.${finding.grade}`)}</Verdict>{' '}
            <To href={to.finding(finding.id)}>
              {finding.name} {finding.title}
            </To>
            <p className={styles.said}>
              {[
                `${finding.requirements.join(', ')}.`,
                finding.evidence,
                finding.missing,
                finding.gradeReason,
                finding.extent,
              ]
                .filter(Boolean)
                .join(' ')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Sign({ audit }: AuditProps) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const keep = useChange('POST /api/organizations/:organization/audits/:audit/signatures')
  const [conclusion, setConclusion] = useState('')
  const sign = async (proof: Proof) => {
    await keep.mutateAsync({
      params: { ...params, audit: audit.id },
      body: { conclusion, seal: audit.seal, proof },
    })
    say(t('audits.signed'))
  }
  const lacks = audit.lacksOfReport
  return (
    <Section title={t('audits.sign')} says={t('audits.signSays')}>
      <SignForm
        sign={sign}
        needs="hold audits"
        whyNotYet={lacks.length > 0 ? t('findings.lacks', { what: lacks.join('; ') }) : undefined}
      >
        {lacks.length > 0 && (
          <p>
            {t('audits.reportLacks')} <span lang="en">{lacks.join('; ')}</span>
          </p>
        )}
        <Textarea
          label={t('audits.conclusion')}
          description={t('audits.conclusionHint')}
          required
          withAsterisk={false}
          autosize
          minRows={3}
          maxLength={8000}
          value={conclusion}
          onChange={(event) => setConclusion(event.currentTarget.value)}
        />
      </SignForm>
    </Section>
  )
}

function Addenda({ audit }: AuditProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useToast()
  const { params, organization } = useOrganization()
  const add = useChange('POST /api/organizations/:organization/audits/:audit/addenda')
  const [says, setSays] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(
      { params: { ...params, audit: audit.id }, body: { says } },
      {
        onSuccess: () => {
          setSays('')
          say(t('audits.added'))
        },
      },
    )
  }
  return (
    <Section title={t('audits.addenda')} says={t('audits.addendaSay')}>
      <ul className={styles.plain}>
        {audit.addenda.map(({ id, says: said, addedBy, addedAt }) => (
          <li key={id}>
            <div className={styles.said}>{said}</div>
            <div className="second">
              {addedBy}, {format.instant(addedAt)}
            </div>
          </li>
        ))}
      </ul>
      {organization.permissions.includes('hold audits') && (
        <form onSubmit={submit} className={styles.form}>
          <Textarea
            className={styles.whole}
            label={t('audits.addendum')}
            required
            withAsterisk={false}
            autosize
            minRows={2}
            maxLength={4000}
            value={says}
            onChange={(event) => setSays(event.currentTarget.value)}
          />
          <div className={styles.whole}>
            <Wrong error={add.error} />
            <Act type="submit" size="xs" isBusy={add.isPending}>
              {t('audits.add')}
            </Act>
          </div>
        </form>
      )}
    </Section>
  )
}
