import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { findBarriers } from './axe.ts'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { type Site, startSite } from './site.ts'

const pages = [
  'Today',
  'Readiness',
  'Requirements',
  'Registers',
  'Evidence room',
  'Organization and people',
  'Settings',
  'Help',
] as const

describe('the first hour in the browser', { skip: noBrowser }, () => {
  let site: Site
  let browser: Browser
  let page: Page
  let context: BrowserContext
  let complaints: readonly string[]

  before(async () => {
    site = await startSite()
    browser = await openBrowser()
    const opened = await openPage(browser, site.url)
    page = opened.page
    context = opened.context
    complaints = opened.complaints
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  const follow = (name: string) =>
    page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click()

  test('the first person makes an account and lands where the files come in', async () => {
    await page.goto(site.startLink)
    await page.getByLabel('Your name').fill('Ada Owner')
    await page.getByLabel('E-mail address').fill('ada@example.org')
    await pastePassword('seven blue herons fly')
    await page.getByLabel('My own organization').check()
    await page.getByLabel('Name of the organization').fill('Maison Clément')
    await page.getByRole('button', { name: 'Start empty' }).click()

    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor()
  })

  /** As a password manager or the clipboard brings it: the field is masked, and takes what is pasted. */
  async function pastePassword(password: string) {
    const field = page.getByLabel('Password', { exact: true })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(password)})`)
    await field.press('Control+V')
    assert.equal(await field.getAttribute('type'), 'password')
    assert.equal(await field.inputValue(), password)
  }

  for (const scheme of ['light', 'dark'] as const)
    test(`no page has a barrier that axe finds, in ${scheme}`, async () => {
      await page.emulateMedia({ colorScheme: scheme })
      const found: string[] = []

      for (const name of pages) {
        const heading = page.getByRole('heading', { level: 1 }).first()
        const before = ((await heading.textContent()) ?? '').trim()
        await follow(name)
        // The page before stays until the next one is fetched.
        if (before !== '' && before !== name) await heading.filter({ hasNotText: before }).waitFor()
        await page.waitForLoadState('networkidle')
        await heading.waitFor()
        found.push(...(await findBarriers(page)).map((one) => `${name}: ${one}`))
      }

      assert.deepEqual(found, [])
    })

  test('a record is added, found, deleted and brought back', async () => {
    await follow('Registers')
    await page.getByRole('link', { name: 'Risks and opportunities' }).click()
    await page.getByRole('button', { name: 'Add the first record' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('Title').fill('Only one person knows the backup')
    await sheet.getByLabel('Kind').selectOption('risk')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet.getByText('RSK-').first().waitFor()

    await sheet.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone.').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

    await page.getByRole('region', { name: 'Risks and opportunities' }).getByText('Only one person').waitFor()
  })

  test('a state is frozen and kept, without a barrier', async () => {
    await follow('Readiness')
    await page.getByRole('heading', { level: 1, name: 'Readiness' }).waitFor()
    await page.goto(`${page.url()}/snapshots`)
    await page.getByLabel('Name of the snapshot').fill('Before the first audit')
    await page.getByRole('button', { name: 'Freeze now' }).click()
    await page.getByText('1 frozen state').waitFor()
    const kept = await findBarriers(page)
    await page.getByRole('link', { name: 'X-ray' }).click()
    await page.waitForLoadState('networkidle')
    const doubts = await findBarriers(page)
    await page.getByRole('link', { name: 'Benchmark' }).click()
    await page.waitForLoadState('networkidle')

    assert.deepEqual([...kept, ...doubts, ...(await findBarriers(page))], [])
  })

  test('a requirement is found by the search, opened and its page has no barrier', async () => {
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: /^Search/ }).fill('backup')
    await page.getByRole('listbox', { name: 'Search' }).getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    await follow('Requirements')
    await page.getByRole('link', { name: '4.1-a' }).click()
    await page.getByRole('heading', { name: 'What is asked' }).waitFor()
    await page.waitForLoadState('networkidle')

    assert.deepEqual(await findBarriers(page), [])
  })

  test('the interface speaks German, French and Italian', async () => {
    const spoken = [
      ['Deutsch', 'Anforderungen'],
      ['Français', 'Exigences'],
      ['Italiano', 'Requisiti'],
      ['English', 'Requirements'],
    ] as const

    for (const [language, word] of spoken) {
      await page
        .locator('header')
        .getByRole('button', { name: /Appearance|Darstellung|Apparence|Aspetto/ })
        .click()
      await page.getByRole('menuitemradio', { name: language }).click()
      await page.keyboard.press('Escape')
      await page.getByRole('navigation').getByRole('link', { name: word }).waitFor()
    }
  })

  test('Readiness works at the width of a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Menu' }).click()
    await follow('Readiness')
    await page.getByRole('heading', { level: 1, name: 'Readiness' }).waitFor()
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')

    assert.ok(width <= 390, `the page is ${width} wide`)
  })

  test('no script complained and the session is kept', async () => {
    const cookies = await context.cookies()

    assert.deepEqual(complaints, [])
    assert.ok(cookies.some(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Lax'))
  })
})
