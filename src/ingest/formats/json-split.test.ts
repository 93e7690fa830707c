import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { JsonSplitter, type Piece } from './json-split.ts'
import { LIMITS } from './limits.ts'

function split(text: string, size: number): Piece[] {
  const bytes = Buffer.from(text)
  const splitter = new JsonSplitter('t.json', LIMITS)
  const pieces: Piece[] = []
  for (let at = 0; at < bytes.length; at += size) pieces.push(...splitter.push(bytes.subarray(at, at + size)))
  splitter.end()
  return pieces
}

const settings = { seed: 20000, numRuns: 300 }
const sizes = fc.integer({ min: 1, max: 50 })

test('the pieces of any array are its elements, however it is cut into chunks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 8 }),
      sizes,
      fc.constantFrom(0, 2),
      (values, size, indent) => {
        const pieces = split(JSON.stringify(values, undefined, indent), size)

        assert.deepEqual(
          pieces.map((piece) => JSON.parse(piece.text)),
          JSON.parse(JSON.stringify(values)),
        )
      },
    ),
    settings,
  )
})

test('the pieces of any object make up the object again', () => {
  const documents = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), {
    maxKeys: 6,
    noNullPrototype: true,
  })

  fc.assert(
    fc.property(documents, sizes, (document, size) => {
      const text = JSON.stringify(document)

      const again = new Map<string, unknown>()
      for (const { under = '', within, key, text: part } of split(text, size)) {
        const known = again.get(under)
        const value: unknown = JSON.parse(part)
        if (within === 'array') again.set(under, [...(Array.isArray(known) ? known : []), value])
        else if (within === 'object')
          again.set(under, Object.fromEntries([...Object.entries(known ?? {}), [key, value]]))
        else again.set(under, value)
      }

      const whole = Object.entries(JSON.parse(text) as object).filter(
        ([, value]) => JSON.stringify(value) !== '{}',
      )
      assert.deepEqual(Object.fromEntries(again), Object.fromEntries(whole))
    }),
    settings,
  )
})

test('each piece knows the line it starts in', () => {
  assert.deepEqual(
    split('{\n"a": [\n1,\n\n2]}', 3).map((piece) => piece.line),
    [3, 5],
  )
})
