import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Act } from '../../ui/Act.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Audits.module.css'

/** A plan as the form holds it: days and people are empty texts where they are open. */
export type PlanWords = Readonly<{
  title: string
  clauses: readonly string[]
  because: string
  plannedOn: string
  criteria: string
  method: string
  lead: string
  team: readonly string[]
}>

type PlanFormProps = Readonly<{
  start: PlanWords
  areas: readonly Readonly<{ id: string; title: string; clauses: readonly string[] }>[]
  people: readonly Readonly<{ id: string; name: string }>[]
  submit: string
  isBusy: boolean
  error: Error | null
  /** The scope stays once the checklist is made. */
  isScopeFixed?: boolean
  send: (plan: PlanWords) => void
}>

/** What an audit is planned with: scope, day, criteria, method, lead and team. */
export function PlanForm({
  start,
  areas,
  people,
  submit,
  isBusy,
  error,
  isScopeFixed = false,
  send,
}: PlanFormProps) {
  const { t } = useTranslation()
  const [plan, setPlan] = useState(start)
  const set = (part: Partial<PlanWords>) => setPlan((old) => ({ ...old, ...part }))
  const finish = (event: FormEvent) => {
    event.preventDefault()
    send(plan)
  }
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <form className={styles.form} onSubmit={finish}>
      <TextInput
        className={styles.whole}
        label={t('audits.name')}
        required
        withAsterisk={false}
        maxLength={200}
        value={plan.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('audits.plannedOn')}
        required
        withAsterisk={false}
        value={plan.plannedOn}
        onChange={(event) => set({ plannedOn: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('audits.lead')}
        value={plan.lead}
        data={[{ value: '', label: t('findings.nobody') }, ...options]}
        onChange={(event) => set({ lead: event.currentTarget.value })}
      />
      <Checkbox.Group
        className={styles.whole}
        label={t('audits.scope')}
        description={isScopeFixed ? t('audits.scopeFixed') : t('audits.scopeHint')}
        value={areas
          .filter(({ clauses }) => clauses.every((one) => plan.clauses.includes(one)))
          .map(({ id }) => id)}
        onChange={(ids) =>
          set({ clauses: areas.filter(({ id }) => ids.includes(id)).flatMap(({ clauses }) => [...clauses]) })
        }
      >
        <div className={styles.choices}>
          {areas.map(({ id, title, clauses }) => (
            <Checkbox key={id} value={id} label={`${clauses.join(', ')} ${title}`} disabled={isScopeFixed} />
          ))}
        </div>
      </Checkbox.Group>
      <Texts plan={plan} set={set} />
      <Checkbox.Group
        className={styles.whole}
        label={t('audits.team')}
        value={[...plan.team]}
        onChange={(team) => set({ team })}
      >
        <div className={styles.choices}>
          {options.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={styles.whole}>
        <Wrong error={error} />
        <Act
          type="submit"
          isPrimary
          isBusy={isBusy}
          whyNot={plan.clauses.length === 0 ? t('audits.scopeFirst') : undefined}
        >
          {submit}
        </Act>
      </div>
    </form>
  )
}

type TextsProps = Readonly<{ plan: PlanWords; set: (part: Partial<PlanWords>) => void }>

/** What is measured against, how, and why. */
function Texts({ plan, set }: TextsProps) {
  const { t } = useTranslation()
  const texts = [
    { part: 'criteria', label: t('audits.criteria'), hint: t('audits.criteriaHint'), most: 4000 },
    { part: 'method', label: t('audits.method'), hint: t('audits.methodHint'), most: 4000 },
    { part: 'because', label: t('audits.because'), hint: undefined, most: 2000 },
  ] as const
  return texts.map(({ part, label, hint, most }) => (
    <Textarea
      key={part}
      className={styles.whole}
      label={label}
      description={hint}
      autosize
      minRows={1}
      maxLength={most}
      value={plan[part]}
      onChange={(event) => set({ [part]: event.currentTarget.value })}
    />
  ))
}
