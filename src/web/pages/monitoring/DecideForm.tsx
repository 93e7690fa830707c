import { Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Monitoring.module.css'

/** Writes down what is decided: what, who, until when, and from which day it is compared. */
export function DecideForm({ kpi, signal }: Readonly<{ kpi: string; signal?: string }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const decide = useChange('POST /api/organizations/:organization/monitoring/:kpi/decisions')
  const [says, setSays] = useState('')
  const [owner, setOwner] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [decidedOn, setDecidedOn] = useState(() => new Date().toISOString().slice(0, 10))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { says, owner, decidedOn, ...(dueOn ? { dueOn } : {}), ...(signal ? { signal } : {}) }
    decide.mutate(
      { params: { ...params, kpi }, body },
      {
        onSuccess: () => {
          setSays('')
          say(t('monitoring.decisionKept'))
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Textarea
        label={t('monitoring.whatIsDecided')}
        required
        withAsterisk={false}
        autosize
        maxLength={4000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <TextInput
          label={t('monitoring.owner')}
          required
          withAsterisk={false}
          maxLength={200}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <TextInput
          label={t('monitoring.decidedOn')}
          type="date"
          required
          withAsterisk={false}
          value={decidedOn}
          onChange={(event) => setDecidedOn(event.currentTarget.value)}
        />
        <TextInput
          label={t('monitoring.dueOn')}
          type="date"
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
      </div>
      <Trouble error={decide.error} />
      <div>
        <Act type="submit" isBusy={decide.isPending} whyNot={whyNot('write registers')}>
          {t('monitoring.keepDecision')}
        </Act>
      </div>
    </form>
  )
}
