import assert from 'node:assert/strict'
import { test } from 'node:test'
import { follow, type House, join, sentenceOf } from './house.ts'

const wanted = 'Share of request time spent waiting for approval'

/** The first hour of a service desk lead: how long requests wait for others. */
export function serviceDeskLead(house: () => House): void {
  test('a service desk lead finds the share of request time spent waiting for approval, on four ways', async () => {
    const page = await join(house(), 'Selma Lead', 'service desk lead')
    const answers: string[] = []
    const read = async () => {
      await page.getByRole('heading', { level: 1, name: wanted }).waitFor()
      answers.push(await sentenceOf(page))
    }

    await follow(page, 'Today')
    await page.getByRole('link', { name: wanted }).click()
    await read()
    await follow(page, 'Evidence')
    await page.getByRole('link', { name: 'Measures' }).click()
    // Both pages have this filter: the one before must be gone.
    await page.getByRole('table', { name: 'Checks and their verdicts' }).waitFor({ state: 'detached' })
    await page.getByRole('combobox', { name: 'Filter by Process' }).selectOption('Service request')
    await page.getByRole('link', { name: wanted }).click()
    await read()
    await follow(page, 'Evidence')
    await page.getByRole('link', { name: 'Conformance' }).click()
    await page.getByRole('link', { name: 'Service request', exact: true }).click()
    await page.getByRole('link', { name: wanted }).click()
    await read()
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: /^Search/ }).fill('waiting for approval')
    await page.getByRole('option', { name: wanted }).waitFor()
    await page.keyboard.press('Enter')
    await read()

    assert.match(answers[0] ?? '', /^\d+(\.\d)?% in \w+ \d{4} \(n = [\d,]+\)/)
    assert.equal(new Set(answers).size, 1)
    await page.close()
  })
}
