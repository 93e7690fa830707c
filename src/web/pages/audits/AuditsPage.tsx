import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Fold } from '../../ui/Fold.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Audits.module.css'
import { auditTone, type Programme } from './audit.ts'
import { Coverage } from './Coverage.tsx'
import { NewAudit } from './NewAudit.tsx'
import { Qualified } from './Qualified.tsx'
import { Success } from './Success.tsx'

type ProgrammeProps = Readonly<{ programme: Programme }>

/** The audit programme: what is audited when, where the holes are, and how audits went. */
export function AuditsPage() {
  const { t } = useTranslation()
  const { params, to, organization } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/audits', { params })
  const mayAudit = organization.permissions.includes('hold audits')
  return (
    <Page
      title={t('audits.title')}
      sentence={query.data && <Sentence programme={query.data} />}
      actions={mayAudit && <To href={to.auditProposal}>{t('audits.proposal')}</To>}
    >
      <Shown query={query}>
        {(programme) => (
          <>
            {programme.audits.length === 0 ? (
              <Empty title={t('audits.nothing')} says={t('audits.nothingSays')} />
            ) : (
              <Audits programme={programme} />
            )}
            <Coverage programme={programme} />
            {programme.success.of > 0 && <Success success={programme.success} />}
            {mayAudit && (
              <Fold title={t('audits.plan')} says={t('audits.planSays')}>
                <NewAudit programme={programme} />
              </Fold>
            )}
            <Fold title={t('audits.auditors')} says={t('audits.auditorsSays')}>
              <ul className={styles.plain}>
                {programme.auditors.map((one) => (
                  <li key={one.id}>
                    {one.name} <span className="second">{t(`scales.role.${one.role as 'owner'}`)}</span>{' '}
                    <Qualified qualified={one.qualified} />
                  </li>
                ))}
              </ul>
            </Fold>
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ programme: { audits, areas, success } }: ProgrammeProps) {
  const { t } = useTranslation()
  const holes = areas.filter(({ isHole }) => isHole).length
  const late = audits.filter(({ isLate }) => isLate).length
  return [
    success.of === 0
      ? t('audits.saysNone')
      : t('audits.saysSuccess', { without: success.without, count: success.of }),
    holes === 0 ? t('audits.saysCovered') : t('audits.saysHoles', { count: holes, all: areas.length }),
    late > 0 ? t('audits.saysLate', { count: late }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function Audits({ programme: { audits } }: ProgrammeProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <Section title={t('audits.list')}>
      <div className={styles.wide}>
        <table className={`${styles.matrix} ${styles.stacked}`}>
          <thead>
            <tr>
              <th scope="col">{t('audits.audit')}</th>
              <th scope="col">{t('audits.state')}</th>
              <th scope="col">{t('audits.when')}</th>
              <th scope="col">{t('audits.lead')}</th>
              <th scope="col">{t('audits.scope')}</th>
              <th scope="col">{t('audits.found')}</th>
            </tr>
          </thead>
          <tbody>
            {audits.map((audit) => (
              <tr key={audit.id}>
                <th scope="row">
                  <To href={to.audit(audit.id)}>
                    {audit.name} {audit.title}
                  </To>
                </th>
                <td>
                  <Verdict tone={auditTone(audit.state)}>{t(`audits.states.${audit.state}`)}</Verdict>
                </td>
                <td data-head={t('audits.when')}>
                  {format.day(audit.heldOn ?? audit.plannedOn)}
                  {audit.isLate && <div className="second">{t('audits.late')}</div>}
                </td>
                <td data-head={t('audits.lead')}>{audit.lead?.name ?? t('findings.nobody')}</td>
                <td data-head={t('audits.scope')}>{audit.clauses.join(', ')}</td>
                <td data-head={t('audits.found')}>
                  {audit.signedAt || audit.majors + audit.minors + audit.others > 0
                    ? t('audits.foundSays', {
                        majors: audit.majors,
                        minors: audit.minors,
                        open: audit.openFindings,
                      })
                    : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
