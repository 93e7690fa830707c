import { Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Improvement.module.css'
import type { Review } from './where.ts'

type Kind = Review['actions'][number]['kind']
const kinds = ['improvement', 'change', 'resources', 'other'] as const satisfies readonly Kind[]

/** What the review decides: who does what until when. */
export function ReviewDecisions({ review }: Readonly<{ review: Review }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, whyNot } = useOrganization()
  const drop = useChange('DELETE /api/organizations/:organization/reviews/:review/actions/:action')
  const why = whyNot('sign decisions') && whyNot('manage baselines')
  return (
    <Section title={t('improvement.decisions')} says={t('improvement.decisionsSay')}>
      {review.actions.length === 0 && <p>{t('improvement.noDecision')}</p>}
      {review.actions.length > 0 && (
        <ul className={styles.list}>
          {review.actions.map(({ id, kind, says, owner, dueOn, state, outcome }) => (
            <li key={id}>
              <div>
                <p>{says}</p>
                <p className="second">
                  {t(`improvement.kind.${kind}`)}, {t('improvement.by', { owner, day: format.day(dueOn) })}
                  {state !== 'open' && `, ${t(`improvement.actionState.${state}`)}: ${outcome}`}
                </p>
              </div>
              {!review.signature && (
                <Act
                  size="xs"
                  whyNot={why}
                  label={t('improvement.removeLabel', { says })}
                  onClick={() => drop.mutate({ params: { ...params, review: review.id, action: id } })}
                >
                  {t('improvement.remove')}
                </Act>
              )}
            </li>
          ))}
        </ul>
      )}
      <Trouble error={drop.error} />
      {!review.signature && <Decide review={review} />}
    </Section>
  )
}

const nothing = { kind: 'improvement' as Kind, says: '', owner: '', dueOn: '' }

function Decide({ review }: Readonly<{ review: Review }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const keep = useChange('POST /api/organizations/:organization/reviews/:review/actions')
  const [draft, setDraft] = useState(nothing)
  const set = (change: Partial<typeof nothing>) => setDraft((old) => ({ ...old, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate(
      { params: { ...params, review: review.id }, body: draft },
      {
        onSuccess: () => {
          setDraft(nothing)
          say(t('improvement.decided'))
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Textarea
        label={t('improvement.what')}
        required
        withAsterisk={false}
        autosize
        minRows={1}
        maxLength={2000}
        value={draft.says}
        onChange={(event) => set({ says: event.currentTarget.value })}
      />
      <div className={styles.row}>
        <Select
          label={t('improvement.kindOf')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`improvement.kind.${value}`) }))}
          value={draft.kind}
          onChange={(value) => set({ kind: kinds.find((kind) => kind === value) ?? 'other' })}
        />
        <TextInput
          label={t('improvement.owner')}
          required
          withAsterisk={false}
          maxLength={200}
          value={draft.owner}
          onChange={(event) => set({ owner: event.currentTarget.value })}
        />
        <TextInput
          label={t('improvement.dueOn')}
          type="date"
          required
          withAsterisk={false}
          value={draft.dueOn}
          onChange={(event) => set({ dueOn: event.currentTarget.value })}
        />
      </div>
      <Trouble error={keep.error} />
      <div>
        <Act
          type="submit"
          isBusy={keep.isPending}
          whyNot={whyNot('sign decisions') && whyNot('manage baselines')}
        >
          {t('improvement.decide')}
        </Act>
      </div>
    </form>
  )
}
