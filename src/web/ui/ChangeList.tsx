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

type ChangeListProps = Readonly<{ changes: readonly Change[]; labelOf?: (name: string) => string }>

/** Changes, newest first, with what was before and after. */
export function ChangeList({ changes, labelOf = (name) => name }: ChangeListProps) {
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
          <Differences change={change} labelOf={labelOf} />
        </li>
      ))}
    </ol>
  )
}

type DifferencesProps = Readonly<{ change: Change; labelOf?: (name: string) => string }>

/** What one change made of each field: before and after. */
export function Differences({ change, labelOf = (name) => name }: DifferencesProps) {
  return (
    <dl className={styles.fields} lang="en">
      {differences(change).map(({ name, before, after }) => (
        <div key={name}>
          <dt>{labelOf(name)}</dt>
          <dd>
            {before !== undefined && <del>{before}</del>} {after !== undefined && <ins>{after}</ins>}
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
