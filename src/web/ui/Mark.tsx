import { useTranslation } from 'react-i18next'
import styles from './DataTable.module.css'

/** The keys of the rows that are marked. */
export type Marks = Readonly<{
  marked: ReadonlySet<string>
  setMarked: (marked: ReadonlySet<string>) => void
}>

/** Marks one row. */
export function Mark({ name, marks: { marked, setMarked } }: Readonly<{ name: string; marks: Marks }>) {
  const { t } = useTranslation()
  const turn = () => {
    const next = new Set(marked)
    if (!next.delete(name)) next.add(name)
    setMarked(next)
  }
  return (
    <td className={styles.mark}>
      <input
        type="checkbox"
        aria-label={t('ui.mark', { what: name })}
        checked={marked.has(name)}
        onChange={turn}
      />
    </td>
  )
}

/** Marks every row that is shown, or none. */
export function MarkAll({ keys, marks }: Readonly<{ keys: readonly string[]; marks: Marks }>) {
  const { t } = useTranslation()
  const isAll = keys.length > 0 && keys.every((key) => marks.marked.has(key))
  return (
    <th scope="col" className={styles.mark}>
      <input
        type="checkbox"
        aria-label={t('ui.markAll')}
        checked={isAll}
        onChange={() => marks.setMarked(new Set(isAll ? [] : keys))}
      />
    </th>
  )
}
