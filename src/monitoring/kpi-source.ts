import type { Kpi } from '#content/guides.ts'
import type { Questions } from '#content/pack.ts'
import { isAskedByMonth } from '#evidence/check-months.ts'
import { registerFigures } from './register-figures.ts'
import type { Direction } from './target.ts'

/** What gives the figures of a KPI; nobody: what it needs is not supplied. */
export type KpiSource = Readonly<
  | {
      by: 'measure' | 'check' | 'registers' | 'own'
      id: string
      answers: 'share' | 'value'
      unit: string
      /** One figure of the day on which it is computed, and not one for each month. */
      isAsOf: boolean
      /** Which way is good for these figures: the share of a check is always better when it is higher. */
      direction: Direction
      /** The measure of files that says the same, for where there are no registers at all. */
      orMeasure?: string
    }
  | { by: 'nobody'; needs: string }
>

/** Where each KPI of the library gets its figures: the measure or check that names it, what registers hold, or nowhere. */
export function sourcesOf(
  kpis: readonly Kpi[],
  { measures, checks }: Pick<Questions, 'measures' | 'checks'>,
): ReadonlyMap<string, KpiSource> {
  const byNumber = new Map<string, KpiSource>()
  for (const check of checks)
    for (const name of check.about.aka)
      byNumber.set(name, {
        by: 'check',
        id: check.id,
        answers: 'share',
        unit: '%',
        isAsOf: !isAskedByMonth(check),
        direction: 'up',
      })
  for (const { id, about } of measures)
    for (const name of about.aka)
      byNumber.set(name, {
        by: about.registers ? 'registers' : 'measure',
        id: about.registers ?? id,
        ...(about.registers ? { orMeasure: id } : {}),
        answers: about.answers,
        unit: about.unit,
        isAsOf: about.registers !== undefined,
        direction: about.direction,
      })
  return new Map(kpis.map((kpi) => [kpi.id, byNumber.get(kpi.id) ?? withoutQuestion(kpi)]))
}

function withoutQuestion({ id, facts, needs, unit, direction }: Kpi): KpiSource {
  const reader = facts === undefined ? undefined : registerFigures.find((one) => one.id === facts)
  if (reader)
    return {
      by: 'registers',
      id: reader.id,
      answers: reader.answers,
      unit: reader.unit ?? unit,
      isAsOf: true,
      direction,
    }
  return { by: 'nobody', needs: needs ?? `Nothing says how ${id} is computed.` }
}
