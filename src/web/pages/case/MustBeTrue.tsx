import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import { type Result, unitIn } from './business-case.ts'
import styles from './Case.module.css'
import { Wide } from './Wide.tsx'

/** The assumptions by what they move, each with the value at which nothing is won. */
export function MustBeTrue({ result, currency }: Readonly<{ result: Result; currency: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const number = (value: number) => format.number(value, Math.abs(value) >= 100 ? 0 : 3)
  return (
    <Wide label={t('businessCase.mustBeTrue')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('businessCase.assumption')}</th>
            {(['low', 'likely', 'high', 'breakEvenAt', 'swing'] as const).map((word) => (
              <th key={word} scope="col" className="number">
                {t(`businessCase.${word}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.tornado
            .filter(({ swing }) => swing > 0)
            .map((bar) => (
              <tr key={bar.input}>
                <th scope="row" lang="en">
                  <To href={to.assumption(bar.input)}>{bar.title}</To>
                  <span className="second"> {unitIn(bar.unit, currency)}</span>
                </th>
                <td className="number">{number(bar.low)}</td>
                <td className="number">{number(bar.base)}</td>
                <td className="number">{number(bar.high)}</td>
                <td className="number">{bar.breakEvenAt === undefined ? '–' : number(bar.breakEvenAt)}</td>
                <td className="number">{format.money(bar.swing, currency)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Wide>
  )
}
