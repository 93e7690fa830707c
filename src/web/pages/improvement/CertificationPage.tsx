import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useWordsOf } from '../../data/register-words.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Improvement.module.css'
import { useWhere } from './where.ts'

type Certification = Answered<'GET /api/organizations/:organization/certification'>
type Cycle = Certification['cycle']
type Step = Cycle['steps'][number]

const stepTone = {
  done: 'conforming',
  late: 'major',
  due: 'partially',
  ahead: 'opportunity',
  open: 'not_assessed',
} as const
const standingTone = {
  ready: 'conforming',
  attention: 'partially',
  missing: 'major',
  unknown: 'not_assessed',
} as const
const certificateTone = {
  none: 'not_assessed',
  valid: 'conforming',
  suspended: 'minor',
  withdrawn: 'major',
  expired: 'major',
} as const

/** Where the certification stands, what comes next, and whether we are ready for it. */
export function CertificationPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/certification', { params })
  return (
    <Page title={t('shell.certification')} sentence={query.data && <Sentence cycle={query.data.cycle} />}>
      <Shown query={query}>
        {(page) => (
          <>
            {page.cycle.warnings.length > 0 && <Warnings cycle={page.cycle} />}
            <Steps cycle={page.cycle} />
            {page.cycle.next && <Preparation page={page} />}
            <Evidence page={page} />
            <Kept page={page} />
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ cycle: { standing, certificate, next } }: Readonly<{ cycle: Cycle }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const held =
    certificate && standing !== 'none'
      ? t(`improvement.certificateSays.${standing}`, {
          number: certificate.number,
          day: format.day(certificate.expiresOn),
        })
      : t('improvement.noCertificate')
  if (!next) return held
  const day = next.plannedOn ?? next.latestOn
  const step = t(`improvement.step.${next.step}`)
  return `${held} ${day ? t('improvement.nextStep', { step, day: format.day(day) }) : t('improvement.nextStepOpen', { step })}`
}

function Warnings({ cycle: { warnings } }: Readonly<{ cycle: Cycle }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.note}>
      {warnings.map(({ kind, step, by }) => (
        <div key={`${kind} ${step}`}>
          <Verdict tone="major">
            {t(`improvement.warning.${kind}`, { step: t(`improvement.step.${step}`), day: format.day(by) })}
          </Verdict>
        </div>
      ))}
    </div>
  )
}

function Steps({ cycle: { steps, next } }: Readonly<{ cycle: Cycle }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Section
      title={t('improvement.cycle')}
      term="surveillance"
      says={t('improvement.cycleSays')}
      actions={<To href={to.record('certification-audits', 'new')}>{t('improvement.recordAudit')}</To>}
    >
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.step} className={styles.step} data-next={next?.step === step.step}>
            <strong>{t(`improvement.step.${step.step}`)}</strong>
            <Verdict tone={stepTone[step.state]}>{t(`improvement.stepState.${step.state}`)}</Verdict>
            <Days step={step} />
            {step.audit && (
              <To href={to.record('certification-audits', step.audit.id)} className={styles.small ?? ''}>
                {[step.audit.number, step.audit.body].filter(Boolean).join(', ')}
              </To>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Days({ step: { state, doneOn, plannedOn, latestOn, isAgreed } }: Readonly<{ step: Step }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (doneOn) return <span className={styles.small}>{format.day(doneOn)}</span>
  if (state === 'done') return null
  return (
    <>
      {plannedOn && isAgreed && (
        <span className={styles.small}>{t('improvement.planned', { day: format.day(plannedOn) })}</span>
      )}
      {latestOn && (
        <span className={styles.small}>{t('improvement.latest', { day: format.day(latestOn) })}</span>
      )}
    </>
  )
}

/** What must be ready for the next step, each as it stands now. */
function Preparation({ page: { preparation, cycle } }: Readonly<{ page: Certification }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const where = useWhere()
  const step = cycle.next ? t(`improvement.step.${cycle.next.step}`) : ''
  return (
    <Section title={t('improvement.preparation', { step })} says={t('improvement.preparationSays')}>
      <EnglishNote />
      <ul className={styles.list}>
        {preparation.map(({ id, standing, ready, of, open, where: place }) => (
          <li key={id}>
            <div>
              <To href={where(place)}>{t(`improvement.prepared.${id}`)}</To>
              {open.length > 0 && (
                <p className="second" lang="en">
                  {open.join('; ')}
                </p>
              )}
            </div>
            <span className={styles.beside}>
              {of > 0 && (
                <span className={styles.small}>
                  {t('improvement.readyOf', {
                    ready: format.number(ready, 0),
                    of: format.number(of, 0),
                  })}
                </span>
              )}
              <Verdict tone={standingTone[standing]}>{t(`improvement.standing.${standing}`)}</Verdict>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const freshTone = { fresh: 'conforming', amber: 'partially', red: 'major', none: 'not_assessed' } as const

function Evidence({ page: { evidence } }: Readonly<{ page: Certification }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <Section title={t('improvement.evidence')} term="freshness" says={t('improvement.evidenceSays')}>
      <div className={styles.slots}>
        {(['fresh', 'amber', 'red', 'none'] as const).map((one) => (
          <Verdict key={one} tone={freshTone[one]}>
            {`${format.number(evidence[one], 0)} ${t(`improvement.fresh.${one}`)}`}
          </Verdict>
        ))}
      </div>
      {evidence.oldest.length > 0 && (
        <Fold title={t('improvement.oldest')}>
          <ul className={styles.list}>
            {evidence.oldest.map(({ requirement, freshness, days }) => (
              <li key={requirement}>
                <To href={to.requirement(requirement)}>{requirement}</To>
                <Verdict tone={freshTone[freshness]}>
                  {days === undefined
                    ? t(`improvement.fresh.${freshness}`)
                    : `${t(`improvement.fresh.${freshness}`)}, ${t('improvement.age', { count: days })}`}
                </Verdict>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Section>
  )
}

/** The certificates and audits as they are recorded. */
function Kept({ page: { certificates, audits, cycle } }: Readonly<{ page: Certification }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const word = useWordsOf('certificates')
  return (
    <Section
      title={t('improvement.certificates')}
      actions={
        <>
          <To href={to.record('certificates', 'new')}>{t('improvement.recordCertificate')}</To>
          <To href={to.register('certification-audits')}>
            {t('improvement.allAudits', { n: audits.length })}
          </To>
        </>
      }
    >
      {certificates.length === 0 && <p>{t('improvement.noCertificate')}</p>}
      <ul className={styles.list}>
        {certificates.map(({ id, number, body, issuedOn, expiresOn, because, state }) => (
          <li key={id}>
            <div>
              <To href={to.record('certificates', id)}>{[number, body].join(', ')}</To>
              <p className="second">
                {t('improvement.holds', { from: format.day(issuedOn), to: format.day(expiresOn) })}
              </p>
              {because && <p>{because}</p>}
            </div>
            {cycle.certificate?.id === id ? (
              <Verdict tone={certificateTone[cycle.standing]}>
                {t(`improvement.certificateState.${cycle.standing}`)}
              </Verdict>
            ) : (
              <span>{word(state)}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
