import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useAddress } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Changes } from './Changes.tsx'
import styles from './Roadmap.module.css'
import type { Roadmap } from './roadmap.ts'

/** Compares the roadmap with an earlier one, and sets it as one to be compared with. */
export function Baselines({ roadmap }: Readonly<{ roadmap: Roadmap }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const { said, say: address } = useAddress()
  const [name, setName] = useState('')
  const set = useChange('POST /api/organizations/:organization/roadmap/baselines')
  const forbidden = whyNot('plan the roadmap')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set.mutate(
      { params, body: { name: name.trim() } },
      {
        onSuccess: ({ id }) => {
          say(t('roadmap.baselineSet'))
          setName('')
          address({ baseline: id })
        },
      },
    )
  }
  return (
    <Section title={t('roadmap.baseline')}>
      <form className={styles.row} onSubmit={submit}>
        <NativeSelect
          label={t('roadmap.variance')}
          data={[
            { value: '', label: t('roadmap.noBaseline') },
            ...roadmap.baselines.map(({ id, name: called, setAt }) => ({
              value: id,
              label: `${called}, ${format.day(setAt)}`,
            })),
          ]}
          value={said.baseline ?? ''}
          onChange={(event) => address({ baseline: event.currentTarget.value || undefined })}
        />
        <TextInput
          label={t('roadmap.baselineName')}
          value={name}
          maxLength={200}
          disabled={forbidden !== undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Act
          type="submit"
          isBusy={set.isPending}
          whyNot={forbidden ?? (name.trim() === '' ? t('roadmap.baselineName') : undefined)}
        >
          {t('roadmap.setBaseline')}
        </Act>
      </form>
      <Trouble error={set.error} />
      {roadmap.baseline && <Changes difference={roadmap.baseline.difference} title={t('roadmap.variance')} />}
    </Section>
  )
}
