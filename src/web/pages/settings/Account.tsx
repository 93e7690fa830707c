import { PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { addPasskey, changePassword, signOut } from '../../data/door.ts'
import { links } from '../../links.ts'
import { Act } from '../../ui/Act.tsx'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { useAttempt } from './attempt.ts'
import { SecondFactor } from './SecondFactor.tsx'
import styles from './Settings.module.css'

/** The account of the person who is signed in. */
export function Account() {
  const { t } = useTranslation()
  const { data: session } = useAsk('GET /api/session', {})
  if (!session?.person) return null
  const { name, email, hasTwoFactor } = session.person
  return (
    <Section title={t('settings.account')} says={`${name}, ${email}`}>
      {session.session?.isFresh === false && <SignInAgain says={t('settings.freshSays')} />}
      <Password />
      <SecondFactor isOn={hasTwoFactor} />
      <Passkey />
    </Section>
  )
}

/** The ways to prove a second factor, for whoever is asked for one and has proved one. */
export function Factors() {
  const { t } = useTranslation()
  const { data: session } = useAsk('GET /api/session', {})
  if (!session?.person) return null
  const { name, email, hasTwoFactor } = session.person
  return (
    <Section title={t('settings.account')} says={`${name}, ${email}`}>
      {hasTwoFactor && <SignInAgain says={t('settings.needsTwoThere')} />}
      {!hasTwoFactor && session.session?.isFresh === false && <SignInAgain says={t('settings.freshSays')} />}
      {!hasTwoFactor && <SecondFactor isOn={false} />}
      <Passkey />
    </Section>
  )
}

/** Second steps and passkeys are changed soon after signing in only: an open browser is no proof of who sits there. */
function SignInAgain({ says }: Readonly<{ says: string }>) {
  const { t } = useTranslation()
  const { attempt, error, isBusy } = useAttempt()
  const again = () => {
    const back = location.pathname
    void attempt(async () => {
      await signOut()
      location.assign(links.signIn(back))
    })
  }
  return (
    <div className={styles.form}>
      <p>{says}</p>
      <Trouble error={error} />
      <div>
        <Act isBusy={isBusy} onClick={again}>
          {t('settings.signInAgain')}
        </Act>
      </div>
    </div>
  )
}

function Password() {
  const { t } = useTranslation()
  const say = useToast()
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const { attempt, error, isBusy } = useAttempt()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      await changePassword(old, next)
      setOld('')
      setNext('')
      say(t('settings.passwordChanged'))
    })
  }
  return (
    <form className={styles.form} aria-label={t('settings.password')} onSubmit={submit}>
      <h3>{t('settings.password')}</h3>
      <PasswordInput
        label={t('settings.oldPassword')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={old}
        onChange={(event) => setOld(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('settings.newPassword')}
        description={t('door.passwordHint')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      <Trouble error={error} />
      <div>
        <Act type="submit" isBusy={isBusy}>
          {t('settings.changePassword')}
        </Act>
      </div>
    </form>
  )
}

function Passkey() {
  const { t } = useTranslation()
  const say = useToast()
  const [name, setName] = useState('')
  const { attempt, error, isBusy } = useAttempt()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      await addPasskey(name)
      setName('')
      say(t('settings.passkeyAdded'))
    })
  }
  return (
    <form className={styles.form} aria-label={t('settings.passkey')} onSubmit={submit}>
      <h3>{t('settings.passkey')}</h3>
      <p className="second">{t('settings.passkeySays')}</p>
      <TextInput
        label={t('settings.passkeyName')}
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Trouble error={error} />
      <div>
        <Act type="submit" isBusy={isBusy}>
          {t('settings.addPasskey')}
        </Act>
      </div>
    </form>
  )
}
