import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import type { Language } from '#base/language.ts'
import { originOf, wholeSnapshot } from '../../test/worlds/snapshot.ts'
import { writeFromSnapshot } from './write-from-snapshot.ts'

/** The texts of the business case workbook of one snapshot in a language. */
async function textsIn(language: Language): Promise<readonly string[]> {
  const bytes = await writeFromSnapshot('business case', originOf(wholeSnapshot(2), { language }))
  const strings = unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array()
  return [
    ...Buffer.from(strings)
      .toString('utf8')
      .matchAll(/<t[^>]*>([^<]*)<\/t>/g),
  ].map(([, text = '']) => text)
}

test('lines and assumptions of the case are said in the language, and the hash of what went in stays the same', async () => {
  const [english, german] = [await textsIn('en'), await textsIn('de')]
  const hashIn = (texts: readonly string[]) => texts.filter((text) => /^[0-9a-f]{64}$/.test(text))

  assert.ok(english.includes('Own time for the programme'))
  assert.ok(german.includes('Eigene Zeit für das Programm'))
  assert.ok(german.includes('Kosten eines eigenen Tages'))
  assert.ok(!german.includes('Own time for the programme'))
  assert.ok(hashIn(english).length > 0)
  assert.deepEqual(hashIn(german), hashIn(english))
})
