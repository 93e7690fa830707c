import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { links } from '../../links.ts'
import { Trouble } from '../../ui/Trouble.tsx'
import { Door } from './Door.tsx'

/** A further organization for whoever is signed in: he becomes its owner. */
export function NewOrganization() {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const begin = useChange('POST /api/organizations')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate({ body: { name } }, { onSuccess: ({ id }) => location.assign(links.of(id).settings) })
  }

  return (
    <Door title={t('shell.newOrganization')} says={t('door.emptySays')}>
      <form onSubmit={submit}>
        <TextInput
          label={t('door.organizationName')}
          required
          withAsterisk={false}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Trouble error={begin.error} />
        <Button type="submit" loading={begin.isPending}>
          {t('door.emptyDo')}
        </Button>
        <a href={links.home}>{t('ui.back')}</a>
      </form>
    </Door>
  )
}
