import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Levels.module.css'
import type { ServiceLevel } from './level-view.ts'

type Agreed = Readonly<{ what: string; owner: string; dueOn: string }>

const none: Agreed = { what: '', owner: '', dueOn: '' }

/** Records a review: who was there, what was said and agreed; the figures are kept by themselves. */
export function ReviewForm({ level }: Readonly<{ level: ServiceLevel }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const keep = useChange('POST /api/organizations/:organization/service-reviews')
  const [customer, setCustomer] = useState('')
  const [heldOn, setHeldOn] = useState('')
  const [attendees, setAttendees] = useState('')
  const [note, setNote] = useState('')
  const [everyMonths, setEveryMonths] = useState(3)
  const [actions, setActions] = useState<readonly Agreed[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate(
      {
        params,
        body: {
          service: level.service,
          customer,
          heldOn,
          attendees: linesOf(attendees),
          note,
          everyMonths,
          actions: actions.filter(({ what }) => what !== ''),
        },
      },
      {
        onSuccess: ({ nextOn }) => {
          setNote('')
          setAttendees('')
          setActions([])
          say(t('serviceLevels.reviewKept', { day: format.day(nextOn) }))
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.row}>
        <NativeSelect
          label={t('serviceLevels.customer')}
          value={customer}
          data={[
            { value: '', label: t('serviceLevels.allCustomers') },
            ...level.customers
              .filter((one) => one.customer !== '')
              .map((one) => ({ value: one.customer, label: one.customer })),
          ]}
          onChange={(event) => setCustomer(event.currentTarget.value)}
        />
        <TextInput
          label={t('serviceLevels.heldOn')}
          type="date"
          required
          withAsterisk={false}
          value={heldOn}
          onChange={(event) => setHeldOn(event.currentTarget.value)}
        />
        <NumberInput
          label={t('serviceLevels.everyMonths')}
          min={1}
          max={24}
          value={everyMonths}
          onChange={(value) => setEveryMonths(Number(value) || 1)}
        />
      </div>
      <Textarea
        label={t('serviceLevels.attendees')}
        required
        withAsterisk={false}
        autosize
        value={attendees}
        onChange={(event) => setAttendees(event.currentTarget.value)}
      />
      <Textarea
        label={t('serviceLevels.note')}
        required
        withAsterisk={false}
        autosize
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <AgreedActions actions={actions} setActions={setActions} />
      <Trouble error={keep.error} />
      <div className={styles.actions}>
        <Act type="submit" isBusy={keep.isPending} whyNot={whyNot('write registers')}>
          {t('serviceLevels.keep')}
        </Act>
        <Act onClick={() => setActions([...actions, none])}>{t('serviceLevels.addAction')}</Act>
      </div>
    </form>
  )
}

type AgreedProps = Readonly<{
  actions: readonly Agreed[]
  setActions: (actions: readonly Agreed[]) => void
}>

/** What was agreed, one line each. */
function AgreedActions({ actions, setActions }: AgreedProps) {
  const { t } = useTranslation()
  const change = (at: number, part: Partial<Agreed>) =>
    setActions(actions.map((one, place) => (place === at ? { ...one, ...part } : one)))
  return (
    <>
      {actions.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a form have no name of their own
        <div key={at} className={styles.row}>
          <TextInput
            label={t('serviceLevels.action')}
            value={one.what}
            onChange={(event) => change(at, { what: event.currentTarget.value })}
          />
          <TextInput
            label={t('serviceLevels.actionOwner')}
            required={one.what !== ''}
            withAsterisk={false}
            value={one.owner}
            onChange={(event) => change(at, { owner: event.currentTarget.value })}
          />
          <TextInput
            label={t('serviceLevels.actionDue')}
            type="date"
            required={one.what !== ''}
            withAsterisk={false}
            value={one.dueOn}
            onChange={(event) => change(at, { dueOn: event.currentTarget.value })}
          />
        </div>
      ))}
    </>
  )
}

/** The filled lines of a text. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
