import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { verifyBackupCode, verifyTotp } from '../../data/door.ts'
import { Door } from './Door.tsx'

/** The second step of signing in: the code of an app, or a recovery code. */
export function SecondStep({ enter }: Readonly<{ enter: () => void }>) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<'app' | 'backup'>('app')
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isBusy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const verify = kind === 'app' ? verifyTotp : verifyBackupCode
    await verify(code.trim()).then(enter, () => setWrong(true))
    setBusy(false)
  }
  const change = () => {
    setKind(kind === 'app' ? 'backup' : 'app')
    setCode('')
    setWrong(false)
  }

  return (
    <Door title={t('door.totp')} says={kind === 'app' ? t('door.totpSays') : t('door.backupSays')}>
      <form onSubmit={submit}>
        <TextInput
          label={kind === 'app' ? t('door.totpCode') : t('door.backup')}
          inputMode={kind === 'app' ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          autoFocus
          required
          withAsterisk={false}
          value={code}
          error={isWrong && t('door.totpWrong')}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={isBusy}>
          {t('door.continue')}
        </Button>
        <Button variant="subtle" onClick={change}>
          {kind === 'app' ? t('door.backupCode') : t('door.appCode')}
        </Button>
      </form>
    </Door>
  )
}
