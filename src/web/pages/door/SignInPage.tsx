import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useLocation, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { forgetPassword, signIn, signInByProvider, signInWithPasskey } from '../../data/door.ts'
import { Refused } from '../../data/refused.ts'
import { links } from '../../links.ts'
import { Act } from '../../ui/Act.tsx'
import { Door } from './Door.tsx'
import { SecondStep } from './SecondStep.tsx'

/** Signing in by password or passkey, with the second step where it is set up. */
export function SignInPage() {
  const { t } = useTranslation()
  const { back: page } = useSearch({ strict: false }) as { back?: string }
  const { hash } = useLocation()
  const back = page && hash ? `${page}#${hash}` : page
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [step, setStep] = useState<'first' | 'second'>('first')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [note, setNote] = useState<string>()
  const { data: session } = useAsk('GET /api/session', {})
  const enter = () => location.assign(insideOf(back))

  const attempt = async (how: () => Promise<'in' | 'second' | 'stay'>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const next = await how()
      if (next === 'in') enter()
      if (next === 'second') setStep('second')
    } catch (error) {
      setProblem(reasonOf(error))
    } finally {
      setBusy(false)
    }
  }
  const reasonOf = (error: unknown) => {
    if (error instanceof Refused && error.status === 429) return t('door.tooMany')
    if (error instanceof Refused && error.status === 0) return t('ui.failedUnreachable')
    if (error instanceof Refused && error.status >= 400) return t('door.wrong')
    return error instanceof Error ? error.message : String(error)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => ((await signIn(email, password)).needsSecondStep ? 'second' : 'in'))
  }

  if (step === 'second') return <SecondStep enter={enter} />
  return (
    <Door title={t('door.signIn')} says={t('door.signInSays')}>
      <form onSubmit={submit}>
        <TextInput
          label={t('door.email')}
          type="email"
          autoComplete="username webauthn"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('door.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {problem && (
          <p role="alert" style={{ color: 'var(--tone-major)' }}>
            {problem}
          </p>
        )}
        <Button type="submit" loading={isBusy}>
          {t('door.signIn')}
        </Button>
        <Act onClick={() => void attempt(async () => signInWithPasskey().then(() => 'in' as const))}>
          {t('door.withPasskey')}
        </Act>
        <Provider back={insideOf(back)} />
        <Act
          whyNot={email === '' ? t('door.forgotFirst') : undefined}
          onClick={() =>
            void attempt(async () => {
              await forgetPassword(email)
              setNote(t(session?.sendsMail === false ? 'door.forgotPrinted' : 'door.forgotSent'))
              return 'stay'
            })
          }
        >
          {t('door.forgot')}
        </Act>
        {note && <p role="status">{note}</p>}
      </form>
    </Door>
  )
}

/** The way in by the identity provider of the organization, where there is one. */
function Provider({ back }: Readonly<{ back: string }>) {
  const { t } = useTranslation()
  const { data: session } = useAsk('GET /api/session', {})
  if (!session?.signOn) return null
  return (
    <Act onClick={() => void signInByProvider(back)}>
      {t('door.withProvider', { provider: session.signOn })}
    </Act>
  )
}

/** Only an address of our own is gone back to. */
function insideOf(back: string | undefined): string {
  if (!back?.startsWith('/')) return links.home
  const { origin, pathname, search, hash } = new URL(back, location.origin)
  return origin === location.origin ? pathname + search + hash : links.home
}
