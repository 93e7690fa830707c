import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { links } from '../../src/web/links.ts'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { lookAt } from './every-page.ts'
import { follow } from './house.ts'
import { admit, enter, type SmallHouse, startSmallHouse } from './small-house.ts'

const decided = 'Whoever begins without an approval is asked why within a day.'
const own = 'Incidents that were major'
const report = 'Workplace services, monthly'

/** Signals, targets, an own KPI and a report that goes out: the month of a process owner. */
describe('a process owner watches', { skip: noBrowser }, () => {
  let house: SmallHouse
  let browser: Browser
  let page: Page
  let complaints: readonly string[]
  let issue = ''

  before(async () => {
    house = await startSmallHouse()
    await admit(house, 'Oskar Holm', 'oskar@example.org', 'process owner')
    browser = await openBrowser()
    const opened = await openPage(browser, house.url)
    page = opened.page
    complaints = opened.complaints
    page.setDefaultTimeout(30_000)
  })
  after(async () => {
    await browser?.close()
    await house?.site.close()
  })

  /** Presses a button once it can be pressed, and waits until the page says what came of it. */
  async function press(name: string, says: string | RegExp): Promise<void> {
    const buttons = page.getByRole('main').getByRole('button', { name, exact: true, disabled: false })
    const answered = page.waitForResponse((one) => one.request().method() !== 'GET')
    await buttons.first().click()
    const answer = await answered
    assert.ok(answer.ok(), `${name}: ${answer.ok() ? '' : await answer.text()}`)
    await page.getByRole('status').getByText(says).last().waitFor()
  }

  test('a signal names its rule, leads to its tickets, and keeps the decision with it', async () => {
    await enter(page, 'oskar@example.org')
    await follow(page, 'Monitoring')
    const watched = page.getByRole('table', { name: 'Watched' })
    const signalled = watched.getByRole('row').filter({ hasText: /\d open/ })
    await signalled.first().waitFor()
    await signalled.first().getByRole('link').first().click()
    const signal = page.getByRole('region', { name: 'Signals' }).getByRole('listitem').first()
    await signal.waitFor()
    assert.match(await signal.innerText(), /^SIG-\d+ · .+ · .+\nopen\n/)
    const behind = await signal.getByRole('link', { name: 'What it was computed from' }).getAttribute('href')
    assert.match(behind ?? '', /\/evidence\/(checks|measures)\//)

    await signal.getByText('Decide', { exact: true }).click()
    await signal.getByLabel('What is decided').fill(decided)
    await signal.getByLabel('Owner').fill('Oskar Holm')
    await press('Keep the decision', 'The decision is kept.')

    await signal.getByRole('paragraph').getByText(decided, { exact: true }).waitFor()
    await signal.getByText('decided', { exact: true }).waitFor()
  })

  test('a target that is changed after the fact stands beside the one that was in force', async () => {
    await page.goto(links.of(house.organization).kpi('KPI-068'))
    const targets = page.getByRole('region', { name: 'Targets' })
    await targets.getByText('Set a new target').click()
    await targets.getByLabel('Target (%)').fill('50')
    await targets.getByLabel('Holds from').fill('2026-01')
    await targets.getByLabel('Why').fill('The old one was out of reach.')
    await press('Set the target', 'The target is set; earlier ones stay.')

    const months = page.getByRole('table', { name: 'Month by month' })
    const changed = months.getByRole('row').filter({ hasText: 'changed afterwards to 50' })
    await changed.first().waitFor()
    assert.match(await changed.first().innerText(), /99(\.0)?\s?%[\s\S]*changed afterwards to 50/)
    assert.equal(await targets.getByRole('listitem').count(), 2)
  })

  test('an own KPI that is wrong says why; one that was tried is kept and adopted', async () => {
    await follow(page, 'Monitoring')
    await page.getByRole('link', { name: 'Own KPIs', exact: true }).click()
    const form = page.getByRole('region', { name: 'Write a KPI of your own' })
    await form.getByLabel('Name').fill(own)
    await form.getByLabel('What it counts, in a sentence').fill('Major incidents of all that were raised.')
    const select = await form.getByLabel('Select', { exact: true }).inputValue()
    await form.getByLabel('Select', { exact: true }).fill('select * from passwords')
    await form.getByRole('button', { name: 'Try it on the data' }).click()
    await form.getByRole('alert').waitFor()
    await form.getByLabel('Select', { exact: true }).fill(select)
    await form.getByRole('button', { name: 'Try it on the data' }).click()
    await form.getByRole('heading', { name: /^It answered \d+ months$/ }).waitFor()
    await form.getByLabel('Why').fill('The board asks for it.')
    await press('Keep it', /is kept\. Adopt it in the library to watch it\.$/)

    await page.getByRole('link', { name: 'Library of KPIs', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Filter' }).fill(own)
    await press(`Adopt ${own}`, `“${own}” is watched from now on.`)
    await follow(page, 'Monitoring')
    await page.getByRole('table', { name: 'Watched' }).getByRole('link', { name: own }).waitFor()
  })

  test('a report that was missing goes out, and whoever gets it says by a link that it arrived', async () => {
    await page.goto(links.of(house.organization).serviceReports)
    const reports = page.getByRole('table', { name: report })
    const period = '2026-08'
    const row = reports.getByRole('row').filter({ has: page.getByRole('rowheader', { name: period }) })
    await row.getByText('missing').waitFor()
    await press(`Issue now: ${period}`, new RegExp(`^${period} is issued`))
    await row.getByText('0 of 2 acknowledged').waitFor()

    const guest = (await openPage(browser, house.url)).page
    await guest.goto(await linkSent(period))
    await guest.getByRole('button', { name: 'It has arrived' }).click()
    await guest.getByText(/Thank you: it is noted that the report has arrived/).waitFor()
    await page.reload()
    await row.getByText('1 of 2 acknowledged').waitFor()
    await row.getByRole('rowheader').getByRole('link').click()
    assert.match(
      await page.getByRole('region', { name: 'Who has it' }).innerText(),
      /acknowledged \w+ \d+|acknowledged \d+ \w+/,
    )
    issue = page.url()
    await page.getByRole('button', { name: 'Write it in Deutsch' }).click()
    await page.getByRole('link', { name: 'PDF in Deutsch' }).waitFor({ timeout: 120_000 })
  })

  /** The link in the message that goes with a report, once its document is written. */
  async function linkSent(period: string): Promise<string> {
    for (let left = 90; left > 0; left -= 1) {
      const mails = await house.site.world.records.db
        .selectFrom('mail')
        .select(['body'])
        .where('body', 'like', '%/service-report#code=%')
        .execute()
      const found = mails.find(({ body }) => body.includes(period))
      const link = /http\S+\/service-report#code=\S+/.exec(found?.body ?? '')?.[0]
      if (link) return link
      await new Promise((go) => setTimeout(go, 1_000))
    }
    throw new Error(`The report of ${period} was not sent`)
  }

  test('no page of monitoring and service levels has a barrier, at both widths and in both colours', async () => {
    const to = links.of(house.organization)
    const places = {
      monitoring: to.monitoring,
      kpi: to.kpi('KPI-068'),
      library: to.kpis(),
      own: to.ownKpis,
      levels: to.serviceLevels(),
      reports: to.serviceReports,
      issue,
    }
    const found: string[] = []
    for (const place of Object.entries(places)) found.push(...(await lookAt(page, place)))

    assert.deepEqual(found, [])
    assert.deepEqual(complaints, [])
  })
})
