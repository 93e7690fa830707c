import type { AssumptionKind } from '#content/finance.ts'
import type { RoadmapOutlook } from '#roadmap/outlook.ts'

/** What other parts of the programme plan for an assumption: its value in the unit of the assumption, and who says so. */
export type Planned = Readonly<{ value: number; by: 'roadmap' | 'training'; from?: string; to?: string }>

/** Training that lies ahead: how many people, how many hours of learning in all. */
export type TrainingAhead = Readonly<{ persons: number; hours: number }>

/** The plans that a case can be held against; absent where nothing is planned yet. */
export type Plans = Readonly<{ roadmap?: RoadmapOutlook | undefined; training?: TrainingAhead | undefined }>

/** What is planned for an assumption; undefined where it follows from no plan, or there is none yet. */
export function plannedFor(kind: AssumptionKind, { roadmap, training }: Plans): Planned | undefined {
  if (kind.from_adoption === 'training hours' && training && training.persons > 0)
    return { value: rounded(training.hours / training.persons), by: 'training' }
  if (kind.from_roadmap === undefined || !roadmap) return undefined
  const wanted = kind.from_roadmap === 'effort' ? 'internal' : 'external'
  const value = roadmap.effort
    .filter((one) => one.kind === wanted)
    .reduce((sum, { personDays }) => sum + personDays, 0)
  return { value: rounded(value), by: 'roadmap', from: roadmap.plannedStart, to: roadmap.plannedFinish }
}

/** Whether a value leaves the plan by more than a tenth. */
export function leavesPlan(value: number, { value: planned }: Planned): boolean {
  return Math.abs(value - planned) > 0.1 * planned
}

function rounded(value: number): number {
  return Math.round(10 * value) / 10
}
