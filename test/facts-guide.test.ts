import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readQuestions } from '#content/pack.ts'
import { factsGuide, factsGuidePath } from '../scripts/facts-guide.ts'

const content = join(dirname(dirname(fileURLToPath(import.meta.url))), 'content')

test('the guide to tables and facts says what the pack says', () => {
  const written = readFileSync(factsGuidePath, 'utf8')

  assert.equal(
    written,
    factsGuide(content),
    'docs/facts.md is out of date. Run: node scripts/launch.mjs scripts/facts-guide.ts',
  )
})

test('every table, every fact and every column of the pack is in the guide', () => {
  const guide = factsGuide(content)
  const { tables, facts } = readQuestions(content)
  const described = [
    ...Object.entries(tables.tables),
    ...Object.entries(tables.reference),
    ...facts.map(({ name, about }) => [name, about] as const),
  ]

  const headings = described.map(([name]) => `### ${name}\n`).filter((heading) => !guide.includes(heading))
  const columns = described
    .flatMap(([, { columns }]) => Object.keys(columns))
    .filter((column) => !guide.includes(`| \`${column}\` |`))

  assert.ok(described.length > 50)
  assert.deepEqual(headings, [])
  assert.deepEqual(columns, [])
})
