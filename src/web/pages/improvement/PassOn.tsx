import { NumberInput, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Improvement.module.css'

type Row = Answered<'GET /api/organizations/:organization/improvements'>['improvements'][number]

/** Passes what a measured improvement brought on to the line of the business case that it names. */
export function PassOn({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const keep = useChange('POST /api/organizations/:organization/improvements/:improvement/benefits')
  const [draft, setDraft] = useState({ improvement: rows[0]?.id ?? '', quarter: '', value: 0, evidence: '' })
  const set = (change: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { improvement, ...body } = draft
    keep.mutate(
      { params: { ...params, improvement }, body },
      { onSuccess: () => say(t('improvement.passed')) },
    )
  }
  return (
    <details>
      <summary>{t('improvement.passOn')}</summary>
      <form className={styles.form} onSubmit={submit}>
        <Select
          label={t('improvement.improvementOne')}
          allowDeselect={false}
          data={rows.map(({ id, number, title, benefitLine }) => ({
            value: id,
            label: `${number} ${title} (${benefitLine})`,
          }))}
          value={draft.improvement}
          onChange={(value) => set({ improvement: value ?? '' })}
        />
        <div className={styles.row}>
          <TextInput
            label={t('improvement.quarter')}
            placeholder="2026-Q3"
            pattern="\d{4}-Q[1-4]"
            required
            withAsterisk={false}
            value={draft.quarter}
            onChange={(event) => set({ quarter: event.currentTarget.value })}
          />
          <NumberInput
            label={t('improvement.benefit')}
            required
            withAsterisk={false}
            value={draft.value}
            onChange={(value) => set({ value: Number(value) })}
          />
        </div>
        <TextInput
          label={t('improvement.howKnown')}
          required
          withAsterisk={false}
          maxLength={2000}
          value={draft.evidence}
          onChange={(event) => set({ evidence: event.currentTarget.value })}
        />
        <Trouble error={keep.error} />
        <div>
          <Act type="submit" size="xs" isBusy={keep.isPending} whyNot={whyNot('write the business case')}>
            {t('improvement.passOnDo')}
          </Act>
        </div>
      </form>
    </details>
  )
}
