import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../../data/refused.ts'
import { useWordsOf } from '../../data/register-words.ts'
import { Act } from '../../ui/Act.tsx'
import { useReason } from '../../ui/States.tsx'
import { FieldInput } from './FieldInput.tsx'
import styles from './Registers.module.css'
import type { Data, Neighbour } from './record.ts'
import type { Field, Register } from './register-columns.tsx'

type RecordFormProps = Readonly<{
  register: Register
  data: Data
  links: readonly Neighbour[]
  error: Error | null
  isBusy: boolean
  whyNot?: string | undefined
  /** Gets the fields that were changed; null empties one. */
  save: (changed: Data) => void
}>

/** A form made from the definition of a register, heading by heading. */
export function RecordForm({ register, data, links, error, isBusy, whyNot, save }: RecordFormProps) {
  const { t } = useTranslation()
  const word = useWordsOf(register.id)
  const [changed, setChanged] = useState<Data>({})
  const set = (name: string) => (value: unknown) => setChanged((old) => ({ ...old, [name]: value }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!whyNot) save(changed)
  }
  const faults = faultsOf(error)
  const hasChanges = Object.keys(changed).length > 0

  return (
    <form className={styles.form} onSubmit={submit}>
      {sectionsOf(register.fields).map(([section, fields]) => (
        <fieldset key={section} className={styles.section} disabled={whyNot !== undefined}>
          <legend>{word(section)}</legend>
          {fields.map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              word={word}
              value={field.name in changed ? changed[field.name] : data[field.name]}
              links={links.filter((link) => link.field === field.name)}
              fault={faults.get(field.name)}
              set={set(field.name)}
            />
          ))}
        </fieldset>
      ))}
      {error && <Trouble error={error} />}
      <div className={styles.foot}>
        <Act
          type="submit"
          isPrimary
          isBusy={isBusy}
          whyNot={whyNot ?? (hasChanges ? undefined : t('registers.nothingChanged'))}
        >
          {t('ui.save')}
        </Act>
      </div>
    </form>
  )
}

function Trouble({ error }: Readonly<{ error: Error }>) {
  const { t } = useTranslation()
  const reason = useReason(error)
  const isLate = error instanceof Refused && (error.status === 409 || error.status === 412)
  return (
    <p role="alert" style={{ color: 'var(--tone-major)' }}>
      {isLate ? `${t('ui.changedMeanwhile')} ${reason}` : reason}
    </p>
  )
}

function sectionsOf(fields: readonly Field[]): readonly (readonly [string, readonly Field[]])[] {
  return [...Map.groupBy(fields, ({ section }) => section)]
}

/** What is wrong with which field: the last part of the pointer is its name. */
function faultsOf(error: Error | null): ReadonlyMap<string, string> {
  if (!(error instanceof Refused)) return new Map()
  return new Map(
    (error.problem.errors ?? []).map(({ pointer, detail }) => [pointer.split('/').at(-1) ?? '', detail]),
  )
}
