import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { links } from '../../src/web/links.ts'
import { financeOracle } from '../oracle/finance.ts'
import { findBarriers } from './axe.ts'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { type Site, startSite } from './site.ts'

/** The finance partner of the first hour: gives the worked example to an empty case, turns off soft benefits and reads NPV P10. */
describe('the business case in the browser', { skip: noBrowser }, () => {
  let site: Site
  let browser: Browser
  let page: Page
  let complaints: readonly string[]
  let organization: string

  before(async () => {
    site = await startSite()
    browser = await openBrowser()
    const opened = await openPage(browser, site.url)
    page = opened.page
    complaints = opened.complaints
    await page.goto(site.startLink)
    await page.getByLabel('Your name').fill('Isabel Ferrer')
    await page.getByLabel('E-mail address').fill('isabel@example.org')
    await page.getByLabel('Password', { exact: true }).fill('seven blue herons fly')
    await page.getByLabel('My own organization').check()
    await page.getByLabel('Name of the organization').fill('Maison Clément')
    await page.getByRole('button', { name: 'Start empty' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor()
    organization = /\/o\/([^/]+)\//.exec(page.url())?.[1] ?? ''
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  const follow = (name: string) =>
    page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click()
  const tab = (name: string) =>
    page.getByRole('navigation', { name: 'Parts of the business case' }).getByRole('link', { name }).click()

  test('an empty case says what to do first, and is set up with one button', async () => {
    await follow('Business case')
    await page.getByRole('button', { name: 'Set up the business case' }).click()

    await page.getByRole('heading', { name: /values are missing/ }).waitFor()
  })

  test('a value below zero is refused by the name of its assumption, and nothing is saved', async () => {
    await tab('Assumptions')
    await page.getByRole('link', { name: 'Cost of an own day' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('Low').fill('-1')
    await sheet.getByLabel('Likely').fill('420')
    await sheet.getByLabel('High').fill('480')
    await sheet.getByRole('button', { name: 'Save' }).click()

    await sheet
      .getByRole('alert')
      .getByText(/Cost of an own day: -1 is below zero/)
      .waitFor()
    await sheet.getByLabel('Low').fill('360')
    await sheet.getByLabel('Source').fill('Cost table')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet.waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Cost of an own day.*360.*420.*480/ }).waitFor()
  })

  test('with the other values given the page leads with the range', async () => {
    await giveTheWorkedExample(page, organization)
    await page.reload()
    await tab('Result')

    await page.getByText(/eight of ten courses/).waitFor()
    const p10 = await readMoney(page)
    assert.ok(p10 > 0, `P10 is ${p10}`)
  })

  test('without soft benefits NPV P10 is lower, and it is read from the page', async () => {
    const before = await readMoney(page)
    const old = (await page.getByLabel('NPV P10').textContent()) ?? ''
    await page.getByLabel('Count soft benefits').uncheck()
    await page.waitForURL(/soft=off/)
    await page.getByLabel('NPV P10').filter({ hasNotText: old }).waitFor()

    const without = await readMoney(page)
    assert.ok(without < before, `${without} is not below ${before}`)
  })

  test('an own benefit that is half written is refused by its name; written whole it counts, is left out and put back', async () => {
    await tab('Costs and benefits')
    await page.getByRole('button', { name: 'Add an own line' }).click()
    const sheet = page.getByRole('dialog', { name: 'Add an own line' })
    await sheet.getByLabel('Line', { exact: true }).fill('Reports no longer written by hand')
    await sheet.getByLabel('Cost or benefit', { exact: true }).selectOption('benefit')
    await sheet.getByLabel('Counts as', { exact: true }).selectOption('freed time')
    await sheet.getByLabel('Unit', { exact: true }).fill('hours')
    const price = sheet.getByRole('group', { name: 'EUR per unit' })
    for (const point of ['Low', 'Likely', 'High']) await price.getByLabel(point).fill('45')
    const full = sheet.getByRole('group', { name: 'In a full year, in hours' })
    await full.getByLabel('Low').fill('80')
    await full.getByLabel('Likely').fill('120')
    await full.getByLabel('High').fill('200')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet
      .getByRole('alert')
      .getByText(/Reports no longer written by hand: say what it counts/)
      .waitFor()

    await sheet.getByLabel('What it counts', { exact: true }).fill('time of reporting')
    await sheet.getByLabel('What it counts', { exact: true }).press('Enter')
    await sheet.getByLabel('Source', { exact: true }).fill('Time sheets')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet.waitFor({ state: 'detached' })
    const row = page.getByRole('row', { name: /Reports no longer written by hand/ })
    // 120 hours at 45, half of it used for something else.
    await row.getByText('€2,700').first().waitFor()

    const box = row.getByRole('checkbox')
    await box.click()
    await row.getByText('–').first().waitFor()
    await box.click()
    await row.getByText('€2,700').first().waitFor()
    await row.getByRole('button', { name: /Change/ }).click()
    const kept = page.getByRole('dialog', { name: 'Reports no longer written by hand' })
    await kept.getByText('History', { exact: true }).click()
    await kept.getByRole('listitem').nth(2).waitFor()

    await kept.getByRole('button', { name: 'Delete' }).click()
    await row.waitFor({ state: 'detached' })
    await page.getByText('1 deleted line').click()
    await page.getByRole('button', { name: 'Put back: Reports no longer written by hand' }).click()
    await row.getByText('€2,700').first().waitFor()
  })

  test('a list of own lines shows what becomes of each row before anything is written', async () => {
    await page.goto(links.of(organization).caseLines)
    await page.getByRole('link', { name: 'Import own lines' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file' }).first().click()
    const list =
      'Line;Side;Yearly low;Yearly likely;Yearly high\nRent of the archive;cost;900;1000;1200\nOdd;cost;3;2;1\n'
    await (await chooser).setFiles({ name: 'lines.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })

    const rows = page.getByRole('table')
    await rows.getByRole('row', { name: /Rent of the archive/ }).waitFor()
    await rows.getByText(/Odd: low 3, likely 2 and high 1 have to stand in this order/).waitFor()
    await page.getByRole('button', { name: 'Write 1 line' }).click()
    await page.getByText('1 line was written.').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Costs and benefits' }).click()
    await page.getByRole('row', { name: /Rent of the archive/ }).waitFor()
  })

  for (const scheme of ['light', 'dark'] as const)
    test(`no page of the case has a barrier that axe finds, in ${scheme}`, async () => {
      await page.emulateMedia({ colorScheme: scheme })
      await page.goto(links.of(organization).businessCase())
      const found: string[] = []

      for (const name of ['Result', 'Assumptions', 'Costs and benefits', 'Scenarios', 'Benefit tracking']) {
        await tab(name)
        await page.waitForLoadState('networkidle')
        found.push(...(await findBarriers(page)).map((one) => `${name}: ${one}`))
      }

      assert.deepEqual(found, [])
    })

  test('nothing broke on the way', () => {
    assert.deepEqual(complaints, [])
  })
})

async function readMoney(page: Page): Promise<number> {
  const text = (await page.getByLabel('NPV P10').textContent()) ?? ''
  return Number(text.replaceAll('−', '-').replaceAll(/[^\d-]/g, ''))
}

/** Gives every value of the worked example through the API, as a program would, in the session of the page. */
async function giveTheWorkedExample(page: Page, organization: string): Promise<void> {
  const { inputs, fixed } = financeOracle
  const values = [
    ...Object.entries(inputs).map(([id, { low, base, high }]) => ({ id, low, base, high })),
    ...Object.entries(fixed).flatMap(([id, value]) =>
      typeof value === 'number' ? [{ id, low: value, base: value, high: value }] : [],
    ),
  ]
  const lines = [
    'consultancy',
    'incident_handling',
    'user_time_avoided_incidents',
    'user_time_faster_resolution',
    'downtime_margin',
    'change_rework',
    'customer_retention',
    'tenders_won',
    'penalties_avoided',
    'audit_effort_saved',
  ]
  const refused = await page.evaluate(
    async ({ at, values: all, lines: wanted }) => {
      const put = async (path: string, body: object, version: number) => {
        const answer = await fetch(`${at}/${path}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
          body: JSON.stringify(body),
        })
        return answer.ok ? undefined : `${path}: ${answer.status}`
      }
      const failed: (string | undefined)[] = []
      for (const { id, ...range } of all)
        if (id !== 'internal_day_rate')
          failed.push(await put(`assumptions/${id}`, { ...range, source: 'Worked example', quality: 'J' }, 0))
      for (const line of wanted) failed.push(await put(`lines/${line}`, { isIn: true }, 0))
      return failed.filter((one) => one !== undefined)
    },
    { at: `/api/organizations/${organization}/case`, values, lines },
  )
  // What the worked example has beside assumptions: the horizon and the discount rate are settings.
  assert.deepEqual(
    refused.filter((one) => !/assumptions\/(discount_rate|years): 404/.test(one)),
    [],
  )
}
