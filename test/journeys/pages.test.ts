import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { lookAt, placesOf } from './every-page.ts'
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

  test('none has a barrier or is cut off, in light and dark, on a desk and on a phone', async () => {
    await enter(page, 'olga@example.org')
    const places = await placesOf(page, house.organization)
    const found: string[] = []
    for (const place of places) found.push(...(await lookAt(page, place)))

    assert.ok(places.length > 60, `${places.length} pages: ${places.map(([name]) => name).join(', ')}`)
    assert.deepEqual(found, [])
    assert.deepEqual(complaints, [])
  })
})
