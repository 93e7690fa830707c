import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { AskFirst } from '../../ui/AskFirst.tsx'
import { useFormat } from '../../ui/format.ts'
import { Verdict } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { Deliveries } from './Deliveries.tsx'
import { eventsOf } from './NewWebhook.tsx'
import { Secret } from './Secret.tsx'
import styles from './Webhooks.module.css'

export type Webhook = Answered<'GET /api/organizations/:organization/webhooks'>['items'][number]

/** One address: which events it gets; it can be paused, changed, given a new secret, removed. */
export function OneWebhook({ webhook }: Readonly<{ webhook: Webhook }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params } = useOrganization()
  const [open, setOpen] = useState<'edit' | 'sent'>()
  const change = useChange('PATCH /api/organizations/:organization/webhooks/:webhook')
  const renew = useChange('POST /api/organizations/:organization/webhooks/:webhook/secret')
  const remove = useChange('DELETE /api/organizations/:organization/webhooks/:webhook')
  const { id, url, events, isActive, version, createdAt } = webhook
  const place = { ...params, webhook: id }
  const turn = (which: 'edit' | 'sent') => () => setOpen((old) => (old === which ? undefined : which))

  return (
    <div className={styles.one}>
      <div className={styles.head}>
        <strong className={styles.url}>{url}</strong>
        <Verdict tone={isActive ? 'conforming' : 'not_assessed'}>
          {t(isActive ? 'webhooks.active' : 'webhooks.paused')}
        </Verdict>
      </div>
      <div className="second">
        {events.length === 0 ? t('webhooks.allEvents') : events.join(', ')} ·{' '}
        {t('webhooks.since', { at: format.instant(createdAt) })}
      </div>
      <div className={styles.acts}>
        <Act size="xs" label={`${t('webhooks.sent')}: ${url}`} onClick={turn('sent')}>
          {t('webhooks.sent')}
        </Act>
        <Act size="xs" label={`${t('ui.edit')}: ${url}`} onClick={turn('edit')}>
          {t('ui.edit')}
        </Act>
        <Act
          size="xs"
          label={`${t(isActive ? 'webhooks.pause' : 'webhooks.resume')}: ${url}`}
          isBusy={change.isPending}
          onClick={() => change.mutate({ params: place, ifMatch: version, body: { isActive: !isActive } })}
        >
          {t(isActive ? 'webhooks.pause' : 'webhooks.resume')}
        </Act>
        <AskFirst
          label={`${t('webhooks.newSecret')}: ${url}`}
          title={t('webhooks.newSecret')}
          says={t('webhooks.newSecretSays')}
          act={() => renew.mutateAsync({ params: place })}
        >
          {t('webhooks.newSecret')}
        </AskFirst>
        <AskFirst
          label={`${t('ui.delete')}: ${url}`}
          title={t('webhooks.removeAsk', { url })}
          says={t('webhooks.removeSays')}
          act={() => remove.mutateAsync({ params: place })}
        >
          {t('ui.delete')}
        </AskFirst>
      </div>
      <Wrong error={change.error} />
      {renew.data && <Secret secret={renew.data.secret} />}
      {open === 'edit' && <Edit webhook={webhook} done={() => setOpen(undefined)} />}
      {open === 'sent' && <Deliveries webhook={id} />}
    </div>
  )
}

function Edit({ webhook, done }: Readonly<{ webhook: Webhook; done: () => void }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const [url, setUrl] = useState(webhook.url)
  const [events, setEvents] = useState(webhook.events.join(', '))
  const change = useChange('PATCH /api/organizations/:organization/webhooks/:webhook')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      {
        params: { ...params, webhook: webhook.id },
        ifMatch: webhook.version,
        body: { url, events: eventsOf(events) },
      },
      { onSuccess: done },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('webhooks.url')}
        type="url"
        required
        withAsterisk={false}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        label={t('webhooks.events')}
        description={t('webhooks.eventsHint')}
        value={events}
        onChange={(event) => setEvents(event.currentTarget.value)}
      />
      <Wrong error={change.error} />
      <div className={styles.acts}>
        <Act type="submit" size="xs" isBusy={change.isPending}>
          {t('ui.save')}
        </Act>
        <Act size="xs" onClick={done}>
          {t('ui.cancel')}
        </Act>
      </div>
    </form>
  )
}
