import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Figure } from '../../ui/Figure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { VerdictBadge } from '../../ui/Verdict.tsx'
import styles from './Requirements.module.css'
import type { ComputedCheck, Requirement } from './requirement.ts'

/** What the checks over the tickets say about the requirement. */
export function Computed({ requirement: { computed } }: Readonly<{ requirement: Requirement }>) {
  const { t } = useTranslation()
  return (
    <div id="computed">
      <Section
        title={t('requirements.computed')}
        term="check"
        says={computed.length === 0 ? t('requirements.noChecks') : undefined}
      >
        {computed.map((check) => (
          <OneCheck key={`${check.check} ${check.part}`} check={check} />
        ))}
      </Section>
    </div>
  )
}

function OneCheck({ check }: Readonly<{ check: ComputedCheck }>) {
  const { t } = useTranslation()
  const { result } = check
  return (
    <article className={styles.check} aria-label={check.title}>
      <div className={styles.checkHead}>
        <h3 lang="en">{check.title}</h3>
        {result ? (
          <VerdictBadge verdict={result.verdict} />
        ) : (
          <span className="second">{t('requirements.notAsked')}</span>
        )}
      </div>
      <p lang="en">{check.claim}</p>
      {result && <Said check={check} result={result} />}
      {check.knownGaps.length > 0 && (
        <details>
          <summary>{t('requirements.knownGaps')}</summary>
          <ul lang="en">
            {check.knownGaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}

type Result = NonNullable<ComputedCheck['result']>

function Said({ check, result }: Readonly<{ check: ComputedCheck; result: Result }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const origin = {
    n: result.population,
    period: result.period,
    interval: result.interval,
    check: check.check,
  }
  return (
    <>
      <dl className={styles.numbers}>
        <div>
          <dt>{t('requirements.share')}</dt>
          <dd>
            <Figure
              value={
                result.share === undefined ? undefined : format.percentBeside(result.share, check.threshold)
              }
              href={to.check(check.check)}
              origin={origin}
            />
          </dd>
        </div>
        <div>
          <dt>{t('requirements.threshold')}</dt>
          <dd>{format.percent(check.threshold)}</dd>
        </div>
        <div>
          <dt>{t('requirements.population')}</dt>
          <dd>
            {format.number(result.population)} <span lang="en">{check.subject}</span>
          </dd>
        </div>
        <div>
          <dt>{t('requirements.interval')}</dt>
          <dd>
            {result.interval
              ? t('requirements.between', {
                  low: format.percent(result.interval.low),
                  high: format.percent(result.interval.high),
                })
              : t('ui.noData')}
          </dd>
        </div>
      </dl>
      <p className="second" lang="en">
        {result.because}
      </p>
      {result.exceptionCount > 0 && <Exceptions result={result} />}
    </>
  )
}

const few = 5

function Exceptions({ result }: Readonly<{ result: Result }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? result.exceptions : result.exceptions.slice(0, few)
  return (
    <div>
      <h4>{t('requirements.exceptionsOf', { count: result.exceptionCount })}</h4>
      <ul className={styles.exceptions}>
        {shown.map(({ subject, reason }) => (
          <li key={subject}>
            <To href={to.ticket(subject)}>{subject}</To> <span lang="en">{reason}</span>
          </li>
        ))}
      </ul>
      {!isWhole && result.exceptions.length > few && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {t('ui.more')}
        </button>
      )}
    </div>
  )
}
