import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Baselines.module.css'
import type { Baseline } from './OneBaseline.tsx'

const kinds = ['full', 'quick scan'] as const

/** Starts the next baseline; it can take statements and ratings of an earlier one along. */
export function StartBaseline({ baselines }: Readonly<{ baselines: readonly Baseline[] }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const [name, setName] = useState('')
  const [scope, setScope] = useState(baselines[0]?.scope ?? '')
  const [kind, setKind] = useState<(typeof kinds)[number]>('full')
  const [carriesOver, setCarriesOver] = useState('')
  const start = useChange('POST /api/organizations/:organization/baselines')
  const open = baselines.find(({ state }) => state === 'open')
  const reason =
    whyNot('manage baselines') ?? (open && t('baselines.closeFirst', { name: open.name })) ?? undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    start.mutate(
      {
        params,
        body: { name, kind, ...(scope ? { scope } : {}), ...(carriesOver ? { carriesOver } : {}) },
      },
      {
        onSuccess: () => {
          setName('')
          say(t('baselines.wasStarted', { name }))
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('baselines.name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('baselines.kind')}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
      >
        {kinds.map((one) => (
          <Radio
            key={one}
            mt={8}
            value={one}
            label={t(`baselines.kinds.${one}`)}
            description={t(`baselines.kindSays.${one}`)}
          />
        ))}
      </Radio.Group>
      <Textarea
        label={t('baselines.scope')}
        autosize
        minRows={2}
        maxLength={4000}
        value={scope}
        onChange={(event) => setScope(event.currentTarget.value)}
      />
      {baselines.length > 0 && (
        <NativeSelect
          label={t('baselines.carriesOver')}
          description={t('baselines.carriesOverHint')}
          data={[
            { value: '', label: t('baselines.fromNothing') },
            ...baselines.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          value={carriesOver}
          onChange={(event) => setCarriesOver(event.currentTarget.value)}
        />
      )}
      <Wrong error={start.error} />
      <div>
        <Act type="submit" isPrimary whyNot={reason} isBusy={start.isPending}>
          {t('baselines.startDo')}
        </Act>
      </div>
    </form>
  )
}
