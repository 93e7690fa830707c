import assert from 'node:assert/strict'
import { test } from 'node:test'
import { follow, type House, join, sentenceOf } from './house.ts'

/** The first hour of a sponsor: one sentence, between two meetings, on a phone. */
export function sponsor(house: () => House): void {
  test('a sponsor reads on a phone in one plain sentence why the date of the certificate is at risk', async () => {
    const page = await join(house(), 'Sven Sponsor', 'sponsor', { width: 390 })

    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    const says = await page.getByRole('region', { name: 'Where we stand' }).getByRole('paragraph').innerText()
    await page.getByRole('link', { name: 'Go to Readiness' }).click()
    await page.getByRole('heading', { level: 1, name: 'Readiness' }).waitFor()
    const first = await sentenceOf(page)

    assert.match(says, /^The date of the certificate, [^.]+, is at risk: [^.]+\.$/)
    assert.doesNotMatch(
      says,
      /\d\.\d|clause|conformit/i,
      'clause numbers and terms of the trade are for later',
    )
    assert.ok(first.startsWith(says), `${first}\ndoes not begin with\n${says}`)
    await page.getByRole('button', { name: 'Menu' }).click()
    await follow(page, 'Today')
    await page.close()
  })
}
