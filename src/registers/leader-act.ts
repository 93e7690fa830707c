import type { Data, Fault } from './definition.ts'

/** What leaders do that is counted. */
export const actKinds = ['sponsor task', 'communication', 'taking part', 'decision'] as const

/** What is confirmed was confirmed by somebody else, and says what is needed to count it. */
export function examineAct(data: Data, state: string): readonly Fault[] {
  const { kind, leader, confirmed_by: by, due_on: due, asked_on: asked } = data
  const faults: Fault[] = []
  if (kind === 'sponsor task' && due === undefined)
    faults.push({ field: 'due_on', message: 'a sponsor task is due on a day: write it' })
  if (kind === 'decision' && asked === undefined)
    faults.push({ field: 'asked_on', message: 'a decision was asked for on a day: write it' })
  if (state === 'confirmed' && isSamePerson(leader, by))
    faults.push({
      field: 'confirmed_by',
      message: `${String(leader)} cannot confirm an act of his or her own: name somebody who was there, or the programme office`,
    })
  return faults
}

function isSamePerson(one: unknown, other: unknown): boolean {
  return (
    typeof one === 'string' &&
    typeof other === 'string' &&
    one.trim().toLowerCase() === other.trim().toLowerCase()
  )
}
