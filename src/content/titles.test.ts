import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { languageCodes } from '#base/language.ts'
import { englishTitles, readTitles, titlesIn } from './titles.ts'

const content = join(import.meta.dirname, '../../content')
const english = englishTitles(content)

test('every title of the pack is said in every language, and none of something that is not there', () => {
  const { value, problems } = readTitles(content, english)

  assert.deepEqual(problems, [])
  assert.deepEqual(Object.keys(value), ['de', 'fr', 'it'])
  assert.equal(Object.keys(english.requirements).length, 306)
})

test('titles are translated: few read like the English ones', () => {
  const { value } = readTitles(content, english)

  for (const said of Object.values(value))
    for (const group of ['clauses', 'requirements', 'kpis', 'checks', 'measures'] as const) {
      const ids = Object.keys(english[group])
      const same = ids.filter((id) => said[group][id] === english[group][id])
      assert.ok(same.length <= ids.length / 20, `${group}: ${same.join(', ')}`)
    }
})

test('a title stands beside its English one by its id; English has none', () => {
  const told = titlesIn(content, 'de')

  assert.deepEqual(told?.titles['8.6.1-a'], [
    [english.requirements['8.6.1-a'], 'Aufgezeichnet und klassifiziert'],
  ])
  assert.deepEqual(
    told?.titles['4']?.map(([title]) => title),
    [english.clauses['4'], english.groups['4']],
  )
  assert.equal(titlesIn(content, 'en'), undefined)
})

test('a title that is missing, and one of nothing, are problems with the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-titles-'))
  cpSync(join(content, 'titles'), join(folder, 'titles'), { recursive: true })
  const path = join(folder, 'titles/fr.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^ {2}KPI-001:/m, '  KPI-999:'))
  const problems = readTitles(folder, english).problems.map(({ message, where }) => [where?.file, message])
  rmSync(folder, { recursive: true })

  assert.deepEqual(problems, [
    [path, 'kpis has no title for KPI-001.'],
    [path, 'kpis has a title for KPI-999, which the pack has not.'],
  ])
  assert.equal(languageCodes.length, 4)
})
