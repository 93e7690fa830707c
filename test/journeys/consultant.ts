import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { follow, type House, join } from './house.ts'
import { newOrganization } from './programme-manager.ts'

/** A logo of 41 by 13 pixels. */
const logo = {
  name: 'logo.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAACkAAAANCAMAAAADg7fkAAAAA1BMVEV6H1xRm8MdAAAAD0lEQVQoz2NgGAWjAB8AAAIiAAEu82ebAAAAAElFTkSuQmCC',
    'base64',
  ),
}

/** The first hour of a consultant: a second client, apart from the first, a logo, and a report to hand over. */
export function consultant(house: () => House): void {
  test('a consultant begins a second client, gives the first its logo and takes its gap report along as a PDF', async () => {
    const page = await join(house(), 'Carla Consult', 'consultant')

    const second = await newOrganization(page, 'Client Two')
    await follow(page, 'Organization and people')
    await page.getByText('1 person belongs to the organization.').waitFor()
    await follow(page, 'Evidence')
    await page.getByRole('heading', { name: 'No evidence yet' }).waitFor()
    await page.getByRole('button', { name: /Switch to another/ }).click()
    await page.getByRole('menuitem', { name: /Demo organization/ }).click()
    await page.waitForURL(`**/o/${house().organization}/**`)
    await page.getByRole('button', { name: /^Your account/ }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await page.getByLabel('Line on the cover').fill('For the committee of the first client')
    await page.locator('input[type=file][accept*=svg]').setInputFiles(logo)
    await page.getByRole('img', { name: /^Logo of / }).waitFor()
    await page.getByRole('button', { name: 'Save the look' }).click()
    await page.getByText('Saved.').first().waitFor()
    await follow(page, 'Documents')
    await page.getByRole('button', { name: 'Make the gap analysis report' }).click()
    const documents = page.getByRole('table', { name: 'Documents made' })
    const made = documents.getByRole('link', { name: /gap analysis report/i }).first()
    await made.waitFor({ timeout: 180_000 })
    const download = page.waitForEvent('download')
    await made.click()
    const file = readFileSync(await (await download).path())

    assert.notEqual(second, house().organization)
    assert.match((await download).suggestedFilename(), /^gap-analysis-report-\d{4}-\d\d-\d\d\.pdf$/)
    assert.equal(file.subarray(0, 5).toString(), '%PDF-')
    assert.ok(file.length > 100_000, `${file.length} bytes`)
    const drawn = file.toString('latin1')
    assert.match(drawn, /\/Width 41\b/)
    assert.match(drawn, /\/Height 13\b/)
    await page.close()
  })
}
