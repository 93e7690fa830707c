import type { Data, Fault } from './definition.ts'

/** The field that names what contributes, for each kind. */
const fieldOf = {
  service: 'service',
  requirement: 'requirement',
  KPI: 'measure',
  objective: 'objective',
  initiative: 'initiative',
} as const

/** A contribution names what its kind says, and nothing else. */
export function examineContribution(data: Data): readonly Fault[] {
  const kind = data.kind as keyof typeof fieldOf // its choices are these
  return Object.entries(fieldOf).flatMap(([one, field]): Fault[] => {
    const isFilled = data[field] !== undefined
    if (one === kind && !isFilled)
      return [{ field, message: `must be filled: the contribution is of a ${kind}` }]
    if (one !== kind && isFilled)
      return [
        { field, message: `must be empty: the contribution is of a ${kind}, or choose ${one} as its kind` },
      ]
    return []
  })
}
