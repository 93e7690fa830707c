import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { follow, type House, join } from './house.ts'

const seed = '20000'

/** The first hour of an internal auditor: a sample that anybody can draw again. */
export function internalAuditor(house: () => House): void {
  test('an internal auditor draws 59 with the seed 20000 twice and gets the same records', async () => {
    const page = await join(house(), 'Ines Audit', 'internal auditor')

    await follow(page, 'Evidence')
    const first = await drawSample(page, 'First draw')
    await follow(page, 'Evidence')
    const second = await drawSample(page, 'Second draw')

    assert.equal(first.length, 59)
    assert.deepEqual(second, first)
    assert.equal(new Set(first).size, 59)
    await page.getByText('Drawn again just now: the same 59 records in the same order.').waitFor()
    await page.getByRole('listitem').filter({ hasText: 'Holds the same records as First draw' }).waitFor()
    await page.close()
  })
}

/** Draws closed normal changes by the form, as many as discovery sampling asks for, and gives their numbers in order. */
export async function drawSample(page: Page, name: string): Promise<readonly string[]> {
  await page.getByRole('link', { name: /^(Samples|Draw a sample)$/ }).click()
  const form = page.getByRole('region', { name: 'Draw a sample' })
  await form.getByLabel('Drawn from').selectOption('Closed normal changes')
  await form.getByLabel('Seed').fill(seed)
  await form.getByLabel('Name').fill(name)
  await form.getByRole('button', { name: 'Draw' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  return rowsOf(page, 'Records drawn')
}

/** The names of all rows of a long table, which shows only those in sight: scrolled through from top to end. */
async function rowsOf(page: Page, label: string): Promise<readonly string[]> {
  const table = page.getByRole('table', { name: label })
  const heads = table.getByRole('rowheader')
  await heads.first().waitFor()
  const whole = Number(await table.getAttribute('aria-rowcount')) - 1
  const seen = new Set<string>()
  for (let turn = 0; seen.size < whole && turn < 50; turn += 1) {
    for (const one of await heads.allInnerTexts()) seen.add(one)
    await heads.last().scrollIntoViewIfNeeded()
    await page.waitForTimeout(50)
  }
  return [...seen]
}
