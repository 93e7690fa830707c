import type { Data, Fault } from './definition.ts'

/** The share of the audience that was reached, in per cent. */
export function reachMessage({ reached, audience_size: size }: Data): Data {
  if (typeof reached !== 'number' || typeof size !== 'number') return { reach: undefined }
  return { reach: Math.round((1000 * reached) / size) / 10 }
}

/** A time is one, a repetition comes later, and nobody reaches more people than there are. */
export function examineMessage({
  at,
  on,
  repeat_on: again,
  reached,
  involved,
  audience_size: size,
}: Data): readonly Fault[] {
  const faults: Fault[] = []
  if (at !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(String(at)))
    faults.push({ field: 'at', message: `${String(at)} is no time: write it as 09:30` })
  if (typeof on === 'string' && typeof again === 'string' && again <= on)
    faults.push({ field: 'repeat_on', message: 'comes after the first day' })
  for (const [field, value] of [
    ['reached', reached],
    ['involved', involved],
  ] as const)
    if (typeof value === 'number' && typeof size === 'number' && value > size)
      faults.push({ field, message: `are more than the ${size} people of the audience: correct one of them` })
  return faults
}
