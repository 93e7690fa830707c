import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openLibrary } from '#content/library.ts'
import { openStrategy } from '#content/strategy.ts'
import { sectorFrom, tailor } from './tailoring.ts'

const content = fileURLToPath(new URL('../../content', import.meta.url))
const { catalogue } = openLibrary(content)
const { sizes, sectors } = openStrategy(content)
const pack = { sizes, sectors, standard: catalogue.standard, requirements: catalogue.requirements }

test('from 150 to 25 people the effort falls by the published rule, and a quick scan is asked', () => {
  const medium = tailor({ itStaff: 150, sector: undefined }, pack)
  const small = tailor({ itStaff: 25, sector: undefined }, pack)
  const { exponent, factor_min: least } = catalogue.standard.effort_scaling

  assert.equal(medium?.effort.factor, 1)
  assert.equal(small?.effort.factor, Math.max(least, (25 / 150) ** exponent))
  assert.deepEqual([medium?.questions.kind, small?.questions.kind], ['full', 'quick scan'])
  assert.equal(
    small?.questions.count,
    catalogue.requirements.filter(({ quick_scan: isQuick, derived_from: from }) => isQuick && !from).length,
  )
  assert.ok((small?.size.roles_at_least ?? 0) < (medium?.size.roles_at_least ?? 0))
})

test('a profile ends where it says, and the last one has no end', () => {
  const idOf = (itStaff: number) => tailor({ itStaff, sector: undefined }, pack)?.size.id

  assert.deepEqual([29, 30, 499, 500, 90_000].map(idOf), ['small', 'medium', 'medium', 'large', 'large'])
})

test('a sector is found by its id, its title or its words, and by nothing else', () => {
  assert.equal(sectorFrom('luxury retail', sectors), 'retail')
  assert.equal(sectorFrom('Online retail and e-commerce', sectors), 'e-commerce')
  assert.equal(sectorFrom('circus', sectors), undefined)
  assert.equal(tailor({ itStaff: 10, sector: 'retail' }, pack)?.sector?.id, 'retail')
})
