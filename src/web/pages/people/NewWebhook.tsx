import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { Secret } from './Secret.tsx'
import styles from './Webhooks.module.css'

/** Adds an address; its secret is shown once. */
export function NewWebhook() {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const [url, setUrl] = useState('')
  const [events, setEvents] = useState('')
  const add = useChange('POST /api/organizations/:organization/webhooks')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(
      { params, body: { url, events: eventsOf(events) } },
      {
        onSuccess: () => {
          setUrl('')
          setEvents('')
        },
      },
    )
  }
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={t('webhooks.url')}
          type="url"
          required
          withAsterisk={false}
          maxLength={2000}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <TextInput
          label={t('webhooks.events')}
          description={t('webhooks.eventsHint')}
          value={events}
          onChange={(event) => setEvents(event.currentTarget.value)}
        />
        <Wrong error={add.error} />
        <div>
          <Act type="submit" isPrimary isBusy={add.isPending} whyNot={whyNot('manage webhooks')}>
            {t('webhooks.add')}
          </Act>
        </div>
      </form>
      {add.data && <Secret secret={add.data.secret} />}
    </>
  )
}

/** The events as they are typed: with commas or spaces between; none means all. */
export function eventsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean)
}
