import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { Refusal } from '#base/refusal.ts'
import { demandLanguage, openSentences, say, sayCounted, sentenceProblems, sentencesOf } from './sentences.ts'

let pack: string

beforeEach(() => {
  pack = mkdtempSync(join(tmpdir(), 'clausewise-sentences-'))
  write('every/en', ['note.incomplete: Some of it is English.'])
  write('letter/en', ['title: A letter to {name}', 'days.one: one day', "days.other: '{count} days'"])
})

afterEach(() => rmSync(pack, { recursive: true, force: true }))

test('the sentences of our own pack have no problem', () => {
  assert.deepEqual(sentenceProblems(join(import.meta.dirname, '../../content')), [])
})

test('a language that lacks a sentence says it in English, and it is known which', () => {
  write('letter/de', ['title: Ein Brief an {name}', 'days.one: ein Tag', "days.other: '{count} Tage'"])
  const german = openSentences(pack, 'letter', 'de')

  assert.equal(say(german, 'title', { name: 'Δημήτρης' }), 'Ein Brief an Δημήτρης')
  assert.equal(say(german, 'note.incomplete'), 'Some of it is English.')
  assert.deepEqual(german.missing, ['note.incomplete'])
})

test('a language without a file is English with every key missing', () => {
  const italian = openSentences(pack, 'letter', 'it')

  assert.equal(say(italian, 'title', { name: 'Ada' }), 'A letter to Ada')
  assert.deepEqual(italian.missing, ['note.incomplete', 'title', 'days.one', 'days.other'])
  assert.deepEqual(openSentences(pack, 'letter', 'en').missing, [])
})

test('each language counts in its own way: French says nothing as one, English as many', () => {
  const english = { 'days.one': '{count} day', 'days.other': '{count} days' }
  const french = sentencesOf('fr', english, { 'days.one': '{count} jour', 'days.other': '{count} jours' })
  const counts = [0, 1, 2, 1_000_000]
  const told = (sentences: typeof french) =>
    counts.map((count) => sayCounted(sentences, 'days', count, { count: String(count) }))

  assert.deepEqual(told(french), ['0 jour', '1 jour', '2 jours', '1000000 jours'])
  assert.deepEqual(told(sentencesOf('en', english, english)), ['0 days', '1 day', '2 days', '1000000 days'])
  assert.deepEqual(told(sentencesOf('fr', english, {})), ['0 days', '1 day', '2 days', '1000000 days'])
})

test('what stands in a place is never read as a place', () => {
  const sentences = sentencesOf('en', { both: '{one} and {two}' }, {})

  assert.equal(say(sentences, 'both', { one: '{two} $1', two: 'x' }), '{two} $1 and x')
})

test('a key or a place that nobody wrote is a fault of the program', () => {
  const english = openSentences(pack, 'letter', 'en')

  assert.throws(() => say(english, 'farewell'), /No document says farewell/)
  assert.throws(() => say(english, 'title'), /title has a place \{name\}/)
})

test('languages are held against English: unknown keys and places that differ, each with its line', () => {
  write('letter/fr', ['days.one: un jour', 'title: Une lettre à {nom}', 'adieu: Adieu'])

  assert.deepEqual(
    sentenceProblems(pack).map(({ where, message }) => [where.line, message.split('. ')[0]]),
    [
      [2, 'title has the places nom, the English sentence has name'],
      [3, 'adieu is no sentence of en.yaml'],
    ],
  )
  assert.throws(() => openSentences(pack, 'letter', 'fr'), Refusal)
})

test('English is whole: its file is there, one and other come together, and nothing is said twice', () => {
  write('memo/de', ['title: Notiz'])
  write('letter/en', ['days.one: one day', 'note.incomplete: Twice', 'Title: A letter'])
  write('every/es', ['hello: Hola'])
  const said = sentenceProblems(pack).map(({ message }) => message.split('. ')[0])

  assert.ok(said.some((one) => one?.startsWith('is missing')))
  assert.ok(said.some((one) => one?.startsWith('is no file of a language')))
  assert.ok(said.some((one) => one?.startsWith('Title: ')))
  write('letter/en', ['days.one: one day', 'note.incomplete: Twice'])
  assert.deepEqual(
    sentenceProblems(pack)
      .filter(({ where }) => where.file.includes('letter'))
      .map(({ message }) => message.split('. ')[0]),
    ['note.incomplete is said by every document', 'days.one stands without days.other'],
  )
})

test('a language that documents are not written in is refused with those that they are', () => {
  assert.equal(demandLanguage('fr'), 'fr')
  for (const word of ['es', 'DE', '', 'toString'])
    assert.throws(() => demandLanguage(word), /Choose one of en \(English\), de \(Deutsch\)/)
})

function write(name: string, lines: readonly string[]): void {
  const path = join(pack, 'documents', `${name}.yaml`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${lines.join('\n')}\n`)
}
