import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSentences, say } from '#content/sentences.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { reasonOf } from './reason.ts'

test('what the data do not hold is said in the language, and every other reason as it stands', () => {
  const german = openSentences(pack, 'strategy-framework', 'de')
  const speak = (key: string, places: Readonly<Record<string, string>>) => say(german, key, places)

  assert.equal(reasonOf('not supplied: audit', speak), 'nicht in den gelesenen Daten: audit')
  assert.equal(reasonOf('the share is below the threshold', speak), 'the share is below the threshold')
})
