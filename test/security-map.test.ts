import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'

/** The map of OWASP ASVS 5.0: every requirement of level 1 and 2 is held by something that exists, or it is said why not. */
const root = new URL('../', import.meta.url)
const asvs = new URL('../shared/schemas/asvs-5.0.0.flat.json', root)

const Line = z.strictObject({
  level: z.union([z.literal(1), z.literal(2)]),
  is: z.enum(['held', 'not here', 'operator', 'open']),
  by: z.array(z.string()).optional(),
  says: z.string().min(5),
})
const text = readFileSync(new URL('docs/security/asvs.yaml', root), 'utf8')
const map = z.record(z.string(), Line).parse(parse(text, { uniqueKeys: true }))

test('what is held is held by files that are there, and nothing else claims any', () => {
  const wrong = Object.entries(map).flatMap(([id, { is, by = [] }]) => {
    if ((is === 'held') !== by.length > 0) return [`${id}: held, or by, is missing`]
    return by.filter((path) => !existsSync(new URL(path, root))).map((path) => `${id}: ${path}`)
  })

  assert.deepEqual(wrong, [])
})

test('a good part of what is held is held by tests', () => {
  const held = Object.values(map).filter(({ is }) => is === 'held')
  const tested = held.filter(({ by = [] }) => by.some((path) => path.endsWith('.test.ts')))

  assert.ok(tested.length * 5 > held.length * 2, `${tested.length} of ${held.length}`)
})

test('every requirement of level 1 and 2 stands there once, under its level, in words of our own', {
  skip: existsSync(asvs) ? false : 'needs ../shared/schemas',
}, () => {
  const { requirements } = JSON.parse(readFileSync(asvs, 'utf8')) as {
    requirements: { req_id: string; L: string; req_description: string }[]
  }
  const wanted = requirements.filter(({ L }) => L !== '3')

  assert.deepEqual(
    Object.fromEntries(Object.entries(map).map(([id, { level }]) => [`V${id}`, String(level)])),
    Object.fromEntries(wanted.map(({ req_id, L }) => [req_id, L])),
  )
  assert.deepEqual(
    wanted
      .filter(({ req_description }) => text.includes(req_description.slice(0, 60)))
      .map(({ req_id }) => req_id),
    [],
  )
})
