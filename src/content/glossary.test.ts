import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openGlossary, readGlossary } from './glossary.ts'

const home = join(import.meta.dirname, '../..')

test('our own glossary has the same words in every language, none called like another', () => {
  const { value, problems } = readGlossary(join(home, 'content'))

  assert.deepEqual(problems, [])
  assert.ok(value.en.length >= 50)
})

test('the words are in the alphabet of their language', () => {
  const { de } = openGlossary(join(home, 'content'))
  const names = de.map(({ term }) => term)

  assert.deepEqual(names, names.toSorted(new Intl.Collator('de').compare))
})

test('every word that a page explains is in the glossary', () => {
  const known = new Set(openGlossary(join(home, 'content')).en.map(({ id }) => id))
  const web = join(home, 'src/web')
  const explained = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => [
      ...readFileSync(join(web, path), 'utf8').matchAll(/(?:\bterm="|\bterm: '|<Term of=")([a-z0-9-]+)/g),
    ])
    .map(({ 1: id = '' }) => id)

  assert.ok(explained.length >= 20)
  assert.deepEqual(
    explained.filter((id) => !known.has(id)),
    [],
  )
})

test('a language that misses a word, has one more, or calls two things alike is a problem with its file', () => {
  const content = mkdtempSync(join(tmpdir(), 'clausewise-glossary-'))
  mkdirSync(join(content, 'glossary'))
  const says = 'says: What it means here, in some words'
  const write = (language: string, ...terms: readonly string[]) =>
    writeFileSync(
      join(content, 'glossary', `${language}.yaml`),
      terms.map((id) => `${id.split(' ')[0]}:\n  term: ${id.split(' ').at(-1)}\n  ${says}\n`).join(''),
    )
  write('en', 'gap', 'gate')
  write('de', 'gap Luecke')
  write('fr', 'gap', 'gate', 'bond')
  write('it', 'gap stesso', 'gate stesso')
  const problems = readGlossary(content).problems.map(({ message, where }) => [where?.file, message])
  rmSync(content, { recursive: true })

  const file = (language: string) => join(content, 'glossary', `${language}.yaml`)
  assert.deepEqual(problems, [
    [file('de'), 'The glossary misses gate, which English has.'],
    [file('fr'), 'The glossary has bond, which English has not.'],
    [file('it'), 'The glossary calls two things stesso.'],
  ])
})
