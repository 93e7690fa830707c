import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { AskFirst } from '../../ui/AskFirst.tsx'
import { useFormat } from '../../ui/format.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './People.module.css'
import { endOf, roles } from './roles.ts'

type Member = Answered<'GET /api/organizations/:organization/members'>['items'][number]

/** One member: role and end can be changed, the membership can be ended. */
export function MemberRow({ member }: Readonly<{ member: Member }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const forbidden = whyNot('manage people')
  const place = { ...params, person: member.person }
  const change = useChange('PATCH /api/organizations/:organization/members/:person')
  const end = useChange('DELETE /api/organizations/:organization/members/:person')
  const signOut = useChange('DELETE /api/organizations/:organization/members/:person/sessions')
  // The row is made anew with each version, so what follows a change may not hang on the row.
  const set = (body: { role?: Member['role']; expiresAt?: string | null }) =>
    change.mutateAsync({ params: place, ifMatch: member.version, body }).then(
      ({ version }) => say(t('people.changed', { name: member.name }), () => putBack(version)),
      () => undefined, // What it was refused with stands in the row.
    )
  const putBack = (version: number) =>
    change.mutateAsync({
      params: place,
      ifMatch: version,
      body: { role: member.role, expiresAt: member.expiresAt ?? null },
    })

  return (
    <tr>
      <th scope="row">{member.name}</th>
      <td>{member.email ?? ''}</td>
      <td>
        <span className={styles.label}>{t('people.role')}</span>
        {forbidden ? (
          t(`scales.role.${member.role}`)
        ) : (
          <NativeSelect
            size="xs"
            aria-label={t('people.roleOf', { name: member.name })}
            data={roles.map((value) => ({ value, label: t(`scales.role.${value}`) }))}
            value={member.role}
            onChange={(event) => {
              const role = roles.find((one) => one === event.currentTarget.value)
              if (role) void set({ role })
            }}
          />
        )}
        <Trouble error={change.error} />
      </td>
      <td>
        <span className={styles.label}>{t('people.until')}</span>
        {forbidden ? (
          member.expiresAt && format.day(member.expiresAt)
        ) : (
          <TextInput
            size="xs"
            type="date"
            aria-label={t('people.untilOf', { name: member.name })}
            defaultValue={member.expiresAt?.slice(0, 10) ?? ''}
            onBlur={({ currentTarget: { value } }) => {
              if (value !== (member.expiresAt?.slice(0, 10) ?? ''))
                void set({ expiresAt: value ? endOf(value) : null })
            }}
          />
        )}
      </td>
      <td>
        <div className={styles.acts}>
          <AskFirst
            whyNot={forbidden}
            label={t('people.signOutOf', { name: member.name })}
            title={t('people.signOutAsk', { name: member.name })}
            says={t('people.signOutSays')}
            act={() =>
              signOut
                .mutateAsync({ params: place })
                .then(() => say(t('people.signedOut', { name: member.name })))
            }
          >
            {t('people.signOut')}
          </AskFirst>
          <AskFirst
            whyNot={forbidden}
            label={t('people.endOf', { name: member.name })}
            title={t('people.endAsk', { name: member.name })}
            says={t('people.endSays')}
            act={() =>
              end.mutateAsync({ params: place }).then(() => say(t('people.ended', { name: member.name })))
            }
          >
            {t('people.end')}
          </AskFirst>
        </div>
      </td>
    </tr>
  )
}
