import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Levels.module.css'
import { decidedOf, type ServiceLevel, totalOf } from './level-view.ts'
import { ReviewForm } from './ReviewForm.tsx'

/** The reviews with customers, what they agreed, and a way to record one. */
export function ServiceReviews({ level }: Readonly<{ level: ServiceLevel }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { reviews, actions } = level
  return (
    <Section title={t('serviceLevels.reviews')} says={t('serviceLevels.reviewsSay')}>
      {reviews.length === 0 && <p className="second">{t('serviceLevels.reviewsNone')}</p>}
      {reviews.length > 0 && (
        <ul className={styles.list}>
          {reviews.map((review) => {
            const total = totalOf(review.months)
            const decided = decidedOf(total)
            return (
              <li key={review.id}>
                <div>
                  <strong>
                    {t('serviceLevels.reviewHeld', {
                      day: format.day(review.heldOn),
                      attendees: review.attendees.join(', '),
                    })}
                  </strong>{' '}
                  <span className="second">
                    {review.customer === '' ? t('serviceLevels.allCustomers') : review.customer}
                  </span>
                  <p>{review.note}</p>
                  <p className="second">
                    {t('serviceLevels.reviewFigures', {
                      kept: format.number(total.kept),
                      decided: format.number(decided),
                      share: decided === 0 ? t('ui.noData') : format.percent(total.kept / decided),
                    })}
                  </p>
                  <p className={styles.seal}>
                    {t('serviceLevels.seal')}: {review.seal}
                  </p>
                </div>
                {review.isOverdue ? (
                  <Verdict tone="major">
                    {t('serviceLevels.reviewOverdue', { day: format.day(review.nextOn) })}
                  </Verdict>
                ) : (
                  <span className="second">
                    {t('serviceLevels.reviewNext', { day: format.day(review.nextOn) })}
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <h3>{t('serviceLevels.actions')}</h3>
      {actions.length === 0 ? (
        <p className="second">{t('serviceLevels.actionsNone')}</p>
      ) : (
        <ul className={styles.list}>
          {actions.map((action) => (
            <ActionLine key={action.id} action={action} />
          ))}
        </ul>
      )}
      <Fold title={t('serviceLevels.hold')}>
        <ReviewForm level={level} />
      </Fold>
    </Section>
  )
}

function ActionLine({ action }: Readonly<{ action: ServiceLevel['actions'][number] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { what, owner, dueOn, isOverdue, doneOn, doneSays } = action
  return (
    <li>
      <div>
        {what}
        <div className="second">
          {t('serviceLevels.actionOf', { owner, day: format.day(dueOn) })}
          {isOverdue && `, ${t('serviceLevels.actionOverdue', { day: format.day(dueOn) })}`}
        </div>
      </div>
      {doneOn === undefined ? (
        <Finish action={action} />
      ) : (
        <span className="second">
          {t('serviceLevels.actionDone', { day: format.day(doneOn), says: doneSays ?? '' })}
        </span>
      )}
    </li>
  )
}

function Finish({ action: { id, version, what } }: Readonly<{ action: ServiceLevel['actions'][number] }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const finish = useChange('POST /api/organizations/:organization/service-review-actions/:reviewAction/done')
  const [says, setSays] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    finish.mutate(
      { params: { ...params, reviewAction: id }, body: { says, version } },
      { onSuccess: () => say(t('serviceLevels.actionKept')) },
    )
  }
  return (
    <form className={styles.row} onSubmit={submit} aria-label={what}>
      <TextInput
        label={t('serviceLevels.doneSays')}
        size="xs"
        required
        withAsterisk={false}
        maxLength={1000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <Act type="submit" size="xs" isBusy={finish.isPending} whyNot={whyNot('write registers')}>
        {t('serviceLevels.setDone')}
      </Act>
      <Trouble error={finish.error} />
    </form>
  )
}
