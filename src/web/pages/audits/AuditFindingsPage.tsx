import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { FindingText } from '../../ui/FindingText.tsx'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { AuditFrame } from './AuditFrame.tsx'
import styles from './Audits.module.css'
import { type AuditPage, gradeTone } from './audit.ts'

/** What an audit found, and a form to raise more while it is held. */
export function AuditFindingsPage() {
  return <AuditFrame>{(audit) => <Findings audit={audit} />}</AuditFrame>
}

function Findings({ audit }: Readonly<{ audit: AuditPage }>) {
  const { t } = useTranslation()
  const { to, organization } = useOrganization()
  const mayRaise = organization.permissions.includes('hold audits') && audit.signature === undefined
  return (
    <>
      <Section title={t('audits.tabs.findings')}>
        {audit.findings.length === 0 && <p>{t('audits.noFindings')}</p>}
        <ul className={styles.plain}>
          {audit.findings.map(({ id, name, grade, title, state, requirements, lacks }) => (
            <li key={id}>
              <Verdict tone={gradeTone[grade]}>{t(`findings.grades.${grade}`)}</Verdict>{' '}
              <To href={to.finding(id)}>
                {name} {title}
              </To>{' '}
              <span className="second">
                {requirements.join(', ')}, {t(`findings.states.${state}`)}
              </span>
              {lacks.length > 0 && (
                <div className="second">
                  {t('audits.textLacks')} <span lang="en">{lacks.join(', ')}</span>
                </div>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {mayRaise && (
        <Section title={t('findings.raise')}>
          <Raise key={audit.findings.length} audit={audit} />
        </Section>
      )}
    </>
  )
}

function Raise({ audit }: Readonly<{ audit: AuditPage }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const raise = useChange('POST /api/organizations/:organization/findings')
  return (
    <FindingText
      submit={t('findings.raiseDo')}
      isBusy={raise.isPending}
      error={raise.error}
      send={(text) =>
        raise.mutate(
          { params, body: { ...text, audit: audit.id } },
          { onSuccess: ({ name }) => say(t('findings.raised', { name })) },
        )
      }
    />
  )
}
