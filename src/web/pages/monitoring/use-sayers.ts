import { useMemo } from 'react'
import { useFormat } from '../../ui/format.ts'
import { writerOf } from '../../ui/measure-view.ts'

/** Writes figures of a KPI with its unit, and differences of shares in points. */
export function useSayers() {
  const format = useFormat()
  return useMemo(
    () => ({
      writerOf: (kpi: Readonly<{ answers: 'share' | 'value'; unit: string }>) =>
        writerOf(kpi.answers, kpi.unit, format),
      /** A difference with its sign; of shares in percentage points. */
      differenceOf: (kpi: Readonly<{ answers: 'share' | 'value'; unit: string }>) => (value: number) => {
        const sign = value > 0 ? '+' : ''
        const isShare = kpi.answers === 'share' || kpi.unit === 'share'
        return `${sign}${format.number(isShare ? 100 * value : value)} ${isShare ? 'pp' : kpi.unit}`
      },
    }),
    [format],
  )
}
