import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { ticketLog } from '#server/try-upload.ts'
import { findBarriers } from './axe.ts'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { type Site, startSite } from './site.ts'

const suppliers = [
  'Name;Kind;Importance;Mood',
  'Nordnet;external supplier;high;good',
  'Cirrus;external supplier;low;',
  'Wrong;friend;;',
].join('\r\n')

describe('lists and the mapping in the browser', { skip: noBrowser }, () => {
  let site: Site
  let browser: Browser
  let page: Page
  let complaints: readonly string[]

  before(async () => {
    site = await startSite()
    browser = await openBrowser()
    const opened = await openPage(browser, site.url)
    page = opened.page
    complaints = opened.complaints
    await page.goto(site.startLink)
    await page.getByLabel('Your name').fill('Ada Owner')
    await page.getByLabel('E-mail address').fill('ada@example.org')
    await page.getByLabel('Password', { exact: true }).fill('seven blue herons fly')
    await page.getByLabel('My own organization').check()
    await page.getByLabel('Name of the organization').fill('Maison Clément')
    await page.getByRole('button', { name: 'Start empty' }).click()
    await page.getByRole('navigation', { name: 'Pages' }).waitFor()
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  const follow = (name: string) =>
    page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click()
  const rowOf = (text: string) => page.getByRole('row').filter({ hasText: text })

  test('a list is looked at row by row before it is written into a register', async () => {
    await follow('Registers')
    await page.getByRole('link', { name: 'Suppliers and other parties' }).click()
    await page.getByRole('button', { name: 'Import' }).click()
    await page
      .getByLabel('Choose a file')
      .last()
      .setInputFiles({ name: 'suppliers.csv', mimeType: 'text/csv', buffer: Buffer.from(suppliers) })
    await page.getByRole('heading', { level: 1, name: 'Import of suppliers.csv' }).waitFor()

    await page.getByText('3 rows were read; nothing is written yet.').waitFor()
    await page.getByText('Columns that are not read: Mood.').waitFor()
    const refused = await rowOf('Wrong').innerText()
    const barriers = await findBarriers(page)
    await page.getByRole('button', { name: 'Write 2 records' }).click()
    await page.getByText(/^2 records were written on/).waitFor()
    await page.getByRole('link', { name: 'To the register' }).click()
    await rowOf('Nordnet').getByText('high').waitFor()

    assert.match(refused, /refused[\s\S]*Kind: must be one of/)
    assert.deepEqual(barriers, [])
    assert.equal(await rowOf('Wrong').count(), 0)
  })

  test('a register is exported as it is shown', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ])

    assert.match(download.suggestedFilename(), /^parties-\d{4}-\d{2}-\d{2}\.csv$/)
  })

  test('a comment and a file stand beside a record', async () => {
    await page.getByRole('link', { name: 'PTY-1' }).click()
    const sheet = page.getByRole('dialog')
    const said = 'Called them today.'
    await sheet.getByRole('textbox', { name: 'Comment' }).fill(said)
    await sheet.getByRole('button', { name: 'Say it' }).click()
    // The field holds the words too until they are kept.
    await sheet.getByText(said).and(sheet.locator('div')).waitFor()
    await sheet
      .getByLabel('Choose files')
      .last()
      .setInputFiles({ name: 'contract.txt', mimeType: 'text/plain', buffer: Buffer.from('Page one.\n') })
    await sheet.getByRole('link', { name: 'contract.txt' }).waitFor()
    await sheet.getByText('Revision 1').waitFor()

    assert.deepEqual(await findBarriers(page), [])
    await sheet.getByRole('button', { name: 'Close' }).click()
  })

  test('a status is read otherwise after a look at what that would do', async () => {
    await follow('Sources')
    await page
      .getByLabel('Choose files')
      .last()
      .setInputFiles({ name: 'incident.csv', mimeType: 'text/csv', buffer: Buffer.from(ticketLog(0, 12)) })
    await page.getByText(/^12 tickets from/).waitFor({ timeout: 120_000 })
    await page.getByRole('link', { name: 'Mapping' }).click()
    const state = page.getByLabel('Resolved of incident is read as')
    const before_ = await state.inputValue()

    await state.selectOption('in_progress')
    await page.getByRole('button', { name: 'See what would be read' }).click()
    await page.getByText(/^1 status is read otherwise/).waitFor({ timeout: 120_000 })
    const barriers = await findBarriers(page)
    // What else is read again answers late, so that the editor is made anew before the change is through.
    await page.route(/\/(jobs|session|sources)(\?|$)/, async (route) => {
      await new Promise((done) => setTimeout(done, 1500))
      await route.continue()
    })
    await page.getByRole('button', { name: 'Keep and read again' }).click()
    await page.getByText('Kept. The files are being read again.').waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    await page.reload()
    await state.waitFor()

    assert.equal(before_, 'resolved')
    assert.equal(await state.inputValue(), 'in_progress')
    assert.deepEqual(barriers, [])
  })

  test('a column is filled from another one, and leaving without keeping asks first', async () => {
    await page.getByRole('link', { name: 'incident.csv' }).click()
    const sheet = page.getByRole('dialog', { name: 'incident.csv' })
    await sheet.getByLabel('priority is filled from').selectOption('')
    const barriers = await findBarriers(page)
    await sheet.getByRole('button', { name: 'Close' }).click()
    await page.getByText('Changed, not kept yet.').waitFor()
    const asked = page.waitForEvent('dialog').then(async (dialog) => {
      await dialog.dismiss()
      return dialog.message()
    })
    await follow('Today')

    assert.match(await asked, /not kept/)
    assert.deepEqual(barriers, [])
    assert.ok(page.url().includes('/sources/mapping'))
  })

  test('no script complained', () => {
    assert.deepEqual(complaints, [])
  })
})
