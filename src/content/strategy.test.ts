import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openLibrary } from './library.ts'
import { readStrategy } from './strategy.ts'

const content = fileURLToPath(new URL('../../content', import.meta.url))
const library = openLibrary(content)
const folder = mkdtempSync(join(tmpdir(), 'clausewise-strategy-'))
after(() => rmSync(folder, { recursive: true }))

/** A copy of the content with one text put in the place of another. */
function spoil(file: string, from: string, to: string): readonly string[] {
  const copy = join(folder, crypto.randomUUID())
  mkdirSync(copy)
  for (const part of ['strategy', 'profiles'])
    cpSync(join(content, part), join(copy, part), { recursive: true })
  const text = readFileSync(join(copy, file), 'utf8')
  assert.ok(text.includes(from), `${file} holds no ${from}`)
  writeFileSync(join(copy, file), text.replace(from, to))
  return readStrategy(copy, library).problems.map(
    ({ message, where }) => `${where?.file?.split('/').at(-1)}:${where?.line}: ${message}`,
  )
}

test('the content of strategy and profiles is read without a problem', () => {
  const { value, problems } = readStrategy(content, library)

  assert.deepEqual(problems, [])
  assert.equal(value.phases.length, 4)
  assert.deepEqual(
    value.sizes.map(({ reference_it_staff }) => reference_it_staff),
    [25, 150, 1000],
  )
  assert.ok(value.sectors.length >= 15 && value.capabilities.length >= 40)
})

test('no capability, sector or theme has the id of another', () => {
  const { capabilities, sectors, themes } = readStrategy(content, library).value

  for (const list of [capabilities, sectors, themes])
    assert.equal(new Set(list.map(({ id }) => id)).size, list.length)
})

test('a measure that is not there is told with file and line', () => {
  const [problem = '', ...more] = spoil('strategy/themes.yaml', 'change.success]', 'change.luck]')

  assert.match(problem, /^themes\.yaml:\d+: .*there is no measure change\.luck/)
  assert.deepEqual(more, [])
})

test('a bound without a rule that has one is told at its line', () => {
  const line =
    1 +
    readFileSync(join(content, 'strategy/phases.yaml'), 'utf8')
      .split('\n')
      .findIndex((text) => text.includes('interviews-held'))
  const problems = spoil(
    'strategy/phases.yaml',
    'those who do the work }',
    'those who do the work, at_least: 2 }',
  )

  assert.equal(problems.length, 1)
  assert.match(problems[0] ?? '', new RegExp(`^phases\\.yaml:${line}: .*at_least stands with one of`))
})

test('a column that no table has, a clause that no standard has and sizes that fall are told', () => {
  assert.match(
    spoil('strategy/capabilities.yaml', 'event.actor_id', 'event.mood')[0] ?? '',
    /no column event\.mood/,
  )
  assert.match(spoil('profiles/sectors.yaml', "'8.4.2'", "'8.9'")[0] ?? '', /no clause 8\.9/)
  assert.match(spoil('profiles/sizes.yaml', 'up_to: 499', 'up_to: 20')[0] ?? '', /must rise/)
})
