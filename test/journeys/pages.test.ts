import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { lookAt, type Place, placesOf } from './every-page.ts'
import { admit, enter, type SmallHouse, startSmallHouse } from './small-house.ts'

/** Every page that a link leads to; a page that is added is looked at without being listed. */
describe('the pages of a small simulated house', { skip: noBrowser }, () => {
  let house: SmallHouse
  let browser: Browser
  let page: Page
  let complaints: readonly string[]

  before(async () => {
    house = await startSmallHouse()
    await admit(house, 'Olga Owner', 'olga@example.org', 'owner')
    browser = await openBrowser()
    const opened = await openPage(browser, house.url)
    page = opened.page
    complaints = opened.complaints
  })
  after(async () => {
    await browser?.close()
    await house?.site.close()
  })

  test('none has a barrier or is cut off, and each offers to sign out, in light and dark, on a desk and on a phone', async () => {
    await enter(page, 'olga@example.org')
    const places = await placesOf(page, house.organization)
    const found: string[] = []
    for (const place of places) found.push(...(await lookAt(page, place)), ...(await wayOut(page, place)))

    assert.ok(places.length > 60, `${places.length} pages: ${places.map(([name]) => name).join(', ')}`)
    assert.deepEqual(found, [])
    assert.deepEqual(complaints, [])
  })

  test('the browser keeps a language, a colour and an organization, and no cookie that a script could read', async () => {
    await page.getByRole('button', { name: /^Appearance, Language/ }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
    await page.locator('html[lang="de"]').waitFor({ state: 'attached' })
    const kept = await page.evaluate<unknown>(keptByTheBrowser)
    const scrolled = await page.evaluate<string>(`Object.values(sessionStorage).join()`)
    const cookies = await page.context().cookies()

    assert.deepEqual(kept, {
      local: {
        'clausewise-language': 'de',
        'clausewise-organization': house.organization,
        'mantine-color-scheme-value': 'dark',
      },
      session: ['tsr-scroll-restoration-v1_3'],
      databases: [],
      caches: [],
      workers: 0,
      cookie: '',
    })
    // How far each page was scrolled: numbers, and nothing of what stood there.
    const told = valuesIn(JSON.parse(scrolled)).filter((one) => typeof one !== 'number')
    assert.deepEqual(told, [])
    assert.deepEqual(
      cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]),
      [['clausewise.session_token', true, 'Lax']],
    )
  })
})

/** Everything that pages can leave in a browser. */
const keptByTheBrowser = `(async () => ({
  local: { ...localStorage },
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  cookie: document.cookie,
}))()`

/** The values at the ends of an object of objects. */
function valuesIn(tree: unknown): readonly unknown[] {
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(valuesIn) : [tree]
}

/** What is wrong with the way out of the page that is open: two presses, on a phone and on a desk. */
async function wayOut(page: Page, [name]: Place): Promise<readonly string[]> {
  const found: string[] = []
  const sheet = page.getByRole('dialog').first()
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 860 })
    // What lies over a page is put away first.
    if (await sheet.isVisible()) await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    const out = page.getByRole('menuitem', { name: 'Sign out' })
    const isThere = await page
      .getByRole('button', { name: /^Your account: Olga Owner/ })
      .click()
      .then(() => out.waitFor())
      .then(
        () => true,
        () => false,
      )
    if (!isThere) found.push(`${name}: ${width}: nobody can sign out`)
    await page.keyboard.press('Escape')
    await out.waitFor({ state: 'hidden' })
  }
  return found
}
