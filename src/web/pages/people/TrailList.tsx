import { useTranslation } from 'react-i18next'
import { type Change, Differences } from '../../ui/ChangeList.tsx'
import { useFormat } from '../../ui/format.ts'
import styles from './People.module.css'

/** The entries of the trail, a line each; what was before and after stands folded below it. */
export function TrailList({ entries }: Readonly<{ entries: readonly Change[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ol className={styles.trail} aria-label={t('people.trail')}>
      {entries.map((entry) => (
        <li key={entry.number}>
          <details>
            <summary>
              <span className="second number">{format.number(entry.number)}</span>
              <span>
                <strong>{entry.by}</strong> <span lang="en">{entry.action}</span>
              </span>
              <span className="second">{format.instant(entry.at)}</span>
            </summary>
            {entry.reason && <p>{t('ui.because', { reason: entry.reason })}</p>}
            <Differences change={entry} />
          </details>
        </li>
      ))}
    </ol>
  )
}
