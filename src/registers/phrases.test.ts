import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openRegisterWords, readRegisterWords } from '#content/register-words.ts'
import { phraseKeys, phrasesOf } from './phrases.ts'
import { registers } from './registers.ts'

const content = join(import.meta.dirname, '../../content')

test('our own words of the registers have no line that no register uses', () => {
  assert.deepEqual(readRegisterWords(content, phraseKeys()).problems, [])
})

for (const language of ['de', 'fr', 'it'] as const)
  test(`every register says everything in ${language}`, () => {
    const words = openRegisterWords(content)[language]

    const missing = registers.flatMap(({ register }) => {
      const { short, sentences } = phrasesOf(register)
      return [...short, ...sentences]
        .filter((phrase) => words[`${register.id}: ${phrase}`] === undefined && words[phrase] === undefined)
        .map((phrase) => `${register.id}: ${phrase}`)
    })

    assert.ok(phrasesOf(registers[0]?.register ?? assert.fail()).short.size >= 40)
    assert.deepEqual(missing, [])
  })

test('two choices or states of one register are never called alike', () => {
  const alike = (['de', 'fr', 'it'] as const).flatMap((language) => {
    const words = openRegisterWords(content)[language]
    return registers.flatMap(({ register }) => {
      const named = [...register.fields, ...register.fields.flatMap(({ rows = [] }) => rows)]
      return [register.states, ...named.map(({ choices = [] }) => choices)].flatMap((choices) => {
        const said = choices.map((one) => words[`${register.id}: ${one}`] ?? words[one])
        return said.filter((one, at) => said.indexOf(one) !== at).map((one) => `${register.id}: ${one}`)
      })
    })
  })

  assert.deepEqual(alike, [])
})

test('a phrase that no register uses and an empty translation are problems with their file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-register-words-'))
  mkdirSync(join(folder, 'registers'))
  const write = (language: string, ...lines: readonly string[]) =>
    writeFileSync(join(folder, 'registers', `${language}.yaml`), `${lines.join('\n')}\n`)
  write('de', 'Name: Name', "'services: Name': Bezeichnung")
  write('fr', "Name: ''")
  write('it', 'Nom: Nome')
  const problems = readRegisterWords(folder, phraseKeys()).problems.map(({ message }) => message)
  rmSync(folder, { recursive: true })

  assert.equal(problems.length, 2)
  assert.match(problems[0] ?? '', /^Name: /)
  assert.match(problems[1] ?? '', /^No register says “Nom”/)
})
