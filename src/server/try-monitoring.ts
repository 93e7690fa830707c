import assert from 'node:assert/strict'
import { openLibrary } from '#content/library.ts'
import type { Collected } from '#evidence/collected.ts'
import { keepCollection } from '#evidence/collection-store.ts'
import type { OwnAnswer } from '#monitoring/library.ts'
import { watchCollection } from '#monitoring/watch-store.ts'
import type { World } from './call.ts'
import type { TryOrganization } from './try-assessment.ts'
import { watchingOf } from './watching.ts'

/** Eleven months around five of a hundred, and one that runs. */
export const calm = [5, 6, 4, 5, 6, 4, 5, 6, 4, 5, 6, 4]

const month = (at: number) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`

/** Collections for tests, in which one KPI that is a share has so many of a hundred in each month from January 2024. */
export function collecting(world: World, kpi: string) {
  const { measures } = openLibrary(world.content).questions
  const { id: measure, about } = measures.find((one) => one.about.aka.includes(kpi)) ?? assert.fail()

  /** dataUntil: to which day the data reach. */
  const collectedWith = (parts: readonly number[], dataUntil: string): Collected => ({
    period: { from: '2024-01-01', to: '2026-01-01' },
    dataFrom: '2024-01-01 00:00:00',
    dataUntil,
    dataHash: `hash of ${parts.length} ${dataUntil}`,
    packVersion: '1.0.0',
    results: [],
    conformance: [],
    measures: [
      {
        id: measure,
        title: about.title,
        claim: about.claim,
        process: about.process,
        answers: 'share',
        unit: about.unit,
        direction: about.direction,
        headline: false,
        aka: [kpi],
        points: parts.map((part, at) => ({ period: month(at), part, whole: 100, n: 100 })),
        knownGaps: [],
        sqlHash: 'x',
      },
    ],
  })

  /** own: what the own selects answered to it. */
  const collect = async (
    of: TryOrganization,
    collected: Collected,
    own: ReadonlyMap<string, OwnAnswer> = new Map(),
  ) => {
    const id = crypto.randomUUID()
    const actor = { kind: 'system', id: undefined, name: 'jobs', organization: of.id, role: 'owner' } as const
    return world.records.within({ organization: of.id }, async (tx) => {
      const about = { organization: of.id, id, importId: undefined, at: world.now(), by: 'Ada' }
      await keepCollection(tx, about, collected)
      return watchCollection(tx, actor, watchingOf(world, of.id), own)
    })
  }
  return { measure, collectedWith, collect }
}
