import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Findings.module.css'
import type { Finding } from './finding.ts'

type FindingAction = Finding['actions'][number]

/** What is done against the cause: by whom, until when, and what shows that it was done. */
export function Actions({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const { actions, mayWork, state } = finding
  const isOpen = mayWork && !['verifying', 'closed', 'rejected'].includes(state)
  return (
    <>
      {actions.length === 0 && <p>{t('findings.noActions')}</p>}
      {actions.length > 0 && (
        <ul className={styles.actions}>
          {actions.map((action) => (
            <li key={action.id}>
              <OneAction action={action} finding={finding.id} isOpen={isOpen} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && <AddAction finding={finding} />}
    </>
  )
}

type OneActionProps = Readonly<{ action: FindingAction; finding: string; isOpen: boolean }>

function OneAction({ action, finding, isOpen }: OneActionProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { says, owner, dueOn, doneOn, evidence } = action
  return (
    <>
      <div>{says}</div>
      <div className="second">
        {owner.name}, {t('findings.dueOn', { day: format.day(dueOn) })}
      </div>
      {doneOn === undefined ? (
        isOpen && <Done action={action} finding={finding} />
      ) : (
        <>
          <Verdict tone="conforming">{t('findings.doneOn', { day: format.day(doneOn) })}</Verdict>
          <div className={styles.said}>{evidence}</div>
        </>
      )}
    </>
  )
}

function Done({ action, finding }: Omit<OneActionProps, 'isOpen'>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const change = useChange('PATCH /api/organizations/:organization/findings/:finding/actions/:action')
  const [evidence, setEvidence] = useState(action.evidence)
  const [doneOn, setDoneOn] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      {
        params: { ...params, finding, action: action.id },
        ifMatch: action.version,
        body: { doneOn, evidence },
      },
      { onSuccess: () => say(t('findings.actionDone')) },
    )
  }
  return (
    <form className={styles.row} onSubmit={submit}>
      <TextInput
        label={t('findings.actionEvidence')}
        maxLength={4000}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('findings.doneDay')}
        required
        withAsterisk={false}
        value={doneOn}
        onChange={(event) => setDoneOn(event.currentTarget.value)}
      />
      <Act type="submit" size="xs" isBusy={change.isPending}>
        {t('findings.markDone')}
      </Act>
      <Wrong error={change.error} />
    </form>
  )
}

function AddAction({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const add = useChange('POST /api/organizations/:organization/findings/:finding/actions')
  const [says, setSays] = useState('')
  const [owner, setOwner] = useState(finding.owner?.id ?? finding.people[0]?.id ?? '')
  const [dueOn, setDueOn] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(
      { params: { ...params, finding: finding.id }, body: { says, owner, dueOn } },
      {
        onSuccess: () => {
          setSays('')
          setDueOn('')
          say(t('findings.actionAdded'))
        },
      },
    )
  }
  return (
    <form className={styles.row} onSubmit={submit}>
      <TextInput
        label={t('findings.newAction')}
        required
        withAsterisk={false}
        maxLength={2000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('findings.actionOwner')}
        value={owner}
        data={finding.people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setOwner(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('findings.due')}
        required
        withAsterisk={false}
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
      <Act type="submit" size="xs" isBusy={add.isPending}>
        {t('findings.addAction')}
      </Act>
      <Wrong error={add.error} />
    </form>
  )
}
