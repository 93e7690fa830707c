import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Mapping.module.css'
import type { Canonical } from './mapping-draft.ts'

type ColumnSelectsProps = Readonly<{
  title: string
  columns: Canonical['columns']
  has: readonly string[]
  filled: Readonly<Record<string, string>>
  set: (column: string, source: string | undefined) => void
}>

/** Our columns with what they mean, each beside the column of the file that fills it. */
export function ColumnSelects({ title, columns, has, filled, set }: ColumnSelectsProps) {
  const { t } = useTranslation()
  const [isAll, setAll] = useState(false)
  const [first] = useState(filled)
  // What is filled when the sheet opens stays in sight, also once it is emptied.
  const shown = columns.filter(({ name }) => isAll || name in first || name in filled)
  const hidden = columns.length - shown.length

  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <table className={styles.columns}>
        <thead>
          <tr>
            <th scope="col">{t('mapping.ours')}</th>
            <th scope="col">{t('mapping.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, means }) => (
            <tr key={name}>
              <th scope="row" lang="en">
                {name}
                <span className="second">{means}</span>
              </th>
              <td>
                <select
                  aria-label={t('mapping.filledFrom', { column: name })}
                  value={filled[name] ?? ''}
                  data-set={filled[name] !== undefined}
                  onChange={(event) => set(name, event.currentTarget.value || undefined)}
                >
                  <option value="">{t('mapping.notFilled')}</option>
                  {choices(has, filled[name]).map((column) => (
                    <option key={column} value={column}>
                      {column}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t('mapping.showEmpty', { count: hidden })}
        </button>
      )}
    </section>
  )
}

/** A source that the file no longer has is still shown where it is chosen. */
function choices(has: readonly string[], now: string | undefined): readonly string[] {
  return now === undefined || has.includes(now) ? has : [...has, now]
}
