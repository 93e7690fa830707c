import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resetPassword } from '../../data/door.ts'
import { links } from '../../links.ts'
import { useCodeOfLink } from '../../ui/code-of-link.ts'
import { Trouble } from '../../ui/Trouble.tsx'
import { Door } from './Door.tsx'

/** Where the link of the mail about a forgotten password leads. */
export function NewPasswordPage() {
  const { t } = useTranslation()
  const code = useCodeOfLink()
  const [password, setPassword] = useState('')
  const [state, setState] = useState<'asked' | 'busy' | 'done'>('asked')
  const [error, setError] = useState<Error>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setState('busy')
    await resetPassword(code, password).then(
      () => setState('done'),
      (cause: unknown) => {
        setError(cause instanceof Error ? cause : new Error(String(cause)))
        setState('asked')
      },
    )
  }

  return (
    <Door title={t('door.newPassword')}>
      {state === 'done' ? (
        <p role="status">
          {t('door.passwordSet')} <a href={links.signIn()}>{t('door.signIn')}</a>
        </p>
      ) : (
        <form onSubmit={submit}>
          <PasswordInput
            label={t('door.newPassword')}
            description={t('door.passwordHint')}
            autoComplete="new-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Trouble error={error} />
          <Button type="submit" loading={state === 'busy'}>
            {t('door.setPassword')}
          </Button>
        </form>
      )}
    </Door>
  )
}
