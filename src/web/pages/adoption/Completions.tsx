import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './Adoption.module.css'
import type { Training } from './adoption.ts'
import { Bar } from './Bar.tsx'

/** Completion by unit and by course. */
export function Completions({ training }: Readonly<{ training: Training }>) {
  const { t } = useTranslation()
  return (
    <Section title={t('adoption.training.by')} says={t('adoption.training.bySays')}>
      <Rows
        head={t('adoption.training.unit')}
        rows={training.byUnit.map(({ unit, ...rest }) => ({ ...rest, name: unit }))}
      />
      <Rows
        head={t('adoption.training.course')}
        rows={training.byCourse.map(({ title, ...rest }) => ({ ...rest, name: title }))}
      />
    </Section>
  )
}

type Row = Omit<Training['byUnit'][number], 'unit'> & Readonly<{ name: string }>

function Rows({ head, rows }: Readonly<{ head: string; rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <table className={styles.bars}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <td />
          <th scope="col" className="number">
            {t('adoption.training.passed')}
          </th>
          <th scope="col" className="number">
            {t('adoption.training.completion')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, base, passed, share }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{share !== undefined && <Bar share={share} />}</td>
            <td className={styles.figure}>{t('ui.of', { part: passed, whole: base })}</td>
            <td className={styles.figure}>
              {share === undefined ? t('adoption.training.notDue') : format.percent(share, 0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
