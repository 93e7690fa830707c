import assert from 'node:assert/strict'
import { test } from 'node:test'
import { follow, type House, join, sentenceOf } from './house.ts'

/** The first hour of a process owner: where practice leaves the agreed way, and who does. */
export function processOwner(house: () => House): void {
  test('a process owner finds the most frequent deviation of changes and the team behind it', async () => {
    const page = await join(house(), 'Oskar Holm', 'process owner')

    await follow(page, 'Evidence')
    await page.getByRole('link', { name: 'Conformance' }).click()
    await page.getByRole('table').getByRole('link', { name: 'Change', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Change' }).waitFor()
    const worst = page.getByRole('table', { name: 'Rules that were broken' }).getByRole('row').nth(1)
    const title = await worst.getByRole('link').innerText()
    await worst.getByText(/^\S.* \([\d,]+ of [\d,]+\)$/).waitFor()
    const [tickets = '', team = ''] = await worst.getByRole('cell').allInnerTexts()
    const says = await sentenceOf(page)
    await worst.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    const first = page.getByRole('table', { name: 'Cases that do not meet it' }).getByRole('row').nth(1)

    assert.ok(says.includes(`${title} (${tickets})`), says)
    assert.match(team, /^\S.* \([\d,]+ of [\d,]+\)$/)
    assert.ok(says.includes(team.replace(/ \(.*/, '')), `${says} names no team; the table says ${team}`)
    await first.getByRole('link').first().click()
    await page.getByRole('heading', { name: 'What happened' }).waitFor()
    await page.close()
  })
}
