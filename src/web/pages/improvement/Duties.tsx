import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { useAddress } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Improvement.module.css'
import { type Calendar, useWhere } from './where.ts'

type Duty = Calendar['duties'][number]

const tones = { done: 'conforming', due: 'partially', missed: 'major', ahead: 'not_assessed' } as const
const order = { missed: 0, due: 1, done: 2 } as const

/** What recurs: how often it is expected, when it was done, and what shows it. */
export function Duties({ calendar: { duties, since } }: Readonly<{ calendar: Calendar }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { said } = useAddress()
  const sorted = duties.toSorted((a, b) => order[a.state] - order[b.state])
  return (
    <Section
      title={t('improvement.duties')}
      says={t('improvement.dutiesSay', { day: format.day(since) })}
      actions={<To href={to.record('activities', 'new')}>{t('improvement.writeDuty')}</To>}
    >
      {sorted.map((duty) => (
        <OneDuty key={duty.id} duty={duty} isOpen={said.duty === duty.id} />
      ))}
    </Section>
  )
}

function OneDuty({ duty, isOpen }: Readonly<{ duty: Duty; isOpen: boolean }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const where = useWhere()
  const { title, state, cadence, step, clause, requirements, nextOn, last, years, slots } = duty
  return (
    <details className={styles.input} open={isOpen}>
      <summary>
        <span lang="en">{title}</span>{' '}
        <Verdict tone={tones[state]}>{t(`improvement.dutyState.${state}`)}</Verdict>{' '}
        <span className="second">
          {t(`improvement.cadence.${cadence}`)}, {t(`improvement.pdcaStep.${step}`)},{' '}
          {t('improvement.dueBy', { day: format.day(nextOn) })}
        </span>
      </summary>
      <p className={styles.small}>
        {t('improvement.clause', { clause })}{' '}
        {requirements.map((requirement) => (
          <span key={requirement}>
            <To href={to.requirement(requirement)}>{requirement}</To>{' '}
          </span>
        ))}
        {last ? (
          <To href={where(last.where)}>
            {t('improvement.lastProof', { day: format.day(last.on), title: last.title })}
          </To>
        ) : (
          t('improvement.noProof')
        )}
      </p>
      <p className={styles.small}>
        {years
          .map(({ year, done, expected }) => t('improvement.yearLine', { year, done, expected }))
          .join(' ')}
      </p>
      <div className={styles.slots}>
        {slots.map((slot) => (
          <span key={slot.name} className={styles.small}>
            <Verdict tone={tones[slot.state]}>
              {`${slot.name}: ${t(slot.isLate ? 'improvement.doneLate' : `improvement.dutyState.${slot.state}`)}`}
            </Verdict>{' '}
            {slot.proofs.slice(0, shownProofs).map((proof) => (
              <span key={`${proof.on} ${proof.title}`}>
                <To href={where(proof.where)}>{proof.title}</To>{' '}
              </span>
            ))}
          </span>
        ))}
      </div>
      {!duty.isProvedByItself && <p className={styles.small}>{t('improvement.byHand', { id: duty.id })}</p>}
    </details>
  )
}

const shownProofs = 3
