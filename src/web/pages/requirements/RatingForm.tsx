import { NativeSelect, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Requirements.module.css'
import type { Requirement } from './requirement.ts'
import { scale } from './requirement-columns.tsx'

/** The rating of a person, and its confirmation by a second one. */
export function RatingForm({ requirement }: Readonly<{ requirement: Requirement }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const now = requirement.currentRating
  const [rating, setRating] = useState(now.rating)
  const [rationale, setRationale] = useState(now.rationale)
  const [reason, setReason] = useState('')
  const rate = useChange('PUT /api/organizations/:organization/requirements/:requirement/rating')
  const place = { ...params, requirement: requirement.requirement }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    rate.mutate(
      { params: place, ifMatch: now.version, body: { rating, rationale, ...(reason ? { reason } : {}) } },
      { onSuccess: () => say(t('requirements.ratedOne')) },
    )
  }
  const isDerived = requirement.isDerived ? t('requirements.isDerived') : undefined
  const forbidden = whyNot('rate requirements') ?? isDerived

  return (
    <>
      <By requirement={requirement} />
      <form className={styles.form} onSubmit={submit}>
        <NativeSelect
          label={t('requirements.rating')}
          disabled={forbidden !== undefined}
          data={requirement.ratings.map((value) => ({ value, label: t(`scales.rating.${value}`) }))}
          value={rating}
          onChange={(event) => setRating(scale.find((one) => one === event.currentTarget.value) ?? rating)}
        />
        <Textarea
          label={t('requirements.rationale')}
          disabled={forbidden !== undefined}
          autosize
          minRows={2}
          maxLength={4000}
          value={rationale}
          onChange={(event) => setRationale(event.currentTarget.value)}
        />
        {now.version > 0 && (
          <Textarea
            label={t('requirements.reason')}
            description={t('requirements.reasonHint')}
            disabled={forbidden !== undefined}
            autosize
            minRows={1}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Trouble error={rate.error} />
        <div className={styles.buttons}>
          <Act type="submit" isPrimary whyNot={forbidden} isBusy={rate.isPending}>
            {t('requirements.rate')}
          </Act>
          <Confirm requirement={requirement} />
        </div>
      </form>
    </>
  )
}

function By({ requirement: { currentRating: now } }: Readonly<{ requirement: Requirement }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!now.ratedBy || !now.ratedAt) return <p className="second">{t('requirements.nobodyRated')}</p>
  return (
    <p className="second">
      {t('requirements.ratedBy', { name: now.ratedBy.name, at: format.instant(now.ratedAt) })}{' '}
      {now.confirmedBy && now.confirmedAt
        ? t('requirements.confirmedBy', { name: now.confirmedBy.name, at: format.instant(now.confirmedAt) })
        : t('requirements.notConfirmed')}
    </p>
  )
}

function Confirm({ requirement }: Readonly<{ requirement: Requirement }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const now = requirement.currentRating
  const confirm = useChange('PUT /api/organizations/:organization/requirements/:requirement/confirmation')
  const isConfirmed = now.confirmedBy !== undefined
  const nothing = now.version === 0 ? t('requirements.nobodyRated') : undefined
  return (
    <>
      <Act
        whyNot={whyNot('confirm ratings') ?? nothing}
        isBusy={confirm.isPending}
        onClick={() =>
          confirm.mutate(
            {
              params: { ...params, requirement: requirement.requirement },
              ifMatch: now.version,
              body: { isConfirmed: !isConfirmed },
            },
            { onSuccess: () => say(t('ui.saved')) },
          )
        }
      >
        {isConfirmed ? t('requirements.unconfirm') : t('requirements.confirm')}
      </Act>
      <Trouble error={confirm.error} />
    </>
  )
}
