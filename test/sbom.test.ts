import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bomOf, readLock } from '../scripts/bill.ts'

const lock = readLock()
const bom = bomOf(lock, '2026-03-01T09:00:00Z')

/** Licences that ask for no more than to be named. */
const plain = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** Used unchanged, as separate files, which is all that their licence asks for. */
const exceptions: Readonly<Record<string, RegExp>> = {
  'MPL-2.0': /^node_modules\/(axe-core|lightningcss(-[a-z0-9-]+)?|@axe-core\/[a-z-]+|@resvg\/[a-z0-9-]+)$/,
}

test('every locked package is a component, with version, address and hash', () => {
  const locked = Object.keys(lock.packages).filter((path) => path !== '')

  assert.deepEqual(
    bom.components.map((one) => one['bom-ref']),
    locked,
  )
  assert.deepEqual(
    bom.components.filter(
      ({ version, purl, hashes }) => !version || !purl.includes('@') || !hashes?.[0]?.content,
    ),
    [],
  )
})

test('what each needs is a component too', () => {
  const refs = new Set<string>(bom.components.map((one) => one['bom-ref']))
  const [own, ...rest] = bom.dependencies

  assert.equal(rest.length, refs.size)
  assert.ok((own?.dependsOn.length ?? 0) > 20)
  assert.deepEqual(
    bom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref)),
    [],
  )
})

test('no package has a licence that nobody has looked at', () => {
  const surprising = bom.components.filter(({ 'bom-ref': path, licenses }) => {
    const expression = licenses[0]?.expression ?? ''
    const words = expression.split(/[()\s]+|\bAND\b|\bOR\b/).filter((word) => word !== '')
    return !words.every((word) => plain.has(word) || exceptions[word]?.test(path))
  })

  assert.deepEqual(
    surprising.map((one) => `${one['bom-ref']}: ${one.licenses[0]?.expression}`),
    [],
  )
})
