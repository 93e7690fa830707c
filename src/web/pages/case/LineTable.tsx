import { Checkbox } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Wrong } from '../../ui/Wrong.tsx'
import type { BusinessCase, Line } from './business-case.ts'
import styles from './Case.module.css'
import { LineForm } from './LineForm.tsx'
import { Wide } from './Wide.tsx'

type TableProps = Readonly<{ businessCase: BusinessCase; side: 'cost' | 'benefit' }>

/** The lines of one side with their amounts by year; what is not in the case stands below. */
export function LineTable({ businessCase, side }: TableProps) {
  const { t } = useTranslation()
  const { settings, lines, result } = businessCase
  const [changed, setChanged] = useState<string>()
  const shown = lines
    .filter((line) => line.side === side)
    .toSorted((one, other) => Number(other.isIn) - Number(one.isIn))
  const open = shown.find(({ id }) => id === changed)
  const years = Array.from({ length: settings.years + 1 }, (_, year) => year)
  return (
    <>
      <Wide label={t(side === 'cost' ? 'businessCase.costs' : 'businessCase.benefits')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('businessCase.inCase')}</th>
              <th scope="col">{t('businessCase.line')}</th>
              {years.map((year) => (
                <th key={year} scope="col" className="number">
                  {t('businessCase.year', { year })}
                </th>
              ))}
              <th scope="col" className="number">
                {t('businessCase.presentValue')}
              </th>
              <th scope="col">
                <span className="unseen">{t('businessCase.change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Row key={line.id} line={line} years={years} currency={settings.currency} open={setChanged} />
            ))}
          </tbody>
          {result && (
            <tfoot>
              <Sum result={result} side={side} currency={settings.currency} />
            </tfoot>
          )}
        </table>
      </Wide>
      {open && (
        <LineForm key={`${open.id} ${open.version}`} line={open} close={() => setChanged(undefined)} />
      )}
    </>
  )
}

type RowProps = Readonly<{
  line: Line
  years: readonly number[]
  currency: string
  open: (line: string) => void
}>

function Row({ line, years, currency, open }: RowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, to, whyNot } = useOrganization()
  const router = useRouter()
  const put = useChange('PUT /api/organizations/:organization/case/lines/:line')
  const { id, title, isIn, amounts, formulas, version, settled, owner } = line
  const reason = whyNot('write the business case')
  const change = () =>
    put.mutate({
      params: { ...params, line: id },
      body: { isIn: !isIn, settled, owner, ...chosenClass(line) },
      ifMatch: version,
    })
  return (
    <tr className={line.partOf || !isIn ? styles.part : undefined}>
      <td>
        <Checkbox
          aria-label={t('businessCase.putIn', { line: title })}
          checked={isIn}
          disabled={reason !== undefined || put.isPending}
          title={reason}
          onChange={change}
        />
      </td>
      <th scope="row">
        <span lang={line.isOwn ? undefined : 'en'}>{title}</span>
        {line.isOwn && <span className="second">, {t('ownLines.own')}</span>}
        {(line.classes.length > 0 || (line.isOwn && line.side === 'benefit')) && (
          <span className="second">
            , {t(`businessCase.class.${line.class as 'hard' | 'freed time' | 'soft'}`)}
          </span>
        )}
        {line.partOf && <span className="second">, {t('businessCase.partOf')}</span>}
        {line.isMandatory && !isIn && <span className="second">, {t('businessCase.mandatory')}</span>}
        {formulas.map(({ part, text }) => (
          <code key={part} className={styles.formula} lang="en">
            {t(`businessCase.part.${part as 'once' | 'yearly' | 'third_year' | 'full_year'}`)}: {text}
          </code>
        ))}
        <Wrong error={put.error} />
      </th>
      {years.map((year) => (
        <td key={year} className="number">
          {amounts ? format.money(amounts.perYear[year] ?? 0, currency) : '–'}
        </td>
      ))}
      <td className="number">{amounts ? format.money(amounts.presentValue, currency) : '–'}</td>
      <td>
        <Act
          size="xs"
          whyNot={reason}
          onClick={() => (line.own ? router.history.push(to.ownLine(id)) : open(id))}
          label={`${t('businessCase.change')}: ${title}`}
        >
          {t('businessCase.change')}
        </Act>
      </td>
    </tr>
  )
}

/** The class as it counts now, where the line has one. */
export function chosenClass(line: Line) {
  const known = (['hard', 'freed time', 'soft'] as const).find((one) => one === line.class)
  return line.classes.length > 0 && known ? { class: known } : {}
}

type SumProps = Readonly<{
  result: NonNullable<BusinessCase['result']>
  side: 'cost' | 'benefit'
  currency: string
}>

function Sum({ result, side, currency }: SumProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const present = side === 'cost' ? result.presentCost : result.presentBenefit
  return (
    <tr className={styles.sum}>
      <td />
      <th scope="row">{t('businessCase.total')}</th>
      {[...result[side].entries()].map(([year, value]) => (
        <td key={year} className="number">
          {format.money(value, currency)}
        </td>
      ))}
      <td className="number">{format.money(present, currency)}</td>
      <td />
    </tr>
  )
}
