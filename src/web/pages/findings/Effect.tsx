import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Verdict, VerdictBadge } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Findings.module.css'
import type { Finding } from './finding.ts'

type Results = Finding['results']

/** Whether it worked: what it is judged by, what the checks say, and what somebody else than the doers found. */
export function Effect({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { criterion, effectDueOn, effectChecks, results, state, mayVerify, whyNoEffectCheck } = finding
  const facts = [
    ...(criterion ? [{ name: t('findings.criterion'), value: criterion }] : []),
    ...(effectDueOn ? [{ name: t('findings.effectDue'), value: format.day(effectDueOn) }] : []),
  ]
  return (
    <>
      {facts.length > 0 ? <Facts facts={facts} /> : <p>{t('findings.noCriterion')}</p>}
      {results.length > 0 && state !== 'closed' && (
        <>
          <p className="second">{t('findings.checksNow')}</p>
          <Frozen results={results} />
        </>
      )}
      {effectChecks.length > 0 && (
        <ul className={styles.actions}>
          {effectChecks.map((one) => (
            <li key={one.id}>
              <Verdict tone={one.isEffective ? 'conforming' : 'major'}>
                {t(one.isEffective ? 'findings.effective' : 'findings.ineffective')}
              </Verdict>
              <div className={styles.said}>{one.says}</div>
              <div className="second">
                {one.checkedBy}, {format.instant(one.checkedAt)}
              </div>
              {one.results.length > 0 && <Frozen results={one.results} />}
            </li>
          ))}
        </ul>
      )}
      {state === 'verifying' && mayVerify && <Check finding={finding} whyNot={whyNoEffectCheck} />}
    </>
  )
}

function Frozen({ results }: Readonly<{ results: Results }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <ul className={styles.plain}>
      {results.map((result) => (
        <li key={result.check}>
          <VerdictBadge verdict={result.verdict} />{' '}
          <To href={to.check(result.check)}>
            <span lang="en">{result.title}</span>
          </To>{' '}
          <span className="second">
            {t('ui.of', { part: result.met, whole: result.population })}
            {result.collectedAt && `, ${format.day(result.collectedAt)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Check({ finding, whyNot }: Readonly<{ finding: Finding; whyNot: string | undefined }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const check = useChange('POST /api/organizations/:organization/findings/:finding/effect-checks')
  const [says, setSays] = useState('')
  const send = (isEffective: boolean) =>
    check.mutate(
      { params: { ...params, finding: finding.id }, ifMatch: finding.version, body: { isEffective, says } },
      { onSuccess: () => say(t(isEffective ? 'findings.closedNow' : 'findings.sentBack')) },
    )
  const why = whyNot ?? (says.trim() === '' ? t('findings.saySeenFirst') : undefined)
  return (
    <div className={styles.form}>
      {whyNot && (
        <p role="note" lang="en">
          {whyNot}
        </p>
      )}
      <Textarea
        label={t('findings.effectSays')}
        autosize
        minRows={2}
        maxLength={4000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <Wrong error={check.error} />
      <div className={styles.moves}>
        <Act isPrimary whyNot={why} isBusy={check.isPending} onClick={() => send(true)}>
          {t('findings.isEffective')}
        </Act>
        <Act whyNot={why} isBusy={check.isPending} onClick={() => send(false)}>
          {t('findings.isIneffective')}
        </Act>
      </div>
    </div>
  )
}
