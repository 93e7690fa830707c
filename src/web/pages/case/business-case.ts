import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../data/call.ts'

/** The business case as the server says it. */
export type BusinessCase = Answered<'GET /api/organizations/:organization/case'>
export type Result = NonNullable<BusinessCase['result']>
export type Assumption = BusinessCase['assumptions'][number]
export type Line = BusinessCase['lines'][number]

/** How a case is read; kept in the address. */
export type Reading = Readonly<{
  soft: 'on' | 'off'
  certificate: 'on' | 'off'
  only: 'all' | 'inside IT'
  freedTime: 'assumed' | 'off' | number
}>

/** The reading that an address asks for. */
export function readingOf(said: Readonly<Record<string, string>>): Reading {
  const share = Number(said.freed)
  return {
    soft: said.soft === 'off' ? 'off' : 'on',
    certificate: said.certificate === 'off' ? 'off' : 'on',
    only: said.only === 'it' ? 'inside IT' : 'all',
    freedTime: said.freed === 'off' ? 'off' : shareOr(said.freed === undefined ? Number.NaN : share),
  }
}

function shareOr(share: number): Reading['freedTime'] {
  return share >= 0 && share <= 1 ? share : 'assumed'
}

/** The unit of an assumption with the currency of the case in it. */
export function unitIn(unit: string, currency: string): string {
  return unit.replace(/\bEUR\b/, currency)
}

/** Writes money in thousands or millions, as axes have it. */
export function useShortMoney(): (value: number) => string {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const write = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 })
    return (value) => write.format(value)
  }, [i18n.language])
}

/** Whether an assumption is fit to be read by others. */
export type AssumptionState = 'not needed' | 'missing value' | 'no source' | 'complete'

export function stateOf({ neededBy, value }: Assumption): AssumptionState {
  if (neededBy.length === 0) return 'not needed'
  if (!value) return 'missing value'
  return value.source.trim() === '' ? 'no source' : 'complete'
}

/** A value that is taken over into an assumption, with where it comes from. */
export type Taken = Readonly<{ low: number; base: number; high: number; source: string }>
