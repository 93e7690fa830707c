import type { Area } from './coverage.ts'

/** What speaks for auditing an area: how important it is, what is open in it, and what was found before. */
export type AreaFacts = Readonly<{
  area: Area
  requirements: number
  high: number
  /** Gaps of the assessment, and conformity checks that fail. */
  majorGaps: number
  otherGaps: number
  failingChecks: number
  /** Nonconformities of audits in the last three years. */
  majorFindings: number
  minorFindings: number
  lastHeldOn: string | undefined
}>

/** How often an area is audited in the three years. */
export type Priority = 'every year' | 'twice' | 'once'

/** An area with its points, and what they were given for. */
export type Ranked = Readonly<{
  facts: AreaFacts
  points: Readonly<{ importance: number; risk: number; results: number; total: number }>
  priority: Priority
}>

/** A proposed audit: which clauses, when, and why. */
export type ProposedAudit = Readonly<{
  key: string
  year: number
  plannedOn: string
  clauses: readonly string[]
  areas: readonly Ranked[]
}>

/** The points from which an area is audited every year, or twice in the three years. */
const yearly = 5
const twice = 3
/** Areas that one audit covers at most. */
const mostAreas = 4

/**
 * The rule: importance 0 to 3 (share of requirements of high criticality), risk 0 to 3 (a major gap 3; otherwise one point for
 * open gaps, one for three and more, one for failing checks), earlier results 0 to 3 (a major 3, minors 1 or 2, never audited 1).
 * 5 points and more: every year; 3 and more: twice; else once. In the first year everything is audited, because every clause
 * has to be audited before stage 2.
 */
export function rankArea(facts: AreaFacts): Ranked {
  const importance = Math.min(3, Math.round((3 * facts.high) / Math.max(1, facts.requirements)))
  const open = facts.majorGaps + facts.otherGaps
  const risk =
    facts.majorGaps > 0 ? 3 : Number(open > 0) + Number(open >= 3) + Number(facts.failingChecks > 0)
  const minors = Math.min(2, facts.minorFindings)
  const results =
    facts.majorFindings > 0 ? 3 : minors + Number(facts.lastHeldOn === undefined && minors === 0)
  const total = importance + risk + results
  return { facts, points: { importance, risk, results, total }, priority: priorityOf(total) }
}

function priorityOf(total: number): Priority {
  if (total >= yearly) return 'every year'
  return total >= twice ? 'twice' : 'once'
}

/** The proposal for three years from a day on; the first year ends before stage 2 where its day is known. */
export function proposeProgramme(
  areas: readonly AreaFacts[],
  { on, stage2On }: Readonly<{ on: string; stage2On: string | undefined }>,
): readonly ProposedAudit[] {
  const ranked = areas.map(rankArea)
  return [0, 1, 2].flatMap((year) => {
    const due = ranked.filter(({ priority }) => isDue(priority, year))
    const parts = inParts(due)
    const [from, to] = spanOf(year, on, stage2On)
    return parts.map((part, at) => ({
      key: `${year + 1}-${at + 1}`,
      year: year + 1,
      plannedOn: between(from, to, (at + 1) / (parts.length + 1)),
      clauses: part.flatMap(({ facts }) => facts.area.clauses),
      areas: part,
    }))
  })
}

function isDue(priority: Priority, year: number): boolean {
  if (year === 0 || priority === 'every year') return true
  return priority === 'twice' && year === 2
}

/** Areas in the order of the standard, a few to an audit and evenly. */
function inParts(due: readonly Ranked[]): readonly (readonly Ranked[])[] {
  const count = Math.ceil(due.length / mostAreas)
  const size = Math.ceil(due.length / Math.max(1, count))
  return Array.from({ length: count }, (_, at) => due.slice(at * size, (at + 1) * size)).filter(
    (part) => part.length > 0,
  )
}

function spanOf(year: number, on: string, stage2On: string | undefined): readonly [string, string] {
  const from = plusDays(on, 365 * year)
  const to = plusDays(on, 365 * (year + 1))
  return [from, year === 0 && stage2On !== undefined && stage2On > on && stage2On < to ? stage2On : to]
}

function between(from: string, to: string, share: number): string {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return plusDays(from, Math.round(days * share))
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
