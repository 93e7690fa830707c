import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startSite } from './try-site.ts'

const site = await startSite()
after(site.close)

test('the words of registers come in the language that is asked for, and English has none', async () => {
  const ask = async (language: string) =>
    JSON.parse((await site.browser().get(`/api/register-words?language=${language}`)).body).words

  const [english, german, french] = await Promise.all([ask('en'), ask('de'), ask('fr')])

  assert.deepEqual(english, {})
  assert.equal(german['Go live'], 'In Betrieb nehmen')
  assert.equal(french['Go live'], 'Mettre en service')
  assert.equal(german['resistance: Measure'], 'Maßnahme')
  assert.equal(german.Measure, 'Messgröße')
})
