import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Page.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Actions } from './Actions.tsx'
import { Cause } from './Cause.tsx'
import { Correction } from './Correction.tsx'
import { Effect } from './Effect.tsx'
import styles from './Findings.module.css'
import { type Finding, type Step, standingOf } from './finding.ts'

const tones = { done: 'conforming', now: 'partially', ahead: 'not_assessed' } as const

/** The chain of a nonconformity: what was done at once, why it happened, what is done about it, and whether that worked. */
export function Chain({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const { id, correction, causeForm, causeRows, rootCause, causeCategory, extentCheck } = finding
  // A form begins anew when what it holds was changed, and not when something else of the finding was: nobody's words are lost.
  const cause = JSON.stringify([id, causeForm, causeRows, rootCause, causeCategory, extentCheck])
  return (
    <Section title={t('findings.chain')}>
      <ol className={styles.chain}>
        <OneStep step="correction" finding={finding}>
          <Correction key={`${id} ${correction}`} finding={finding} />
        </OneStep>
        <OneStep step="cause" finding={finding}>
          <Cause key={cause} finding={finding} />
        </OneStep>
        <OneStep step="actions" finding={finding}>
          <Actions finding={finding} />
        </OneStep>
        <OneStep step="effect" finding={finding}>
          <Effect finding={finding} />
        </OneStep>
      </ol>
    </Section>
  )
}

type OneStepProps = Readonly<{ step: Step; finding: Finding; children: ReactNode }>

function OneStep({ step, finding, children }: OneStepProps) {
  const { t } = useTranslation()
  const standing = standingOf(step, finding.state)
  return (
    <li className={styles.step} data-standing={standing}>
      <div className={styles.head}>
        <h3>{t(`findings.steps.${step}`)}</h3>
        <Verdict tone={tones[standing]}>{t(`findings.standing.${standing}`)}</Verdict>
      </div>
      {children}
    </li>
  )
}
