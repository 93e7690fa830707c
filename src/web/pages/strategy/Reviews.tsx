import { Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Strategy.module.css'
import type { Strategy } from './strategy.ts'

/** When the alignment was looked at, what it was then, and when it is due again. */
export function Reviews({ strategy: { reviews, isReviewOverdue } }: Readonly<{ strategy: Strategy }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const [last] = reviews
  return (
    <Section title={t('strategy.reviews')} says={t('strategy.reviewsSay')}>
      {!last && <p>{t('strategy.reviewNone')}</p>}
      {last && isReviewOverdue && (
        <Verdict tone="major">{t('strategy.reviewOverdue', { day: format.day(last.nextOn) })}</Verdict>
      )}
      {last && !isReviewOverdue && <p>{t('strategy.reviewNext', { day: format.day(last.nextOn) })}</p>}
      {reviews.length > 0 && (
        <ul className={styles.list}>
          {reviews.map(({ id, note, reviewedAt, reviewedBy, alignment }) => (
            <li key={id}>
              <div>
                {t('strategy.reviewLine', {
                  day: format.day(reviewedAt),
                  by: reviewedBy,
                  score: alignment.score === undefined ? t('ui.noData') : format.percent(alignment.score, 0),
                })}
                <p className="second">{note}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Review />
    </Section>
  )
}

function Review() {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const keep = useChange('POST /api/organizations/:organization/strategy/reviews')
  const [note, setNote] = useState('')
  const [nextOn, setNextOn] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate(
      { params, body: { note, nextOn } },
      {
        onSuccess: () => {
          setNote('')
          say(t('strategy.reviewKept'))
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Textarea
        label={t('strategy.reviewNote')}
        required
        withAsterisk={false}
        autosize
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <TextInput
        label={t('strategy.reviewNextOn')}
        type="date"
        required
        withAsterisk={false}
        value={nextOn}
        onChange={(event) => setNextOn(event.currentTarget.value)}
      />
      <Trouble error={keep.error} />
      <div>
        <Act type="submit" isBusy={keep.isPending} whyNot={whyNot('write registers')}>
          {t('strategy.reviewDo')}
        </Act>
      </div>
    </form>
  )
}
