import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { planAuditDays } from './audit-days.ts'

const oracle = JSON.parse(
  readFileSync(new URL('../../test/oracle/assessment-oracle.json', import.meta.url), 'utf8'),
)

test('the planning band agrees with each vector', async (t) => {
  for (const vector of oracle.audit_day_planning_band) {
    await t.test(
      `${vector.persons} persons, adjusted by ${vector.adjustments.join(', ') || 'nothing'}`,
      () => {
        const band = planAuditDays(vector.persons, vector.adjustments)

        assert.deepEqual(
          {
            persons: vector.persons,
            adjustments: vector.adjustments,
            applied: Number(band.applied.toFixed(9)),
            limited: band.isLimited,
            low: band.low,
            likely: band.likely,
            high: band.high,
            surveillance_likely: band.surveillance,
            recertification_likely: band.recertification,
          },
          vector,
        )
      },
    )
  }
})
