import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import type { BusinessCase, Line } from './business-case.ts'
import styles from './Case.module.css'

const purposes = ['efficiency', 'value'] as const

/** Benefits inside IT make the same work cheaper; those of users and company are what the work is for. */
function purposeOf({ kind }: Line): (typeof purposes)[number] {
  return kind === 'inside IT' ? 'efficiency' : 'value'
}

/** Efficiency and value apart, each with its own total; every line of benefit is in exactly one of them. */
export function Purposes({ businessCase: { lines, settings } }: Readonly<{ businessCase: BusinessCase }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const counted = lines.flatMap((line) =>
    line.side === 'benefit' && line.amounts ? [{ purpose: purposeOf(line), ...line.amounts }] : [],
  )
  const money = (rows: typeof counted, of: 'fullYear' | 'presentValue') =>
    format.money(
      rows.reduce((sum, row) => sum + row[of], 0),
      settings.currency,
    )
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('businessCase.purpose')}</th>
          <th scope="col" className="number">
            {t('businessCase.purposeLines')}
          </th>
          <th scope="col" className="number">
            {t('businessCase.fullYear')}
          </th>
          <th scope="col" className="number">
            {t('businessCase.presentValue')}
          </th>
        </tr>
      </thead>
      <tbody>
        {purposes.map((purpose) => {
          const rows = counted.filter((one) => one.purpose === purpose)
          return (
            <tr key={purpose}>
              <th scope="row">{t(`businessCase.purposes.${purpose}`)}</th>
              <td className="number">{format.number(rows.length)}</td>
              <td className="number">{money(rows, 'fullYear')}</td>
              <td className="number">{money(rows, 'presentValue')}</td>
            </tr>
          )
        })}
        <tr className={styles.sum}>
          <th scope="row">{t('businessCase.total')}</th>
          <td className="number">{format.number(counted.length)}</td>
          <td className="number">{money(counted, 'fullYear')}</td>
          <td className="number">{money(counted, 'presentValue')}</td>
        </tr>
      </tbody>
    </table>
  )
}
