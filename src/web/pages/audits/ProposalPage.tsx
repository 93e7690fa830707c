import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Audits.module.css'

type Proposed = Answered<'GET /api/organizations/:organization/audit-proposal'>['items'][number]

/** What could be audited in three years, with the points that each part of the standard got and why. */
export function ProposalPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/audit-proposal', { params })
  return (
    <Page
      title={t('audits.proposal')}
      trail={<To href={to.audits}>{t('audits.title')}</To>}
      sentence={t('audits.rule')}
    >
      <Shown query={query}>
        {({ items }) => (
          <>
            {items.map((one) => (
              <OneProposed key={one.key} proposed={one} />
            ))}
          </>
        )}
      </Shown>
    </Page>
  )
}

function OneProposed({ proposed }: Readonly<{ proposed: Proposed }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useToast()
  const { params } = useOrganization()
  const plan = useChange('POST /api/organizations/:organization/audits')
  const { year, plannedOn, clauses, areas } = proposed
  const name = t('audits.proposedName', { year, clauses: clauses.join(', ') })
  const because = areas
    .map((one) => `${one.title}: ${one.importance} + ${one.risk} + ${one.results} = ${one.total}`)
    .join('; ')
  const take = () =>
    plan.mutate(
      { params, body: { title: name.slice(0, 200), clauses, plannedOn, because } },
      { onSuccess: (audit) => say(t('audits.taken', { name: audit.name })) },
    )
  return (
    <Section
      title={name}
      says={format.day(plannedOn)}
      actions={
        <Act size="xs" isBusy={plan.isPending} label={`${t('audits.take')}: ${name}`} onClick={take}>
          {t('audits.take')}
        </Act>
      }
    >
      <Wrong error={plan.error} />
      <div className={styles.wide}>
        <table className={`${styles.matrix} ${styles.stacked}`}>
          <thead>
            <tr>
              <th scope="col">{t('audits.area')}</th>
              <th scope="col">{t('audits.importance')}</th>
              <th scope="col">{t('audits.risk')}</th>
              <th scope="col">{t('audits.results')}</th>
              <th scope="col">{t('audits.points')}</th>
              <th scope="col">{t('audits.priority')}</th>
            </tr>
          </thead>
          <tbody>
            {areas.map(({ area, title, facts, importance, risk, results, total, priority }) => (
              <tr key={area}>
                <th scope="row" lang="en">
                  {title}
                </th>
                <td data-head={t('audits.importance')}>
                  {importance}{' '}
                  <span className="second">
                    {t('audits.highOf', { high: facts.high, all: facts.requirements })}
                  </span>
                </td>
                <td data-head={t('audits.risk')}>
                  {risk}{' '}
                  <span className="second">
                    {t('audits.riskOf', {
                      major: facts.majorGaps,
                      other: facts.otherGaps,
                      failing: facts.failingChecks,
                    })}
                  </span>
                </td>
                <td data-head={t('audits.results')}>
                  {results}{' '}
                  <span className="second">
                    {t('audits.resultsOf', { major: facts.majorFindings, minor: facts.minorFindings })}
                    {facts.lastHeldOn === undefined && `, ${t('audits.never')}`}
                  </span>
                </td>
                <td data-head={t('audits.points')}>{total}</td>
                <td data-head={t('audits.priority')}>{t(`audits.priorities.${priority}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
