import { Checkbox, NumberInput, Textarea } from '@mantine/core'
import { useParams, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useAddress } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { type Assumption, unitIn } from './business-case.ts'
import styles from './Case.module.css'
import { Grounds } from './Grounds.tsx'
import { Known } from './Known.tsx'
import type { Quality } from './QualityChoice.tsx'

/** One assumption beside the others: what is known about it, and its values to be given. */
export function AssumptionSheet() {
  const { params, to } = useOrganization()
  const { said } = useAddress()
  const { assumption: id } = useParams({ strict: false }) as { assumption?: string }
  const query = useAsk('GET /api/organizations/:organization/case', { params, query: {} })
  const assumption = query.data?.assumptions.find((one) => one.id === id)
  if (!query.data || !assumption) return null
  return (
    <SideSheet title={assumption.title} back={to.assumptions(said)}>
      <AssumptionForm
        key={`${assumption.id} ${assumption.version}`}
        assumption={assumption}
        currency={query.data.settings.currency}
        back={to.assumptions(said)}
      />
    </SideSheet>
  )
}

type FormProps = Readonly<{ assumption: Assumption; currency: string; back: string }>
type Draft = Readonly<{
  low: number | string
  base: number | string
  high: number | string
  source: string
  quality: Quality
  owner: string
  note: string
  isFollowing: boolean
}>

function draftOf({ value }: Assumption): Draft {
  if (!value)
    return { low: '', base: '', high: '', source: '', quality: 'J', owner: '', note: '', isFollowing: false }
  const { changedBy: _, changedAt: __, ...draft } = value
  return draft
}

function AssumptionForm({ assumption, currency, back }: FormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, whyNot } = useOrganization()
  const router = useRouter()
  const say = useToast()
  const [draft, setDraft] = useState(() => draftOf(assumption))
  const place = { ...params, assumption: assumption.id }
  const save = useChange('PUT /api/organizations/:organization/case/assumptions/:assumption')
  const remove = useChange('DELETE /api/organizations/:organization/case/assumptions/:assumption')
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const close = () => {
    say(t('ui.saved'))
    router.history.push(back)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const body = {
      ...draft,
      low: Number(draft.low),
      base: Number(draft.base),
      high: Number(draft.high),
      ...takenFrom(assumption, draft.quality),
    }
    save.mutate({ params: place, body, ifMatch: assumption.version }, { onSuccess: close })
  }
  const reason = whyNot('write the business case')
  return (
    <form className={styles.form} onSubmit={send}>
      <div className={styles.all}>
        <Known
          assumption={assumption}
          currency={currency}
          take={(taken, quality) => set({ ...taken, quality })}
        />
      </div>
      <Following assumption={assumption} draft={draft} set={set} />
      {(['low', 'base', 'high'] as const).map((name) => (
        <NumberInput
          key={name}
          label={`${t(name === 'base' ? 'businessCase.likely' : `businessCase.${name}`)} (${unitIn(assumption.unit, currency)})`}
          value={draft[name]}
          onChange={(value) => set({ [name]: value })}
          disabled={draft.isFollowing}
          hideControls
          required
          withAsterisk={false}
        />
      ))}
      {assumption.atMost === 1 && <p className={`second ${styles.all}`}>{t('businessCase.shareHint')}</p>}
      <Grounds draft={draft} set={set} />
      <Textarea
        className={styles.all ?? ''}
        label={t('businessCase.note')}
        value={draft.note}
        maxLength={2000}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <div className={styles.all}>
        <Wrong error={save.error ?? remove.error} />
        <Act type="submit" isPrimary isBusy={save.isPending} whyNot={reason}>
          {t('businessCase.save')}
        </Act>{' '}
        {assumption.value && (
          <Act
            isBusy={remove.isPending}
            whyNot={reason}
            onClick={() => remove.mutate({ params: place }, { onSuccess: close })}
          >
            {t('businessCase.remove')}
          </Act>
        )}
        {assumption.value && (
          <p className="second">
            {t('businessCase.saved', {
              by: assumption.value.changedBy,
              at: format.instant(assumption.value.changedAt),
            })}
          </p>
        )}
      </div>
    </form>
  )
}

type FollowingProps = Readonly<{
  assumption: Assumption
  draft: Draft
  set: (change: Partial<Draft>) => void
}>

/** Whether the values are those of the roadmap as it is planned now; asked where a roadmap plans them. */
function Following({ assumption: { planned }, draft, set }: FollowingProps) {
  const { t } = useTranslation()
  if (planned?.by !== 'roadmap' && !draft.isFollowing) return null
  const likely = planned?.value ?? 0
  const values = draft.base === '' ? { low: likely, base: likely, high: likely } : {}
  return (
    <Checkbox
      className={styles.all ?? ''}
      label={t('businessCase.follow')}
      description={t('businessCase.followSays')}
      checked={draft.isFollowing}
      onChange={({ currentTarget: { checked } }) => set({ ...values, isFollowing: checked })}
    />
  )
}

/** Where measured values were taken from, to be kept with them. */
function takenFrom({ baseline }: Assumption, quality: Quality) {
  if (quality !== 'measured' || !baseline) return {}
  const { measure, period, n } = baseline
  return { measured: { measure, from: period.from, to: period.to, n } }
}
