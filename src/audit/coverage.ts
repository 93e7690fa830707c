import { type Audit, isInScope, isReported } from './audit.ts'

/** A part of the standard that is audited as one. */
export type Area = Readonly<{ id: string; title: string; clauses: readonly string[] }>

/** What was or will be audited of an area in a year. */
export type Covered = Readonly<{
  area: string
  year: number
  audits: readonly Readonly<{
    id: string
    number: number
    title: string
    isHeld: boolean
    isWhole: boolean
  }>[]
}>

/** The matrix of areas and years, with the holes in it. */
export type Coverage = Readonly<{
  years: readonly number[]
  areas: readonly Readonly<{
    area: Area
    cells: readonly Covered[]
    lastHeldOn: string | undefined
    isHole: boolean
  }>[]
}>

/** The three years of the cycle that a day lies in: from the year of the first audit, or from the year of the day. */
export function yearsOfCycle(audits: readonly Audit[], on: string): readonly number[] {
  const thisYear = Number(on.slice(0, 4))
  const first = Math.min(
    thisYear,
    ...audits.filter(({ state }) => state !== 'cancelled').map((audit) => Number(dayOf(audit).slice(0, 4))),
  )
  const start = first + 3 * Math.floor((thisYear - first) / 3)
  return [start, start + 1, start + 2]
}

/** Which area is audited in which year. An area without any audit in the cycle, held or planned, is a hole (9.2.1 a). */
export function coverAreas(
  areas: readonly Area[],
  audits: readonly Audit[],
  years: readonly number[],
): Coverage {
  const counted = audits.filter(({ state, kind }) => state !== 'cancelled' && kind === 'internal')
  return {
    years,
    areas: areas.map((area) => {
      const here = counted.filter(({ clauses }) => touches(area, clauses))
      const cells = years.map((year) => ({
        area: area.id,
        year,
        audits: here
          .filter((audit) => Number(dayOf(audit).slice(0, 4)) === year)
          .map((audit) => ({
            id: audit.id,
            number: audit.number,
            title: audit.title,
            isHeld: isReported(audit),
            isWhole: area.clauses.every((clause) => isInScope(clause, audit.clauses)),
          })),
      }))
      return {
        area,
        cells,
        lastHeldOn: here.filter(isReported).map(dayOf).toSorted().at(-1),
        isHole: !cells.some((cell) => cell.audits.some(({ isWhole }) => isWhole)),
      }
    }),
  }
}

function touches(area: Area, clauses: readonly string[]): boolean {
  return clauses.some(
    (clause) => isInScope(clause, area.clauses) || area.clauses.some((own) => isInScope(own, [clause])),
  )
}

function dayOf({ heldOn, plannedOn }: Audit): string {
  return heldOn ?? plannedOn
}
