import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { Rating } from './rating.ts'
import { displayLine, measureReadiness, type RatedItem, type Readiness } from './readiness.ts'

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../test/oracle/${name}.json`, import.meta.url), 'utf8'))
const oracle = read('assessment-oracle')
const added = read('assessment-oracle-added')
const catalogue: readonly Omit<RatedItem, 'rating'>[] = read('catalogue-304').items
const goodFacts = { evidenceShare: 0.97, internalAuditDone: true, managementReviewDone: true }

type Case = (typeof oracle.readiness_cases)[number]

function itemsOf(vector: Case): readonly RatedItem[] {
  const start: Rating = vector.start === 'empty' ? 'not_assessed' : 'conforming'
  return catalogue.map(({ id, clause, criticality }) => {
    const rating = vector.removed_ratings.includes(id) ? 'not_assessed' : (vector.changes[id] ?? start)
    return { id, clause, criticality, rating }
  })
}

function rounded(readiness: Readiness) {
  const to = (digits: number, value: number) => Number(value.toFixed(digits))
  const lowest = readiness.lowestClause
  return {
    index: readiness.index,
    label: readiness.label,
    cap: readiness.cap,
    raw_low: to(2, readiness.rawLow),
    raw_high: to(2, readiness.rawHigh),
    lowest_clause: lowest ? { clause: lowest.clause, score: to(4, lowest.score) } : null,
    assessed_share: to(4, readiness.assessedShare),
  }
}

test('the catalogue of the vectors has its 304 items', () => {
  assert.equal(catalogue.length, oracle.catalogue_size)
})

test('readiness agrees with each vector', async (t) => {
  for (const vector of oracle.readiness_cases) {
    await t.test(vector.name, () => {
      const readiness = measureReadiness(itemsOf(vector), {
        evidenceShare: vector.gates.evidence_share,
        internalAuditDone: vector.gates.internal_audit_done,
        managementReviewDone: vector.gates.management_review_done,
      })

      const { caps, blocking, systemicClauses } = readiness
      assert.deepEqual(
        { ...rounded(readiness), caps, blocking, systemic_clauses: systemicClauses },
        vector.expected,
      )
    })
  }
})

test('readiness agrees with each vector worked out in fractions', async (t) => {
  for (const { name, items, expected } of added.readiness_small) {
    await t.test(name, () => {
      const given = items.map(([id, criticality, rating]: [string, RatedItem['criticality'], Rating]) => {
        return { id, clause: id.slice(0, id.lastIndexOf('-')), criticality, rating }
      })

      assert.deepEqual(rounded(measureReadiness(given, goodFacts)), expected)
    })
  }
})

test('the line shows the majors, the lowest clause, the raw value and both shares', () => {
  const vector = oracle.readiness_cases.find((one: Case) => one.name === 'one major hides behind 99 percent')

  const line = displayLine(measureReadiness(itemsOf(vector), goodFacts))

  assert.equal(
    line,
    'BLOCKED - 1 major, lowest clause 9.2.1 (40 %), index 49 (raw 99.55), assessed 100 %, evidence 97 %',
  )
})

test('the line says that nobody has rated and shows how wide the range still is', () => {
  const items = itemsOf({ start: 'empty', changes: {}, removed_ratings: [] })

  const line = displayLine(measureReadiness(items, { ...goodFacts, evidenceShare: 0 }))

  assert.equal(
    line,
    'NOT READY - nobody has rated, no major, no clause assessed yet, index 0 (raw 0 to 100), assessed 0 %, evidence 0 %',
  )
})

test('an index on proposals is labelled as one', () => {
  const items = itemsOf({ start: 'all conforming', changes: {}, removed_ratings: [] })

  const line = displayLine(measureReadiness(items, goodFacts, 'proposals'))

  assert.equal(
    line,
    'PROPOSED: READY - no major, no clause below 100 %, index 100 (raw 100), proposed 100 %, evidence 97 %',
  )
})

test('a clause that nobody has assessed is not the lowest, and is counted apart', () => {
  const item = (clause: string, rating: Rating): RatedItem => ({
    id: `${clause}-a`,
    clause,
    criticality: 'low',
    rating,
  })
  const looked = [item('8.1', 'partially'), item('8.2', 'conforming')]
  const open = [item('4.1', 'not_assessed'), item('9.3', 'not_assessed'), item('7.1', 'not_applicable')]

  const readiness = measureReadiness([...looked, ...open], goodFacts)

  assert.equal(readiness.lowestAssessedClause?.clause, '8.1')
  assert.equal(readiness.openClauses, 2)
  assert.match(
    displayLine(readiness),
    /lowest assessed clause 8\.1 \(50 %\), 2 clauses not assessed yet, index/,
  )
  assert.match(
    displayLine(measureReadiness([item('8.2', 'conforming'), ...open.slice(0, 1)], goodFacts)),
    /no assessed clause below 100 %, 1 clause not assessed yet, index/,
  )
})

test('303 of 304 assessed does not read as 100 %', () => {
  const items = itemsOf({ start: 'all conforming', changes: {}, removed_ratings: ['8.6.1-a'] })

  assert.match(displayLine(measureReadiness(items, goodFacts)), /assessed 99 %/)
})

const someItems = fc
  .array(fc.constantFrom(...Rating.options), { minLength: 304, maxLength: 304 })
  .map((ratings) => catalogue.map((item, index) => ({ ...item, rating: ratings[index] ?? 'not_assessed' })))
const someFacts = fc.record({
  evidenceShare: fc.double({ min: 0, max: 1, noNaN: true }),
  internalAuditDone: fc.boolean(),
  managementReviewDone: fc.boolean(),
})

test('the index is never above its cap, nor above what is assured', () => {
  fc.assert(
    fc.property(someItems, someFacts, (items, facts) => {
      const readiness = measureReadiness(items, facts)

      assert.ok(readiness.index <= readiness.cap)
      assert.ok(readiness.index <= readiness.rawLow)
      assert.ok(readiness.rawLow <= readiness.rawHigh)
    }),
    { numRuns: 50 },
  )
})

test('one item rated worse never lifts the index', () => {
  fc.assert(
    fc.property(someItems, someFacts, fc.nat(303), (items, facts, at) => {
      const worse = items.map((item, index) =>
        index === at ? { ...item, rating: 'major_nc' as const } : item,
      )
      const assessedBefore = items[at]?.rating !== 'not_assessed' && items[at]?.rating !== 'not_applicable'

      if (assessedBefore) {
        assert.ok(measureReadiness(worse, facts).index <= measureReadiness(items, facts).index)
      }
    }),
    { numRuns: 50 },
  )
})

test('the order of the items changes neither index nor caps', () => {
  fc.assert(
    fc.property(someItems, someFacts, (items, facts) => {
      const [forward, backward] = [items, items.toReversed()].map((list) => measureReadiness(list, facts))

      assert.deepEqual(backward?.caps, forward?.caps)
      assert.equal(backward?.index, forward?.index)
    }),
    { numRuns: 20 },
  )
})
