import type { Assessment } from './assess.ts'
import type { Gate } from './gates.ts'
import type { Readiness } from './readiness.ts'
import { daysBetween } from './span.ts'

/** Titles of clauses by number. */
export type ClauseTitles = ReadonlyMap<string, string>

/** Days left until stage 1; negative once it is over, undefined where no day was set. */
export function daysToStage1(stage1On: string | undefined, on: string): number | undefined {
  return stage1On === undefined ? undefined : daysBetween(on, stage1On)
}

/**
 * The sentence that answers "are we ready?", for example
 * "Not ready: 1 major nonconformity in Service continuity management; 41 days to stage 1."
 */
export function sayReadiness(assessment: Assessment, titles: ClauseTitles, days: number | undefined): string {
  const { readiness, proposedReadiness, gates } = assessment
  if (readiness.assessed === 0) return sayUnrated(proposedReadiness, titles, days)
  const head = readiness.label.charAt(0).toUpperCase() + readiness.label.slice(1)
  return `${head}: ${[because(readiness, titles), sayGates(gates), sayDays(days)].filter(Boolean).join('; ')}.`
}

function sayUnrated(proposed: Readiness, titles: ClauseTitles, days: number | undefined): string {
  const rest = sayDays(days)
  const tail = rest === '' ? '.' : `; ${rest}.`
  if (proposed.assessed === 0)
    return `Not known yet: nobody has rated, and no ticket or statement has been looked at${tail}`
  return `Not rated yet. The proposals say ${proposed.label}: ${because(proposed, titles)}${tail}`
}

/** The one thing that holds the index down most. */
function because(readiness: Readiness, titles: ClauseTitles): string {
  const { blocking, systemicClauses, assessed, applicable, caps } = readiness
  if (blocking.length > 0) {
    const clauses = [...new Set(blocking.map((id) => nameOf(id.slice(0, id.lastIndexOf('-')), titles)))]
    const where = clauses.length > 2 ? `${clauses.length} clauses` : clauses.join(' and ')
    return `${count(blocking.length, 'major nonconformity', 'major nonconformities')} in ${where}`
  }
  const [systemic] = systemicClauses
  if (systemic !== undefined)
    return `three or more gaps in ${nameOf(systemic, titles)}${systemicClauses.length > 1 ? ` and ${count(systemicClauses.length - 1, 'other clause', 'other clauses')}` : ''}`
  if (assessed < applicable)
    return `${applicable - assessed} of ${applicable} requirements are not ${readiness.basis === 'ratings' ? 'rated' : 'known'}`
  return caps[0] ?? 'every requirement is met'
}

function sayGates(gates: readonly Gate[]): string {
  const red = gates.filter(({ colour }) => colour === 'red').length
  const grey = gates.filter(({ colour }) => colour === 'grey').length
  if (red > 0) return `${count(red, 'gate is', 'gates are')} red`
  return grey > 0 ? `${count(grey, 'gate is', 'gates are')} not known` : ''
}

function sayDays(days: number | undefined): string {
  if (days === undefined) return ''
  if (days < 0) return `stage 1 was planned ${count(-days, 'day', 'days')} ago`
  return days === 0 ? 'stage 1 is today' : `${count(days, 'day', 'days')} to stage 1`
}

function nameOf(clause: string, titles: ClauseTitles): string {
  const title = titles.get(clause)
  return title === undefined ? clause : `${title} (${clause})`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
