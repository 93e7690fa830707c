import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Levels.module.css'
import type { Matrix, Report } from './level-view.ts'
import { linesOf } from './ReviewForm.tsx'

const every = [
  'attainment',
  'breaches',
  'trend',
  'support chain',
  'satisfaction',
  'complaints',
  'reviews',
] as const satisfies readonly Report['parts'][number][]

/** Defines a report about services that tickets name. */
export function ReportForm() {
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/service-levels', {
    params,
    query: { metric: 'resolution' },
  })
  return <Shown query={query}>{(matrix) => <Form matrix={matrix} />}</Shown>
}

type Draft = Readonly<{
  title: string
  audience: string
  purpose: string
  customer: string
  cadence: Report['cadence']
  dueDays: number
  issuer: string
  recipients: string
  firstMonth: string
}>

function Form({ matrix }: Readonly<{ matrix: Matrix }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const define = useChange('POST /api/organizations/:organization/service-reports')
  const empty: Draft = {
    title: '',
    audience: '',
    purpose: '',
    customer: '',
    cadence: 'monthly',
    dueDays: 10,
    issuer: '',
    recipients: '',
    firstMonth: matrix.months.at(-1)?.month ?? '',
  }
  const [draft, setDraft] = useState(empty)
  const [services, setServices] = useState<ReadonlySet<string>>(new Set())
  const [parts, setParts] = useState<ReadonlySet<string>>(new Set(every))
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    define.mutate(
      {
        params,
        body: {
          ...draft,
          services: [...services],
          parts: every.filter((part) => parts.has(part)),
          recipients: linesOf(draft.recipients),
        },
      },
      {
        onSuccess: () => {
          setDraft(empty)
          setServices(new Set())
          say(t('serviceLevels.defined', { title: draft.title }))
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Line name="title" draft={draft} set={set} />
      <Line name="audience" draft={draft} set={set} />
      <Line name="purpose" draft={draft} set={set} />
      <Choice
        legend={t('serviceLevels.services')}
        options={matrix.rows
          .filter(({ service }) => service !== '')
          .map(({ service }) => ({ value: service, label: service }))
          .toSorted((a, b) => a.label.localeCompare(b.label))}
        chosen={services}
        choose={setServices}
      />
      <Choice
        legend={t('serviceLevels.parts')}
        options={every.map((value) => ({ value, label: t(`serviceLevels.part.${value}`) }))}
        chosen={parts}
        choose={setParts}
      />
      <When matrix={matrix} draft={draft} set={set} />
      <Line name="issuer" draft={draft} set={set} />
      <Textarea
        label={t('serviceLevels.recipients')}
        autosize
        value={draft.recipients}
        onChange={(event) => set({ recipients: event.currentTarget.value })}
      />
      <Trouble error={define.error} />
      <div>
        <Act type="submit" isBusy={define.isPending} whyNot={whyNot('write registers')}>
          {t('serviceLevels.define2')}
        </Act>
      </div>
    </form>
  )
}

type WhenProps = Readonly<{ matrix: Matrix; draft: Draft; set: (part: Partial<Draft>) => void }>

/** For which customer, how often, from when on, and within how many days. */
function When({ matrix, draft, set }: WhenProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.row}>
      <NativeSelect
        label={t('serviceLevels.customer')}
        value={draft.customer}
        data={[
          { value: '', label: t('serviceLevels.allCustomers') },
          ...matrix.customers.filter((name) => name !== '').map((value) => ({ value, label: value })),
        ]}
        onChange={(event) => set({ customer: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('serviceLevels.cadence')}
        value={draft.cadence}
        data={(['monthly', 'quarterly'] as const).map((value) => ({
          value,
          label: t(`serviceLevels.cadences.${value}`),
        }))}
        onChange={(event) =>
          set({ cadence: event.currentTarget.value === 'quarterly' ? 'quarterly' : 'monthly' })
        }
      />
      <TextInput
        label={t('serviceLevels.firstMonth')}
        type="month"
        required
        withAsterisk={false}
        value={draft.firstMonth}
        onChange={(event) => set({ firstMonth: event.currentTarget.value })}
      />
      <NumberInput
        label={t('serviceLevels.dueDays')}
        min={1}
        max={90}
        value={draft.dueDays}
        onChange={(value) => set({ dueDays: Number(value) || 1 })}
      />
    </div>
  )
}

type LineProps = Readonly<{
  name: 'title' | 'audience' | 'purpose' | 'issuer'
  draft: Draft
  set: (part: Partial<Draft>) => void
}>

function Line({ name, draft, set }: LineProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t(`serviceLevels.${name}`)}
      required
      withAsterisk={false}
      maxLength={200}
      value={draft[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
}

type ChoiceProps = Readonly<{
  legend: string
  options: readonly Readonly<{ value: string; label: string }>[]
  chosen: ReadonlySet<string>
  choose: (chosen: ReadonlySet<string>) => void
}>

function Choice({ legend, options, chosen, choose }: ChoiceProps) {
  const turn = (value: string) => {
    const next = new Set(chosen)
    if (!next.delete(value)) next.add(value)
    choose(next)
  }
  return (
    <fieldset className={styles.parts}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.has(value)} onChange={() => turn(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
