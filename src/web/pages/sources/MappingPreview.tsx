import { useTranslation } from 'react-i18next'
import type { Answered } from '../../data/call.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Problems } from '../../ui/Problems.tsx'
import { Fill } from './Fill.tsx'
import styles from './Mapping.module.css'
import type { View } from './mapping-draft.ts'

type Preview = Answered<'POST /api/organizations/:organization/mapping/preview'>

/** What would be read: rows of each table beside what they are now, statuses read otherwise, problems, what is filled. */
export function MappingPreview({ preview, view }: Readonly<{ preview: Preview; view: View }>) {
  const { t } = useTranslation()
  const { isPart, changedStates, problems } = preview
  const moved = changedStates.reduce((sum, { rows }) => sum + rows, 0)
  const says = [
    moved === 0
      ? t('mapping.sameStates')
      : t('mapping.otherStates', { count: changedStates.length, rows: moved }),
    problems.length === 0 ? t('mapping.noProblems') : t('mapping.someProblems', { count: problems.length }),
    isPart ? t('mapping.isPart') : '',
  ]
  return (
    <Section title={t('mapping.preview')} says={says.filter(Boolean).join(' ')}>
      <div className={styles.preview} role="status">
        {changedStates.length > 0 && <ChangedStates preview={preview} />}
        <Counts preview={preview} view={view} />
      </div>
      {problems.length > 0 && <Problems problems={problems} />}
      <Fill rows={preview.fill} />
    </Section>
  )
}

function ChangedStates({ preview: { changedStates } }: Readonly<{ preview: Preview }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <table className={styles.counts}>
      <caption>{t('mapping.readOtherwise')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sources.native')}</th>
          <th scope="col">{t('mapping.now')}</th>
          <th scope="col">{t('mapping.later')}</th>
          <th scope="col" className="number">
            {t('sources.rows')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changedStates.map(({ type, native, from, to, rows }) => (
          <tr key={`${type} ${native}`}>
            <th scope="row">
              {native} <span className="second">{inWords(type)}</span>
            </th>
            <td>{from === undefined ? '–' : inWords(from)}</td>
            <td>
              <strong>{inWords(to)}</strong>
            </td>
            <td className="number">{format.number(rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Counts({ preview, view }: Readonly<{ preview: Preview; view: View }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const names = [...new Set([...Object.keys(view.counts), ...Object.keys(preview.counts)])].sort()
  return (
    <table className={styles.counts}>
      <caption>{t('mapping.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sources.table')}</th>
          <th scope="col" className="number">
            {t('mapping.now')}
          </th>
          <th scope="col" className="number">
            {t(preview.isPart ? 'mapping.laterPart' : 'mapping.later')}
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const [now, then] = [view.counts[name] ?? 0, preview.counts[name] ?? 0]
          return (
            <tr key={name}>
              <th scope="row">{inWords(name)}</th>
              <td className="number">{format.number(now)}</td>
              <td className="number">
                {now === then || preview.isPart ? (
                  format.number(then)
                ) : (
                  <strong>{format.number(then)}</strong>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function inWords(id: string): string {
  return id.replaceAll('_', ' ')
}
