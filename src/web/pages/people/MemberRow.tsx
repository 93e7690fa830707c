import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
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
  const set = (body: { role?: Member['role']; expiresAt?: string | null }) =>
    change.mutate(
      { params: place, ifMatch: member.version, body },
      { onSuccess: () => say(t('people.changed', { name: member.name })) },
    )

  return (
    <tr>
      <th scope="row">{member.name}</th>
      <td>{member.email ?? ''}</td>
      <td>
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
              if (role) set({ role })
            }}
          />
        )}
        <Trouble error={change.error ?? end.error} />
      </td>
      <td>
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
                set({ expiresAt: value ? endOf(value) : null })
            }}
          />
        )}
      </td>
      <td>
        <Act
          size="xs"
          whyNot={forbidden}
          isBusy={end.isPending}
          label={t('people.endOf', { name: member.name })}
          onClick={() =>
            end.mutate({ params: place }, { onSuccess: () => say(t('people.ended', { name: member.name })) })
          }
        >
          {t('people.end')}
        </Act>
      </td>
    </tr>
  )
}
