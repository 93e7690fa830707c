import { daysOfCadence } from '#assessment/evidence-strength.ts'
import type { State } from '#assessment/state-store.ts'
import type { Catalogue } from '#content/catalogue.ts'
import { daysBetween } from './days.ts'
import { type EvidenceAge, type Freshness, freshnessOf } from './preparation.ts'

/** How old the youngest evidence of each applicable requirement is: what was stated, attached, or decided by a check. */
export function ageEvidence(
  { items, statements, links, results, on }: Pick<State, 'items' | 'statements' | 'links' | 'results' | 'on'>,
  { documents }: Pick<Catalogue, 'documents'>,
): EvidenceAge {
  const cadences = cadencesOf(documents)
  const aged = [...items.values()]
    .filter(({ isDerived, counted }) => !isDerived && counted !== 'not_applicable')
    .map(({ requirement, results: checks }) => {
      const days = [
        statements.get(requirement)?.statement.on,
        ...(links.get(requirement) ?? []).map(({ seenOn }) => seenOn),
        ...checks.map((check) => results.get(check)?.period.to.slice(0, 10)),
      ].filter((day) => day !== undefined)
      const last = days.toSorted().at(-1)
      const age = last === undefined ? undefined : daysBetween(last, on)
      return {
        requirement,
        days: age,
        freshness: freshnessOf(age, cadences.get(requirement) ?? yearly),
      }
    })
  const count = (wanted: Freshness) => aged.filter(({ freshness }) => freshness === wanted).length
  return {
    fresh: count('fresh'),
    amber: count('amber'),
    red: count('red'),
    none: count('none'),
    oldest: aged
      .filter(({ freshness }) => freshness !== 'fresh')
      .toSorted((a, b) => (b.days ?? Number.MAX_SAFE_INTEGER) - (a.days ?? Number.MAX_SAFE_INTEGER))
      .slice(0, mostOldest),
  }
}

const yearly = 365
const mostOldest = 50

/** The shortest cadence of the documented information that a requirement demands. */
function cadencesOf(documents: Catalogue['documents']): ReadonlyMap<string, number> {
  const cadences = new Map<string, number>()
  for (const { required_by, cadence } of documents)
    for (const requirement of required_by) {
      const days = daysOfCadence(cadence)
      cadences.set(requirement, Math.min(days, cadences.get(requirement) ?? days))
    }
  return cadences
}
