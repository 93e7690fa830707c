import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Adoption.module.css'

const kinds = ['communication', 'taking part', 'decision', 'sponsor task'] as const

/** Declares what one did as a leader; it counts once somebody else has confirmed it. */
export function DeclareAct() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const say = useToast()
  const declare = useChange('POST /api/organizations/:organization/adoption/leadership')
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<(typeof kinds)[number]>('communication')
  const [doneOn, setDoneOn] = useState('')
  const [askedOn, setAskedOn] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { title, kind, doneOn, ...(kind === 'decision' && askedOn ? { askedOn } : {}) }
    declare.mutate(
      { params, body },
      {
        onSuccess: ({ number }) => {
          setTitle('')
          say(t('adoption.leadership.declared', { number }))
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('adoption.leadership.what')}
        required
        withAsterisk={false}
        minLength={3}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('adoption.leadership.kind')}
        value={kind}
        data={kinds.map((value) => ({ value, label: t(`adoption.leadership.kinds.${value}`) }))}
        onChange={(event) => setKind(kinds.find((one) => one === event.currentTarget.value) ?? kind)}
      />
      {kind === 'decision' && (
        <TextInput
          type="date"
          label={t('adoption.leadership.askedOn')}
          required
          withAsterisk={false}
          value={askedOn}
          onChange={(event) => setAskedOn(event.currentTarget.value)}
        />
      )}
      <TextInput
        type="date"
        label={t('adoption.leadership.doneOn')}
        required
        withAsterisk={false}
        value={doneOn}
        onChange={(event) => setDoneOn(event.currentTarget.value)}
      />
      <div className={styles.wide}>
        <Wrong error={declare.error} />
        <Act type="submit" isBusy={declare.isPending}>
          {t('adoption.leadership.declare')}
        </Act>
      </div>
    </form>
  )
}
