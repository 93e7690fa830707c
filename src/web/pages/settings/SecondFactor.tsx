import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { beginTotp, endTotp, verifyTotp } from '../../data/door.ts'
import { Act } from '../../ui/Act.tsx'
import { Copy } from '../../ui/Copy.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { useAttempt } from './attempt.ts'
import styles from './Settings.module.css'

type Begun = Readonly<{ totpURI: string; backupCodes: readonly string[] }>

/** The second step of signing in: set up with an authenticator app, or ended. */
export function SecondFactor({ isOn }: Readonly<{ isOn: boolean }>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const say = useToast()
  const [password, setPassword] = useState('')
  const [begun, setBegun] = useState<Begun>()
  const { attempt, error, isBusy } = useAttempt()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      if (!isOn) return setBegun(await beginTotp(password))
      await endTotp(password)
      setPassword('')
      say(t('settings.totpEnded'))
      return client.invalidateQueries()
    })
  }

  if (begun && !isOn) return <Finish begun={begun} done={() => setBegun(undefined)} />
  return (
    <form className={styles.form} aria-label={t('settings.totp')} onSubmit={submit}>
      <h3>{t('settings.totp')}</h3>
      <p className="second">{t(isOn ? 'settings.totpOn' : 'settings.totpOff')}</p>
      <PasswordInput
        label={t('settings.oldPassword')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Trouble error={error} />
      <div>
        <Act type="submit" isBusy={isBusy}>
          {t(isOn ? 'settings.totpEnd' : 'settings.totpBegin')}
        </Act>
      </div>
    </form>
  )
}

function Finish({ begun, done }: Readonly<{ begun: Begun; done: () => void }>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const say = useToast()
  const [code, setCode] = useState('')
  const { attempt, error, isBusy } = useAttempt()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      await verifyTotp(code.trim())
      say(t('settings.totpBegun'))
      done()
      await client.invalidateQueries()
    })
  }
  return (
    <form className={styles.form} aria-label={t('settings.totp')} onSubmit={submit}>
      <h3>{t('settings.totp')}</h3>
      <p>{t('settings.totpScan')}</p>
      <Code text={begun.totpURI} label={t('settings.totpPicture')} />
      <Textarea
        label={t('settings.totpSecret')}
        readOnly
        rows={2}
        value={new URL(begun.totpURI).searchParams.get('secret') ?? ''}
      />
      <p>{t('settings.backupCodes')}</p>
      <ul className={styles.codes} aria-label={t('settings.backupList')}>
        {begun.backupCodes.map((one) => (
          <li key={one}>
            <code>{one}</code>
          </li>
        ))}
      </ul>
      <div>
        <Copy text={begun.backupCodes.join('\n')} />
      </div>
      <TextInput
        label={t('door.totpCode')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Trouble error={error} />
      <div>
        <Act type="submit" isPrimary isBusy={isBusy}>
          {t('settings.totpFinish')}
        </Act>
      </div>
    </form>
  )
}

/** The picture that an authenticator app reads; always dark on light, or cameras do not see it. */
function Code({ text, label }: Readonly<{ text: string; label: string }>) {
  const { data, size } = encode(text, { border: 2 })
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg className={styles.picture} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
