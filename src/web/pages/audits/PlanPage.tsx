import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { AuditFrame } from './AuditFrame.tsx'
import styles from './Audits.module.css'
import type { AuditPage, Candidate } from './audit.ts'
import { PlanForm } from './PlanForm.tsx'
import { Qualified } from './Qualified.tsx'

type AuditProps = Readonly<{ audit: AuditPage }>

/** The plan of an audit: scope, criteria, method, and who audits without auditing the own work. */
export function PlanPage() {
  const { t } = useTranslation()
  const { organization } = useOrganization()
  const mayAudit = organization.permissions.includes('hold audits')
  return (
    <AuditFrame>
      {(audit) => {
        const isOpen = ['programmed', 'planned', 'prepared', 'conducting', 'drafted'].includes(audit.state)
        return (
          <>
            <Plan audit={audit} />
            {mayAudit && <Moves audit={audit} />}
            {mayAudit && isOpen && (
              <Fold title={t('audits.change')} isOpen={audit.lacks.length > 0}>
                <Change key={audit.version} audit={audit} />
              </Fold>
            )}
            {mayAudit && isOpen && <Candidates audit={audit} />}
          </>
        )
      }}
    </AuditFrame>
  )
}

function Plan({ audit }: AuditProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = [
    { name: t('audits.criteria'), value: audit.criteria },
    { name: t('audits.method'), value: audit.method },
    { name: t('audits.because'), value: audit.because },
  ].filter(({ value }) => value !== '')
  return (
    <Section title={t('audits.tabs.plan')}>
      <Facts
        facts={[
          { name: t('audits.kind'), value: t(`audits.kinds.${audit.kind}`) },
          { name: t('audits.scope'), value: audit.clauses.join(', ') },
          { name: t('audits.plannedOn'), value: format.day(audit.plannedOn) },
          ...said.map(({ name, value }) => ({ name, value: <span className={styles.said}>{value}</span> })),
          { name: t('audits.lead'), value: audit.lead?.name ?? t('findings.nobody') },
          {
            name: t('audits.impartial'),
            value:
              audit.auditors.length === 0 ? (
                t('findings.nobody')
              ) : (
                <ul className={styles.plain}>
                  {audit.auditors.map((one) => (
                    <li key={one.id}>
                      <Impartial person={one} />
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Impartial({ person }: Readonly<{ person: Candidate }>) {
  const { t } = useTranslation()
  const { name, ownWork, qualified } = person
  return (
    <>
      {name}{' '}
      {ownWork.length === 0 ? (
        <Verdict tone="conforming">{t('audits.noOwnWork')}</Verdict>
      ) : (
        <span>
          <Verdict tone="major">{t('audits.ownWork')}</Verdict>{' '}
          <span className="second" lang="en">
            {ownWork.map(({ says, about }) => `${says} (${about.slice(0, 3).join(', ')})`).join('; ')}
          </span>
        </span>
      )}{' '}
      <Qualified qualified={qualified} />
    </>
  )
}

/** Who could audit this scope, and who would audit the own work. */
function Candidates({ audit }: AuditProps) {
  const { t } = useTranslation()
  return (
    <Fold title={t('audits.candidates')} says={t('audits.candidatesSays')}>
      <ul className={styles.plain}>
        {audit.candidates.map((one) => (
          <li key={one.id}>
            <Impartial person={one} />
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function Moves({ audit }: AuditProps) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const move = useChange('POST /api/organizations/:organization/audits/:audit/moves')
  const [reason, setReason] = useState('')
  if (audit.moves.length === 0) return null
  const go = (to: AuditPage['moves'][number]['to']) =>
    move.mutate(
      {
        params: { ...params, audit: audit.id },
        ifMatch: audit.version,
        body: { to, ...(reason.trim() ? { reason } : {}) },
      },
      {
        onSuccess: () => {
          setReason('')
          say(t('findings.moved', { state: t(`audits.states.${to}`) }))
        },
      },
    )
  const whyNot = ({ to, asksReason }: AuditPage['moves'][number]) => {
    if ((to === 'planned' || to === 'prepared') && audit.lacks.length > 0)
      return t('findings.lacks', { what: audit.lacks.join(', ') })
    return asksReason && reason.trim() === '' ? t('findings.reasonFirst') : undefined
  }
  return (
    <Section title={t('findings.goOn')}>
      <div className={styles.row}>
        {audit.moves.some(({ asksReason }) => asksReason) && (
          <TextInput
            label={t('findings.reason')}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {audit.moves.map((one) => (
          <Act
            key={one.to}
            isPrimary={!one.asksReason}
            isBusy={move.isPending}
            whyNot={whyNot(one)}
            onClick={() => go(one.to)}
          >
            {t(`audits.moves.${one.name as 'plan'}` /* the names of the moves are these */)}
          </Act>
        ))}
      </div>
      <Wrong error={move.error} />
    </Section>
  )
}

function Change({ audit }: AuditProps) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const programme = useAsk('GET /api/organizations/:organization/audits', { params })
  const change = useChange('PATCH /api/organizations/:organization/audits/:audit')
  const isScopeFixed = audit.state !== 'programmed' && audit.state !== 'planned'
  return (
    <Shown query={programme}>
      {({ areas }) => (
        <PlanForm
          start={{
            title: audit.title,
            clauses: audit.clauses,
            because: audit.because,
            plannedOn: audit.plannedOn,
            criteria: audit.criteria,
            method: audit.method,
            lead: audit.lead?.id ?? '',
            team: audit.team.map(({ id }) => id),
          }}
          areas={areas}
          people={audit.candidates}
          submit={t('ui.save')}
          isBusy={change.isPending}
          error={change.error}
          isScopeFixed={isScopeFixed}
          send={({ clauses, lead, team, ...said }) =>
            change.mutate(
              {
                params: { ...params, audit: audit.id },
                ifMatch: audit.version,
                body: {
                  ...said,
                  lead: lead || null,
                  team: [...team],
                  ...(isScopeFixed ? {} : { clauses: [...clauses] }),
                },
              },
              { onSuccess: () => say(t('findings.kept')) },
            )
          }
        />
      )}
    </Shown>
  )
}
