import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { demandCourse, openPeopleSide } from '#content/people-side.ts'
import { links } from '../../src/web/links.ts'
import { findBarriers } from './axe.ts'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { type House, join, openWindow } from './house.ts'
import { type Site, startSite } from './site.ts'

const side = openPeopleSide(fileURLToPath(new URL('../../content', import.meta.url)))
const { pool } = demandCourse(side, 'awareness')
const desk = ['ann', 'ben', 'cleo', 'dan', 'eve']

describe('the people side in the browser', { skip: noBrowser }, () => {
  let site: Site
  let house: House

  before(async () => {
    site = await startSite()
    const browser = await openBrowser()
    const { page, complaints } = await openPage(browser, site.url)
    await page.goto(site.startLink)
    await page.getByLabel('Your name').fill('Ada Owner')
    await page.getByLabel('E-mail address').fill('ada@example.org')
    await page.getByLabel('Password', { exact: true }).fill('seven blue herons fly')
    await page.getByLabel('My own organization').check()
    await page.getByLabel('Name of the organization').fill('Maison Clément')
    await page.getByRole('button', { name: 'Start empty' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor()
    const organization = /\/o\/([^/]+)/.exec(page.url())?.[1] ?? ''
    house = { browser, url: site.url, owner: page, organization, complaints: [...complaints] }
    for (const name of [...desk, 'cora.contributor'])
      await post(page, 'registers/workforce/records', {
        data: { name, unit: 'Desk', email: `${name}@example.org` },
      })
  })
  after(async () => {
    await house?.browser.close()
    await site?.close()
  })

  /** Asks the API as the page would. */
  function post(page: Page, path: string, body: object): Promise<unknown> {
    const organization = /\/o\/([^/]+)/.exec(page.url())?.[1] ?? ''
    return page.evaluate(
      ([url, text]) =>
        fetch(url ?? '', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: text ?? '',
        }).then(async (said) => {
          if (!said.ok) throw new Error(await said.text())
          return said.json()
        }),
      [`/api/organizations/${organization}/${path}`, JSON.stringify(body)] as const,
    )
  }

  test('a line manager sends a survey; it is answered by link on a phone, and shown when it is over', async () => {
    const page = await join(house, 'Lina Manager', 'line manager')
    const to = links.of(house.organization)
    await page.goto(to.surveys)
    const form = page.getByRole('region', { name: 'Send a survey' })
    await form.getByLabel('Questions').selectOption('pulse')
    await form.getByLabel('Who spoke for the staff').fill('Works council, yesterday')
    await form.getByLabel('Open until').fill('2099-01-01')
    await form.getByRole('button', { name: 'Send to 6 people' }).click()
    await page.getByRole('heading', { level: 1, name: 'Pulse' }).waitFor()
    assert.deepEqual(await findBarriers(page), [])

    const codes = await linksInOutbox(house)
    for (const link of codes.slice(0, 3)) await answer(link)
    await page.reload()
    await page.getByText('3 of 6 have answered').waitFor()
    await page.getByText('Shown when the survey is over').waitFor()

    for (const link of codes.slice(3, 5)) await answer(link)
    await page.getByRole('button', { name: 'Close and show' }).click()
    await page.getByRole('region', { name: 'Dimensions' }).first().waitFor()
    await page.getByText('(5 of 6 answered)').waitFor()
    await page.close()
  })

  /** Answers as somebody who is not signed in, on a phone. */
  async function answer(link: string): Promise<void> {
    const page = await openWindow(house, { width: 390 })
    await page.goto(link)
    const questions = page.getByRole('group')
    await questions.first().waitFor()
    for (let at = 0; at < (await questions.count()); at += 1)
      await questions.nth(at).getByRole('radio').nth(3).check()
    assert.deepEqual(await findBarriers(page), [])
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Thank you').waitFor()
    await page.close()
  }

  async function linksInOutbox({ owner, organization }: House): Promise<readonly string[]> {
    const mails = await owner.evaluate<readonly { kind: string; body?: string }[]>(
      `fetch('/api/organizations/${organization}/outbox?limit=100').then((said) => said.json()).then(({ items }) => items)`,
    )
    return mails
      .filter(({ kind }) => kind === 'survey')
      .flatMap(({ body = '' }) => /http\S+\/survey#code=\S+/.exec(body)?.[0] ?? [])
  }

  test('a contributor takes the awareness course on a phone and gets the certificate', async () => {
    const page = await join(house, 'Cora Contributor', 'contributor', { width: 390 })
    const { owner, organization } = house
    const people = await owner.evaluate<readonly { id: string; label: string }[]>(
      `fetch('/api/organizations/${organization}/registers/workforce/records').then((said) => said.json()).then(({ items }) => items)`,
    )
    const person = people.find(({ label }) => label === 'cora.contributor')?.id
    await post(owner, 'adoption/training', {
      items: [{ person, course: 'awareness', dueOn: '2099-01-01', because: 'for everybody' }],
    })
    await page.goto(links.of(organization).courses)
    await page.getByText('1 course is waiting for you.').waitFor()
    await page.getByRole('link', { name: 'Awareness of ISO/IEC 20000-1' }).first().click()
    for (let at = 1; at < 7; at += 1) await page.getByRole('button', { name: 'Next lesson' }).click()
    await page.getByRole('button', { name: 'To the quiz' }).click()
    await page.getByRole('button', { name: 'Begin the quiz' }).click()
    const questions = page.getByRole('group')
    await questions.first().waitFor()
    for (let at = 0; at < (await questions.count()); at += 1) {
      const asked = (await questions.nth(at).locator('legend').innerText()).replace(/^\d+\. /, '')
      const right = pool.find(({ ask }) => ask === asked)?.options[0] ?? ''
      await questions.nth(at).getByRole('radio', { name: right, exact: true }).check()
    }
    await page.getByRole('button', { name: 'Finish' }).click()
    await page.getByText('Passed: 12 of 12 (100%)').waitFor()
    await page.getByRole('link', { name: 'Open the certificate' }).click()

    await page.getByRole('heading', { level: 1, name: 'Certificate' }).waitFor()
    await page.getByText('CRT-0001').waitFor()
    assert.deepEqual(await findBarriers(page), [])
    assert.deepEqual(house.complaints, [])
    await page.close()
  })
})
