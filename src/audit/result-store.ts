import type { Tx } from '#db/records.ts'
import { openLatestCollection } from '#evidence/collection-store.ts'
import type { Result } from '#evidence/result.ts'
import type { Finding, FrozenResult } from './finding.ts'

/** What the newest collection says, so that it can be kept beside what a person judged on that day. */
export async function latestResults(tx: Tx): Promise<readonly FrozenResult[]> {
  return (await latestDecided(tx)).map(({ frozen }) => frozen)
}

/** What the checks say that stand for a finding: its own, and those that decide on its requirements. */
export async function freezeResults(
  tx: Tx,
  { check, requirements }: Pick<Finding, 'check' | 'requirements'>,
): Promise<readonly FrozenResult[]> {
  const wanted = new Set(requirements)
  return (await latestDecided(tx))
    .filter(
      ({ frozen, result }) =>
        frozen.check === check ||
        (result.purpose === 'conformity' &&
          result.decides.some(({ requirement }) => wanted.has(requirement))),
    )
    .map(({ frozen }) => frozen)
}

/** The results of the newest collection, by the requirements that they decide on. */
export async function resultsByRequirement(tx: Tx): Promise<ReadonlyMap<string, readonly FrozenResult[]>> {
  const pairs = (await latestDecided(tx))
    .filter(({ result }) => result.purpose === 'conformity')
    .flatMap(({ frozen, result }) =>
      [...new Set(result.decides.map(({ requirement }) => requirement))].map((requirement) => ({
        requirement,
        frozen,
      })),
    )
  return new Map(
    [...Map.groupBy(pairs, ({ requirement }) => requirement)].map(([id, found]) => [
      id,
      found.map(({ frozen }) => frozen),
    ]),
  )
}

async function latestDecided(tx: Tx): Promise<readonly Readonly<{ frozen: FrozenResult; result: Result }>[]> {
  const collection = await openLatestCollection(tx)
  const collectedAt = collection?.collectedAt.toISOString() ?? ''
  return (collection?.collected.results ?? []).map((result) => ({
    result,
    frozen: freeze(result, collectedAt),
  }))
}

function freeze(result: Result, collectedAt: string): FrozenResult {
  const { check, title, verdict, population, met, share, threshold, because, period } = result
  return {
    check,
    title,
    verdict,
    population,
    met,
    threshold,
    because,
    period,
    collectedAt,
    ...(share === undefined ? {} : { share }),
  }
}
