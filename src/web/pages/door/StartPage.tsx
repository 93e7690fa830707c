import { Button, TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { links } from '../../links.ts'
import { useReason } from '../../ui/States.tsx'
import { Door } from './Door.tsx'

/** A new organization: its name, then its pages. */
export function StartPage() {
  const { t } = useTranslation()
  const router = useRouter()
  const [name, setName] = useState('')
  const begin = useChange('POST /api/organizations')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { id } = await begin.mutateAsync({ body: { name } })
    router.history.push(links.of(id).settings)
  }

  return (
    <Door title={t('door.empty')} says={t('door.emptySays')}>
      <form onSubmit={submit}>
        <TextInput
          label={t('door.organizationName')}
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {begin.error && <Problem error={begin.error} />}
        <Button type="submit" loading={begin.isPending}>
          {t('door.emptyDo')}
        </Button>
      </form>
    </Door>
  )
}

function Problem({ error }: Readonly<{ error: Error }>) {
  return (
    <p role="alert" style={{ color: 'var(--tone-major)' }}>
      {useReason(error)}
    </p>
  )
}
