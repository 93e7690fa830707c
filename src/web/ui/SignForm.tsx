import { PasswordInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { presentPasskey } from '../data/door.ts'
import { type Permission, useOrganization } from '../data/organization.ts'
import { Act } from './Act.tsx'
import styles from './SignForm.module.css'
import { Trouble } from './Trouble.tsx'

/** How whoever signs shows again that it is he. */
export type Proof =
  | Readonly<{ by: 'password'; password: string }>
  | Readonly<{ by: 'passkey'; response: Record<string, unknown> }>

type SignFormProps = Readonly<{
  /** What is signed: its inputs. */
  children: ReactNode
  /** Why it cannot be signed yet, beyond the role. */
  whyNotYet?: string | undefined
  /** What whoever signs must be allowed. */
  needs?: Permission
  sign: (proof: Proof) => Promise<unknown>
}>

/** Asks for the password or a passkey at the moment of signing, and forgets it at once. */
export function SignForm({ children, whyNotYet, needs = 'sign decisions', sign }: SignFormProps) {
  const { t } = useTranslation()
  const { whyNot } = useOrganization()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  const attempt = async (prove: () => Promise<Proof>) => {
    setBusy(true)
    setError(undefined)
    try {
      await sign(await prove())
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)))
    } finally {
      setPassword('')
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => ({ by: 'password', password }))
  }
  const why = whyNot(needs) ?? whyNotYet
  return (
    <form className={styles.form} onSubmit={submit}>
      {children}
      <p className="second">{t('strategy.proofSays')}</p>
      <PasswordInput
        label={t('strategy.password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Trouble error={error} />
      <div className={styles.row}>
        <Act type="submit" isPrimary isBusy={isBusy} whyNot={why}>
          {t('strategy.sign')}
        </Act>
        <Act
          whyNot={why}
          onClick={() => void attempt(async () => ({ by: 'passkey', response: await presentPasskey() }))}
        >
          {t('strategy.signPasskey')}
        </Act>
      </div>
    </form>
  )
}
