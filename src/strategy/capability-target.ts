import { type Achievement, band, type CapabilityLevel } from '#assessment/capability.ts'
import {
  type AttributeFromData,
  attributeByPurpose,
  attributesFromData,
  hintCapability,
} from '#assessment/capability-from-data.ts'
import { clauseOf } from '#content/requirement.ts'
import type { Result } from '#evidence/result.ts'
import type { Level, Named } from './goal.ts'

/** A process is a clause of three parts in clause 8, such as 8.5.1. */
export type Process = Readonly<{ clause: string; title: string }>

/** A goal with the clauses by which it is supported: its own, those of its theme, those of requirements that contribute. */
export type Supported = Named & Readonly<{ priority: Level | undefined; clauses: readonly string[] }>

/** A level that somebody set instead of the one that follows from goals. */
export type SetTarget = Readonly<{
  level: CapabilityLevel
  reason: string
  version: number
  changedBy: string
  changedAt: string
}>

/** What a target asks of one attribute, and what tickets show of it. Percentages of achievement. */
export type AskedAttribute = Readonly<{
  attribute: AttributeFromData
  /** More than this percentage is asked for: 50 is largely, 85 fully. */
  above: number
  shown: number | undefined
  band: Achievement | undefined
  checks: number
  /** How far it is short, in points; nothing where it is reached or not seen. */
  short: number | undefined
}>

/** One process with its target, where that comes from, and the gap as far as tickets can tell. */
export type CapabilityTarget = Process &
  Readonly<{
    target: CapabilityLevel
    derived: CapabilityLevel
    /** The goals that the derived level follows from. */
    goals: readonly (Named & { readonly priority: Level | undefined })[]
    set: SetTarget | undefined
    attributes: readonly AskedAttribute[]
    standing: 'reached as far as seen' | 'short' | 'not seen'
  }>

/** The level that a goal of this priority asks of the processes behind it; without a goal, that they are performed. */
export const levelByPriority: Readonly<Record<Level, CapabilityLevel>> = { low: 1, medium: 2, high: 3 }
const withoutGoal: CapabilityLevel = 1

/** The attributes that tickets can hint at, with the level each belongs to. */
const levelOf: Readonly<Record<AttributeFromData, CapabilityLevel>> = { '1.1': 1, '2.2': 2, '3.2': 3 }
/** The upper ends of partially and largely. */
const [partially, largely] = [50, 85]

/** The process of a clause, in the manner of the clauses of processes; undefined outside of them. */
export function processOf(clause: string): string | undefined {
  return /^8\.\d+\.\d+/.exec(clause)?.[0]
}

/** Targets of all processes with their gaps. */
export function targetCapabilities(
  processes: readonly Process[],
  goals: readonly Supported[],
  set: ReadonlyMap<string, SetTarget>,
  results: readonly Result[],
): readonly CapabilityTarget[] {
  const attributeOf = attributeByPurpose(results)
  return processes.map((process) => {
    const behind = goals.filter(({ clauses }) => clauses.some((one) => processOf(one) === process.clause))
    const derived = derivedFrom(behind)
    const own = set.get(process.clause)
    const target = own?.level ?? derived
    const decided = results.filter(({ decides }) =>
      decides.some(({ requirement }) => processOf(clauseOf({ id: requirement })) === process.clause),
    )
    const attributes = askedOf(target, hintCapability(decided, attributeOf))
    return {
      ...process,
      target,
      derived,
      goals: behind.map(({ id, number, title, priority }) => ({ id, number, title, priority })),
      set: own,
      attributes,
      standing: standingOf(attributes),
    }
  })
}

function derivedFrom(goals: readonly Supported[]): CapabilityLevel {
  return goals.reduce<CapabilityLevel>(
    (highest, { priority = 'medium' }) =>
      levelByPriority[priority] > highest ? levelByPriority[priority] : highest,
    withoutGoal,
  )
}

/** A level asks its own attributes largely, and those of the levels below it fully. */
function askedOf(
  target: CapabilityLevel,
  hints: ReturnType<typeof hintCapability>,
): readonly AskedAttribute[] {
  return attributesFromData
    .filter((attribute) => levelOf[attribute] <= target)
    .map((attribute) => {
      const hint = hints.find((one) => one.attribute === attribute)
      const above = levelOf[attribute] < target ? largely : partially
      const shown = hint?.percent
      return {
        attribute,
        above,
        shown,
        band: shown === undefined ? undefined : band(shown),
        checks: hint?.checks.length ?? 0,
        // Above means at least one point more: percentages are whole.
        short: shown === undefined || shown > above ? undefined : above + 1 - shown,
      }
    })
}

function standingOf(attributes: readonly AskedAttribute[]): CapabilityTarget['standing'] {
  if (attributes.some(({ short }) => short !== undefined)) return 'short'
  return attributes.some(({ shown }) => shown !== undefined) ? 'reached as far as seen' : 'not seen'
}
