import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Findings.module.css'
import type { Finding } from './finding.ts'
import { useKeep } from './keep.ts'

/** Whose it is, until when, and how its effect will be judged: set by those who follow findings up. */
export function FollowUp({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { keep, isBusy, error } = useKeep(finding)
  const [owner, setOwner] = useState(finding.owner?.id ?? '')
  const [dueOn, setDueOn] = useState(finding.dueOn ?? '')
  const [check, setCheck] = useState(finding.check ?? '')
  const [criterion, setCriterion] = useState(finding.criterion)
  const [effectDueOn, setEffectDueOn] = useState(finding.effectDueOn ?? '')
  const isChain = finding.grade === 'major' || finding.grade === 'minor'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep({
      owner: owner || null,
      dueOn: dueOn || null,
      check: check || null,
      criterion,
      ...(effectDueOn === (finding.effectDueOn ?? '') ? {} : { effectDueOn: effectDueOn || null }),
    })
  }
  return (
    <Section title={t('findings.followUp')} term="effect-check" says={t('findings.followUpSays')}>
      <form className={styles.form} onSubmit={submit}>
        <NativeSelect
          label={t('findings.owner')}
          value={owner}
          data={[
            { value: '', label: t('findings.nobody') },
            ...finding.people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('findings.wholeDue')}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
        {isChain && (
          <>
            <NativeSelect
              label={t('findings.check')}
              description={t('findings.hints.check')}
              value={check}
              data={[{ value: '', label: '–' }, ...checksOf(finding)]}
              onChange={(event) => setCheck(event.currentTarget.value)}
            />
            <TextInput
              label={t('findings.criterion')}
              description={t('findings.hints.criterion')}
              maxLength={2000}
              value={criterion}
              onChange={(event) => setCriterion(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t('findings.effectDue')}
              description={t('findings.earliest', { day: format.day(finding.earliestEffectOn) })}
              value={effectDueOn}
              onChange={(event) => setEffectDueOn(event.currentTarget.value)}
            />
          </>
        )}
        <Wrong error={error} />
        <div>
          <Act type="submit" size="xs" isBusy={isBusy} label={t('findings.keepFollowUp')}>
            {t('ui.save')}
          </Act>
        </div>
      </form>
    </Section>
  )
}

/** The checks that stand for the finding now, and the one that was chosen. */
function checksOf({ results, check }: Finding) {
  const known = results.map((one) => ({ value: one.check, label: one.title }))
  return check === undefined || known.some(({ value }) => value === check)
    ? known
    : [...known, { value: check, label: check }]
}
