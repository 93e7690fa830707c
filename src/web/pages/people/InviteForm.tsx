import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './People.module.css'
import { endOf, type Role, roles } from './roles.ts'

/** Invites somebody by mail. */
export function InviteForm() {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('contributor')
  const [until, setUntil] = useState('')
  const invite = useChange('POST /api/organizations/:organization/invitations')
  const forbidden = whyNot('manage people')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate(
      { params, body: { email, role, ...(until ? { roleExpiresAt: endOf(until) } : {}) } },
      {
        onSuccess: () => {
          say(t('people.invited', { email }))
          setEmail('')
        },
      },
    )
  }

  return (
    <form className={styles.invite} onSubmit={submit}>
      <TextInput
        label={t('people.email')}
        type="email"
        required
        withAsterisk={false}
        disabled={forbidden !== undefined}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('people.role')}
        disabled={forbidden !== undefined}
        data={roles.map((value) => ({ value, label: t(`scales.role.${value}`) }))}
        value={role}
        onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value) ?? role)}
      />
      <TextInput
        label={t('people.until')}
        type="date"
        disabled={forbidden !== undefined}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Act type="submit" isPrimary whyNot={forbidden} isBusy={invite.isPending}>
        {t('people.inviteDo')}
      </Act>
      <Trouble error={invite.error} />
    </form>
  )
}
