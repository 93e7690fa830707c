import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Requirements.module.css'
import type { Requirement } from './requirement.ts'

/** Who is asked about the requirement, and by when. */
export function AssignmentForm({ requirement }: Readonly<{ requirement: Requirement }>) {
  const { t } = useTranslation()
  const { organization, params, whyNot } = useOrganization()
  const say = useToast()
  const now = requirement.assignment
  const [person, setPerson] = useState(now.person?.id ?? '')
  const [dueOn, setDueOn] = useState(now.dueOn ?? '')
  const assign = useChange('PUT /api/organizations/:organization/requirements/:requirement/assignment')
  const forbidden = whyNot('assign requirements')
  const mayRead = organization.permissions.includes('read people')
  const members = useAsk(
    'GET /api/organizations/:organization/members',
    mayRead ? { params, query: { limit: 500 } } : undefined,
  )
  const people = members.data?.items ?? []
  const known = now.person && !people.some((one) => one.person === now.person?.id) ? [now.person] : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    assign.mutate(
      {
        params: { ...params, requirement: requirement.requirement },
        ifMatch: now.version,
        body: { ...(person ? { person } : {}), ...(person && dueOn ? { dueOn } : {}) },
      },
      { onSuccess: () => say(t('ui.saved')) },
    )
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <NativeSelect
        label={t('requirements.assignee')}
        disabled={forbidden !== undefined}
        data={[
          { value: '', label: t('requirements.nobody') },
          ...known.map(({ id, name }) => ({ value: id, label: name })),
          ...people.map((one) => ({ value: one.person, label: one.name })),
        ]}
        value={person}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <TextInput
        label={t('requirements.due')}
        type="date"
        disabled={forbidden !== undefined || person === ''}
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
      <Trouble error={assign.error} />
      <div>
        <Act type="submit" whyNot={forbidden} isBusy={assign.isPending}>
          {t('requirements.assign')}
        </Act>
      </div>
    </form>
  )
}
