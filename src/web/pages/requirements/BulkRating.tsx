import { Modal, NativeSelect, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import type { RatingWord } from '../../ui/Verdict.tsx'
import styles from './Requirements.module.css'
import { type Row, scale } from './requirement-columns.tsx'

/** Rates several requirements alike: all of them, or none when one is refused. */
export function BulkRating({ rows, close }: Readonly<{ rows: readonly Row[]; close: () => void }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const say = useToast()
  const [rating, setRating] = useState<RatingWord>('conforming')
  const [rationale, setRationale] = useState('')
  const [reason, setReason] = useState('')
  const rate = useChange('POST /api/organizations/:organization/ratings')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const items = rows.map(({ requirement, version }) => ({
      requirement,
      version,
      rating,
      ...(rationale ? { rationale } : {}),
      ...(reason ? { reason } : {}),
    }))
    rate.mutate(
      { params, body: { items } },
      {
        onSuccess: () => {
          say(t('requirements.ratedMany', { count: rows.length }))
          close()
        },
      },
    )
  }

  return (
    <Modal
      opened
      onClose={close}
      title={t('requirements.rateMarked', { count: rows.length })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <p>{rows.map(({ requirement }) => requirement).join(', ')}</p>
        <NativeSelect
          label={t('requirements.rating')}
          data={scale.map((value) => ({ value, label: t(`scales.rating.${value}`) }))}
          value={rating}
          onChange={(event) => setRating(scale.find((one) => one === event.currentTarget.value) ?? rating)}
        />
        <Textarea
          label={t('requirements.rationale')}
          autosize
          minRows={2}
          maxLength={4000}
          value={rationale}
          onChange={(event) => setRationale(event.currentTarget.value)}
        />
        <Textarea
          label={t('requirements.reason')}
          description={t('requirements.reasonHint')}
          autosize
          minRows={1}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Trouble error={rate.error} />
        <Act type="submit" isPrimary isBusy={rate.isPending}>
          {t('requirements.rate')}
        </Act>
      </form>
    </Modal>
  )
}
