import assert from 'node:assert/strict'
import { test } from 'node:test'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'

test('every language says the same things as English', () => {
  const wanted = keysOf(en)

  assert.deepEqual([de, fr, it].map(keysOf), [wanted, wanted, wanted])
})

test('every translation has the same places for values as the English text', () => {
  const english = flat(en)
  const differing = [de, fr, it].flatMap((words) =>
    [...flat(words)]
      .filter(([key, text]) => places(text) !== places(english.get(key) ?? ''))
      .map(([key]) => key),
  )

  assert.deepEqual(differing, [])
})

test('no text is empty', () => {
  const empty = [en, de, fr, it].flatMap((words) => [...flat(words)].filter(([, text]) => text.trim() === ''))

  assert.deepEqual(empty, [])
})

function keysOf(words: object): readonly string[] {
  return [...flat(words).keys()].sort()
}

function flat(words: object, before = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[before + key, value]] : [...flat(value as object, `${before}${key}.`)],
    ),
  )
}

function places(text: string): string {
  return [...text.matchAll(/\{\{(\w+)/g)]
    .map(({ 1: name = '' }) => name)
    .sort()
    .join(' ')
}
