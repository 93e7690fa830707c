import type { Data, Fault } from './definition.ts'
import { disordered } from './ways-cost.ts'

/** The share of the conditions of an option that hold, in percent; what is not known does not hold. */
export function judgeConditions({ conditions }: Data): Data {
  const rows = rowsIn(conditions)
  if (rows.length === 0) return { conditions_met: undefined }
  const holding = rows.filter(({ holds }) => holds === 'yes').length
  return { conditions_met: Math.round((100 * holding) / rows.length) }
}

/** An option is not chosen while a condition fails, unless the reason for it is written at that condition. */
export function examineChosen(data: Data, state: string): readonly Fault[] {
  const faults = disordered(data, 'effort_days')
  if (state !== 'chosen') return faults
  const failing = rowsIn(data.conditions).find(
    ({ holds, shown_by: shown }) => holds === 'no' && String(shown ?? '').trim() === '',
  )
  if (!failing) return faults
  const message = `"${String(failing.condition)}" does not hold: say in "Shown by" how that is dealt with before the option is chosen`
  return [...faults, { field: 'conditions', message }]
}

function rowsIn(value: unknown): readonly Data[] {
  return Array.isArray(value)
    ? value.filter((one): one is Data => typeof one === 'object' && one !== null)
    : []
}
