import { useTranslation } from 'react-i18next'
import { type Fact, Facts } from '../../ui/Facts.tsx'
import { Tile, Tiles } from '../../ui/Figure.tsx'
import { useFormat } from '../../ui/format.ts'
import type { BusinessCase, Result } from './business-case.ts'
import styles from './Case.module.css'

type FiguresProps = Readonly<{ result: Result; settings: BusinessCase['settings'] }>

/** The range first: what nine of ten courses exceed, the middle, what one of ten exceeds, and the chance. */
export function KeyFigures({ result, settings }: FiguresProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { p10, p50, p90, probabilityPositive, trials } = result.spread
  const { currency, distribution, seed } = settings
  return (
    <Tiles>
      <Tile name={t('businessCase.npvP10')} term="p10-p50-p90" says={t('businessCase.p10Says')}>
        <output aria-label={t('businessCase.npvP10')}>{format.money(p10, currency)}</output>
      </Tile>
      <Tile name={t('businessCase.npvP50')} term="npv" says={t('businessCase.p50Says')}>
        {format.money(p50, currency)}
      </Tile>
      <Tile name={t('businessCase.npvP90')} says={t('businessCase.p90Says')}>
        {format.money(p90, currency)}
      </Tile>
      <Tile
        name={t('businessCase.chance')}
        says={t('businessCase.chanceSays', { trials, distribution, seed: String(seed) })}
      >
        {format.percent(probabilityPositive)}
      </Tile>
    </Tiles>
  )
}

/** What comes out when every assumption has its likely value. */
export function LikelyFigures({ result, settings }: FiguresProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { currency, years, correlation, hurdleRate, paybackLimitYears } = settings
  const span = (value: number | undefined) =>
    value === undefined
      ? t('businessCase.never')
      : t('businessCase.years', { years: format.number(value, 1) })
  const verdict = (isKept: boolean) => t(isKept ? 'businessCase.kept' : 'businessCase.notKept')
  const facts: Fact[] = [
    { name: t('businessCase.npv'), term: 'npv', value: format.money(result.npv, currency) },
    { name: t('businessCase.irr'), term: 'irr', value: <ReturnRate result={result} /> },
    { name: t('businessCase.payback'), term: 'payback', value: span(result.paybackYears) },
    { name: t('businessCase.discountedPayback'), value: span(result.discountedPaybackYears) },
    {
      name: t('businessCase.roi', { years }),
      term: 'roi',
      value: result.roi === undefined ? t('ui.noData') : format.percent(result.roi),
    },
    {
      name: t('businessCase.bcr'),
      value: result.bcr === undefined ? t('ui.noData') : format.number(result.bcr, 2),
    },
    {
      name: t('businessCase.breakEven'),
      value: result.breakEvenFactor === undefined ? t('ui.noData') : format.percent(result.breakEvenFactor),
    },
  ]
  if (hurdleRate !== undefined)
    facts.push({
      name: t('businessCase.hurdle', { rate: format.percent(hurdleRate) }),
      value: verdict(result.irr !== undefined && result.irr >= hurdleRate),
    })
  if (paybackLimitYears !== undefined)
    facts.push({
      name: t('businessCase.limit', { years: format.number(paybackLimitYears) }),
      value: verdict(result.paybackYears !== undefined && result.paybackYears <= paybackLimitYears),
    })
  return (
    <>
      <Facts facts={facts} />
      <p className="second">
        {t('businessCase.withoutTax', {
          correlation: correlation === 0 ? t('businessCase.noCorrelation') : format.number(correlation, 2),
        })}
      </p>
    </>
  )
}

const notes = {
  'no change of sign': 'businessCase.irrNone',
  'more than one solution possible': 'businessCase.irrMany',
} as const

/** The internal rate of return, or why there is none. */
export function ReturnRate({ result }: Readonly<{ result: Pick<Result, 'irr' | 'irrNote'> }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { irr, irrNote } = result
  const note =
    irrNote === undefined ? undefined : t(notes[irrNote as keyof typeof notes] ?? 'businessCase.irrOutside') // a word of the contract
  return <>{[irr === undefined ? undefined : format.percent(irr), note].filter(Boolean).join('; ')}</>
}

const classes = [
  ['hard', 'hard'],
  ['freed time', 'freedTime'],
  ['soft', 'soft'],
] as const

/** Hard, freed and soft benefits apart. */
export function Subtotals({ result, currency }: Readonly<{ result: Result; currency: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const all = classes.map(([, key]) => result.subtotals[key])
  const sum = (of: 'fullYear' | 'presentValue') => all.reduce((total, one) => total + one[of], 0)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('businessCase.classHead')}</th>
          <th scope="col" className="number">
            {t('businessCase.fullYear')}
          </th>
          <th scope="col" className="number">
            {t('businessCase.presentValue')}
          </th>
        </tr>
      </thead>
      <tbody>
        {classes.map(([word, key]) => (
          <tr key={key}>
            <th scope="row">{t(`businessCase.class.${word}`)}</th>
            <td className="number">{format.money(result.subtotals[key].fullYear, currency)}</td>
            <td className="number">{format.money(result.subtotals[key].presentValue, currency)}</td>
          </tr>
        ))}
        <tr className={styles.sum}>
          <th scope="row">{t('businessCase.total')}</th>
          <td className="number">{format.money(sum('fullYear'), currency)}</td>
          <td className="number">{format.money(sum('presentValue'), currency)}</td>
        </tr>
      </tbody>
    </table>
  )
}
