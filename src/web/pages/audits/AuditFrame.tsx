import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { type AuditPage, auditTone } from './audit.ts'

/** The head of every page of an audit: what it is, where it stands, and its four tabs. */
export function AuditFrame({ children }: Readonly<{ children: (audit: AuditPage) => ReactNode }>) {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { audit: id = '' } = useParams({ strict: false }) as { audit?: string }
  const query = useAsk('GET /api/organizations/:organization/audits/:audit', {
    params: { ...params, audit: id },
  })
  return (
    <Shown query={query}>
      {(audit) => (
        <Page
          title={`${audit.name} ${audit.title}`}
          trail={<To href={to.audits}>{t('audits.title')}</To>}
          sentence={<Sentence audit={audit} />}
          actions={<Verdict tone={auditTone(audit.state)}>{t(`audits.states.${audit.state}`)}</Verdict>}
        >
          <Tabs
            label={audit.name}
            tabs={[
              { href: to.audit(id), name: t('audits.tabs.plan') },
              { href: to.auditChecklist(id), name: t('audits.tabs.checklist') },
              { href: to.auditFindings(id), name: t('audits.tabs.findings') },
              { href: to.auditReport(id), name: t('audits.tabs.report') },
            ]}
          />
          <EnglishNote />
          {children(audit)}
        </Page>
      )}
    </Shown>
  )
}

function Sentence({ audit }: Readonly<{ audit: AuditPage }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { lines, answered } = audit.report.tally
  const { major, minor } = audit.report.grades
  const parts = [
    audit.heldOn
      ? t('audits.saysHeld', { day: format.day(audit.heldOn) })
      : t('audits.saysPlanned', { day: format.day(audit.plannedOn) }),
    lines > 0 ? t('audits.saysAnswered', { answered, count: lines }) : '',
    audit.findings.length > 0 ? t('audits.saysFound', { major, minor }) : '',
    audit.signature ? t('audits.saysSigned', { name: audit.signature.signedBy }) : '',
  ]
  return parts.filter(Boolean).join(' ')
}
