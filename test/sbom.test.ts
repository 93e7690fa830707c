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

/** Of a choice of licences one plain one is enough; of several that all hold, each must be. */
function isPlain(expression: string, path: string): boolean {
  const isKnown = (word: string) => plain.has(word) || exceptions[word]?.test(path) === true
  const choices = expression.replace(/[()]/g, '').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((word) => isKnown(word.trim())))
}

test('no package has a licence that nobody has looked at', () => {
  const surprising = bom.components.filter(
    ({ 'bom-ref': path, licenses }) => !isPlain(licenses[0]?.expression ?? '', path),
  )

  assert.deepEqual(
    surprising.map((one) => `${one['bom-ref']}: ${one.licenses[0]?.expression}`),
    [],
  )
})
