import { useTranslation } from 'react-i18next'
import styles from './ChangeList.module.css'
import { useFormat } from './format.ts'

/** One change as the audit trail has it. */
export type Change = Readonly<{
  number: number
  at: string
  by: string
  action: string
  before?: unknown
  after?: unknown
  reason?: string | undefined
}>

/** How fields and their values are called to people; as they are kept where nothing is said. */
type Naming = Readonly<{
  labelOf?: ((name: string) => string) | undefined
  textOf?: ((name: string, text: string) => string) | undefined
}>

type ChangeListProps = Naming & Readonly<{ changes: readonly Change[] }>

/** Changes, newest first, with what was before and after. */
export function ChangeList({ changes, ...naming }: ChangeListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ol className={styles.list}>
      {changes.map((change) => (
        <li key={change.number}>
          <div>
            <strong>{change.by}</strong> <span lang="en">{change.action}</span>
            <span className="second"> · {format.instant(change.at)}</span>
          </div>
          {change.reason && <div>{t('ui.because', { reason: change.reason })}</div>}
          <Differences change={change} {...naming} />
        </li>
      ))}
    </ol>
  )
}

type DifferencesProps = Naming & Readonly<{ change: Change }>

/** What one change made of each field: before and after. */
export function Differences({ change, labelOf, textOf = (_, text) => text }: DifferencesProps) {
  return (
    <dl className={styles.fields} lang={labelOf ? undefined : 'en'}>
      {differences(change).map(({ name, before, after }) => (
        <div key={name}>
          <dt>{labelOf?.(name) ?? name}</dt>
          <dd>
            {before !== undefined && <del>{textOf(name, before)}</del>}{' '}
            {after !== undefined && <ins>{textOf(name, after)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Difference = Readonly<{ name: string; before: string | undefined; after: string | undefined }>

function differences({ before, after }: Change): readonly Difference[] {
  const [old, now] = [flat(before), flat(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ name, before: old.get(name), after: now.get(name) }))
    .filter((one) => one.before !== one.after)
}

/** The fields of a record, those of its data among them, as text. */
function flat(value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(
    Object.entries(value).flatMap(([name, inner]): [string, string][] => {
      if (name === 'data') return [...flat(inner)]
      if (inner === null || inner === undefined) return []
      return [[name, typeof inner === 'object' ? JSON.stringify(inner) : String(inner)]]
    }),
  )
}
