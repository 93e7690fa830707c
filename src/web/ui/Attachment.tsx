import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../data/ask.ts'
import { type Answered, addressOf } from '../data/call.ts'
import { useOrganization } from '../data/organization.ts'
import { Act } from './Act.tsx'
import styles from './Attached.module.css'
import { Download } from './Download.tsx'
import { useFormat } from './format.ts'
import { useToast } from './Toasts.tsx'
import { Upload } from './Upload.tsx'
import { Verdict } from './Verdict.tsx'
import { Wrong } from './Wrong.tsx'

type Kept = Answered<'GET /api/organizations/:organization/attachments'>['items'][number]

/** One file: what it is, its hash, how long it is valid, its older revisions, and what can be done with it. */
export function Attachment({ attachment, beside }: Readonly<{ attachment: Kept; beside?: ReactNode }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const [open, setOpen] = useState<'edit' | 'revise'>()
  const remove = useChange('DELETE /api/organizations/:organization/attachments/:attachment')
  const restore = useChange('POST /api/organizations/:organization/attachments/:attachment/restoration')
  const { id, title, revisions, version } = attachment
  const reason = whyNot('attach files')
  const place = { ...params, attachment: id }
  const turn = (which: 'edit' | 'revise') => () => setOpen((old) => (old === which ? undefined : which))
  const drop = () =>
    remove.mutate(
      { params: place, ifMatch: version },
      {
        onSuccess: () => say(t('ui.deleted', { what: title }), () => restore.mutateAsync({ params: place })),
      },
    )
  const [newest, ...older] = revisions

  return (
    <>
      <div className={styles.row}>
        <strong>
          <Download href={contentOf(place)}>{title}</Download>
        </strong>
        <Validity attachment={attachment} />
      </div>
      {newest && <Revision revision={newest} />}
      <div className={styles.acts}>
        <Act size="compact-xs" label={`${t('ui.edit')}: ${title}`} whyNot={reason} onClick={turn('edit')}>
          {t('ui.edit')}
        </Act>
        <Act
          size="compact-xs"
          label={`${t('attached.newRevision')}: ${title}`}
          whyNot={reason}
          onClick={turn('revise')}
        >
          {t('attached.newRevision')}
        </Act>
        <Act
          size="compact-xs"
          label={`${t('ui.delete')}: ${title}`}
          whyNot={reason}
          isBusy={remove.isPending}
          onClick={drop}
        >
          {t('ui.delete')}
        </Act>
        {beside}
      </div>
      <Wrong error={remove.error} />
      {open === 'edit' && <Edit attachment={attachment} done={() => setOpen(undefined)} />}
      {open === 'revise' && <Revise attachment={attachment} done={() => setOpen(undefined)} />}
      {older.length > 0 && (
        <details>
          <summary>{t('attached.older', { count: older.length })}</summary>
          <ol reversed>
            {older.map((one) => (
              <li key={one.revision}>
                <Download href={contentOf(place, one.revision)}>{one.name}</Download>
                <Revision revision={one} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

function Validity({ attachment: { expiresOn, isExpired } }: Readonly<{ attachment: Kept }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (expiresOn === undefined) return null
  const on = format.day(expiresOn)
  return isExpired ? (
    <Verdict tone="major">{t('attached.expiredOn', { on })}</Verdict>
  ) : (
    <span className="second">{t('attached.validUntilDay', { on })}</span>
  )
}

function Revision({
  revision: { revision, author, createdAt, bytes, sha256 },
}: Readonly<{ revision: Kept['revisions'][number] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="second">
      {t('attached.revisionOf', { revision })} · {format.bytes(bytes)} ·{' '}
      {t('attached.by', { name: author, at: format.instant(createdAt) })}
      <div className={styles.hash}>
        {t('attached.hash')} <code>{sha256}</code>
      </div>
    </div>
  )
}

function Edit({ attachment, done }: Readonly<{ attachment: Kept; done: () => void }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const [title, setTitle] = useState(attachment.title)
  const [expiresOn, setExpiresOn] = useState(attachment.expiresOn ?? '')
  const change = useChange('PATCH /api/organizations/:organization/attachments/:attachment')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      {
        params: { ...params, attachment: attachment.id },
        ifMatch: attachment.version,
        body: { title, expiresOn: expiresOn || null },
      },
      { onSuccess: done },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('attached.name')}
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t('attached.validUntil')}
        type="date"
        value={expiresOn}
        onChange={(event) => setExpiresOn(event.currentTarget.value)}
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

function Revise({ attachment, done }: Readonly<{ attachment: Kept; done: () => void }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const client = useQueryClient()
  const say = useToast()
  const { id, title, expiresOn } = attachment
  return (
    <Upload
      isQuiet
      isSingle
      address={addressOf('POST /api/organizations/:organization/attachments/:attachment/revisions', {
        params: { ...params, attachment: id },
        query: { expiresOn },
      })}
      done={() => {
        say(t('attached.revised', { title }))
        done()
        void client.invalidateQueries()
      }}
    />
  )
}

function contentOf(place: Readonly<{ organization: string; attachment: string }>, revision?: number): string {
  return addressOf('GET /api/organizations/:organization/attachments/:attachment/content', {
    params: place,
    query: { revision },
  })
}
