import { Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../data/ask.ts'
import type { Answered } from '../data/call.ts'
import { useOrganization } from '../data/organization.ts'
import { Act } from './Act.tsx'
import styles from './Attached.module.css'
import { useFormat } from './format.ts'
import { Shown } from './States.tsx'
import { useToast } from './Toasts.tsx'
import { Wrong } from './Wrong.tsx'

type Comment = Answered<'GET /api/organizations/:organization/comments'>['items'][number]

const longest = 10_000

/** What people said about something, oldest first, and a place to say more. on: kind:id, as the API has it. */
export function Comments({ on }: Readonly<{ on: string }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/comments', { params, query: { on } })
  return (
    <div className={styles.whole}>
      <Shown query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="second">{t('attached.noComments')}</p>
          ) : (
            <ol className={styles.list}>
              {items.map((comment) => (
                <li key={comment.id}>
                  <OneComment comment={comment} />
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
      <Say on={on} />
    </div>
  )
}

function Say({ on }: Readonly<{ on: string }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const [body, setBody] = useState('')
  const add = useChange('POST /api/organizations/:organization/comments')
  const reason = whyNot('write comments')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason || body.trim() === '') return
    add.mutate({ params, query: { on }, body: { body } }, { onSuccess: () => setBody('') })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Textarea
        label={t('attached.comment')}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={longest}
        disabled={reason !== undefined}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Wrong error={add.error} />
      <div>
        <Act type="submit" size="xs" isBusy={add.isPending} whyNot={reason}>
          {t('attached.say')}
        </Act>
      </div>
    </form>
  )
}

function OneComment({ comment }: Readonly<{ comment: Comment }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, organization } = useOrganization()
  const say = useToast()
  const session = useAsk('GET /api/session', {})
  const [isEditing, setEditing] = useState(false)
  const remove = useChange('DELETE /api/organizations/:organization/comments/:comment')
  const again = useChange('POST /api/organizations/:organization/comments')
  const { id, on, author, authorId, body, version, createdAt, updatedAt } = comment
  const at = format.instant(createdAt)
  const isMine = authorId !== undefined && authorId === session.data?.person?.id
  const mayTake = isMine || organization.permissions.includes('manage settings')
  const drop = () =>
    remove.mutate(
      { params: { ...params, comment: id }, ifMatch: version },
      {
        onSuccess: () =>
          say(
            t('attached.takenBack'),
            isMine ? () => again.mutateAsync({ params, query: { on }, body: { body } }) : undefined,
          ),
      },
    )

  return (
    <>
      <div className={styles.row}>
        <span>
          <strong>{author}</strong>{' '}
          <span className="second">
            {at}
            {updatedAt !== createdAt && `, ${t('attached.edited', { at: format.instant(updatedAt) })}`}
          </span>
        </span>
        <span className={styles.acts}>
          {isMine && (
            <Act size="compact-xs" label={`${t('ui.edit')}: ${at}`} onClick={() => setEditing((was) => !was)}>
              {t('ui.edit')}
            </Act>
          )}
          <Act
            size="compact-xs"
            label={`${t('attached.takeBack')}: ${at}`}
            whyNot={mayTake ? undefined : t('attached.notYours', { name: author })}
            isBusy={remove.isPending}
            onClick={drop}
          >
            {t('attached.takeBack')}
          </Act>
        </span>
      </div>
      {isEditing ? (
        <Edit comment={comment} done={() => setEditing(false)} />
      ) : (
        <div className={styles.said}>{body}</div>
      )}
      <Wrong error={remove.error} />
    </>
  )
}

function Edit({ comment, done }: Readonly<{ comment: Comment; done: () => void }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const [body, setBody] = useState(comment.body)
  const change = useChange('PATCH /api/organizations/:organization/comments/:comment')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { params: { ...params, comment: comment.id }, ifMatch: comment.version, body: { body } },
      { onSuccess: done },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Textarea
        aria-label={t('attached.comment')}
        autosize
        minRows={2}
        required
        maxLength={longest}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
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
