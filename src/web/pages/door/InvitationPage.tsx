import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { links } from '../../links.ts'
import { useCodeOfLink } from '../../ui/code-of-link.ts'
import { Lines } from '../../ui/States.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Door } from './Door.tsx'

type Invitation = Answered<'POST /api/invitations/opening'>

/** An invitation: accepted by whoever is signed in with its address, or by signing up with it. */
export function InvitationPage() {
  const { t } = useTranslation()
  const code = useCodeOfLink()
  const query = useAsk('POST /api/invitations/opening', code ? { body: { code } } : undefined)
  return (
    <Door title={t('door.invitation')}>
      {query.data && <Accept code={code} invitation={query.data} />}
      {(query.error || code === '') && <p>{t('door.invitationGone')}</p>}
      {query.isLoading && <Lines count={3} />}
    </Door>
  )
}

function Accept({ code, invitation }: Readonly<{ code: string; invitation: Invitation }>) {
  const { t } = useTranslation()
  const { data: session } = useAsk('GET /api/session', {})
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const accept = useChange('POST /api/invitations/acceptance')
  const isMine = session?.person?.email === invitation.email
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = isMine ? { code } : { code, name, password }
    accept.mutate({ body }, { onSuccess: () => location.assign(links.home) })
  }
  const says = t('door.invitationSays', {
    organization: invitation.organization,
    role: t(`scales.role.${invitation.role}`),
  })

  if (invitation.hasAccount && !isMine)
    return (
      <>
        <p>{says}</p>
        <p>
          <a href={links.signIn(links.invitation(code))}>
            {t('door.invitationSignIn', { email: invitation.email })}
          </a>
        </p>
      </>
    )
  return (
    <form onSubmit={submit}>
      <p>{says}</p>
      {!isMine && (
        <>
          <TextInput
            label={t('door.name')}
            autoComplete="name"
            required
            withAsterisk={false}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('door.password')}
            description={t('door.passwordHint')}
            autoComplete="new-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
      <Trouble error={accept.error} />
      <Button type="submit" loading={accept.isPending}>
        {t('door.accept')}
      </Button>
    </form>
  )
}
