import { Refusal } from '#base/refusal.ts'
import type { Knowledge } from './ingested.ts'
import type { Mapping } from './mapping.ts'

/** Every ticket type and state that a mapping file names must be one that the pack knows. */
export function checkWords(mapping: Mapping, { recognition, models }: Knowledge): void {
  const types = Object.keys(recognition.ticket_types)
  const named = [
    ...mapping.files.flatMap(({ type }) => type ?? []),
    ...Object.values(mapping.types),
    ...Object.keys(mapping.states),
  ]
  const strange = named.find((type) => !types.includes(type))
  if (strange !== undefined) {
    throw new Refusal(
      'invalid',
      `The mapping file names the ticket type "${strange}", which is none of ours. Write one of: ${types.join(', ')}.`,
    )
  }
  for (const [type, states] of Object.entries(mapping.states)) {
    const known = models.find(({ id }) => id === type)?.states.map(({ id }) => id)
    const wrong = Object.entries(states).find(([, state]) => !known?.includes(state))
    if (known === undefined || wrong === undefined) continue
    const [native, state] = wrong
    throw new Refusal(
      'invalid',
      `The mapping file reads the ${type.replaceAll('_', ' ')} status "${native}" as "${state}", which is no state of that process. Write one of: ${known.join(', ')}.`,
    )
  }
}
