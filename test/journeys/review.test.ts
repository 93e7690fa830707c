import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { createRecord } from '#registers/record-change-store.ts'
import { demandRegister } from '#registers/registers.ts'
import { links } from '../../src/web/links.ts'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { lookAt } from './every-page.ts'
import { follow, sentenceOf } from './house.ts'
import { admit, enter, password, type SmallHouse, startSmallHouse } from './small-house.ts'

const decided = 'Hire somebody for continuity'
const today = new Date().toISOString().slice(0, 10)

/** From the figures of the day to a signed management review, and what the next one finds of it. */
describe('a sponsor reviews', { skip: noBrowser }, () => {
  let house: SmallHouse
  let browser: Browser
  let page: Page
  let complaints: readonly string[]

  before(async () => {
    house = await startSmallHouse()
    await admit(house, 'Sven Sponsor', 'sven@example.org', 'sponsor')
    browser = await openBrowser()
    const opened = await openPage(browser, house.url)
    page = opened.page
    complaints = opened.complaints
  })
  after(async () => {
    await browser?.close()
    await house?.site.close()
  })

  async function prepare(): Promise<void> {
    await page.getByRole('button', { name: 'Prepare the review' }).click()
    await page.getByRole('heading', { level: 1, name: /^Management review \d+$/ }).waitFor()
    await page.getByRole('region', { name: 'Inputs', exact: true }).waitFor()
  }

  async function addRisk(title: string): Promise<void> {
    const { site, owner } = house
    const data = { title, kind: 'risk', likelihood: 'likely', effect: 'severe' }
    await site.world.records.within(owner, (tx) => createRecord(tx, owner, demandRegister('risks'), data))
  }

  async function signIt(): Promise<void> {
    const form = page.getByRole('region', { name: 'Sign the review' })
    await form.getByLabel('Your password').fill(password)
    await form.getByRole('button', { name: 'Sign', exact: true }).click()
  }

  async function writeMinutes(): Promise<void> {
    await page.getByLabel('Who was there').fill('Sven Sponsor, Claire Aubry')
    await page.getByRole('button', { name: 'Keep the minutes' }).click()
    await page.getByText('The minutes are kept.').waitFor()
  }

  test('the sponsor prepares a review from the navigation on, and reads its inputs with their figures', async () => {
    await enter(page, 'sven@example.org')
    await follow(page, 'Reviews')
    await prepare()

    const inputs = page.getByRole('region', { name: 'Inputs', exact: true })
    const risks = inputs.getByRole('region', { name: 'Risks and opportunities' })
    assert.match(await risks.innerText(), /Risks rated high or very high\s+\d+/)
    for (const name of ['Objectives', 'Policies', 'Suppliers and other parties', 'Results of audits'])
      assert.equal(await inputs.getByRole('region', { name }).count(), 1, name)
  })

  test('a decision takes who and until when; without who was there nobody signs', async () => {
    await page.getByLabel('What', { exact: true }).fill(decided)
    await page.getByLabel('Who', { exact: true }).fill('claire.aubry@maison-clausewise.example')
    await page.getByLabel('Until', { exact: true }).fill('2020-01-31')
    await page.getByRole('button', { name: 'Add the decision' }).click()
    await page.getByText('The decision is kept.').waitFor()

    const sign = page
      .getByRole('region', { name: 'Sign the review' })
      .getByRole('button', { name: 'Sign', exact: true })
    assert.equal(await sign.getAttribute('aria-disabled'), 'true')
    await writeMinutes()
  })

  test('a wrong password signs nothing; the right one does, and the review is locked', async () => {
    const form = page.getByRole('region', { name: 'Sign the review' })
    await form.getByLabel('Your password').fill('not the password')
    await form.getByRole('button', { name: 'Sign', exact: true }).click()
    await page.getByText('The password is not right').waitFor()

    await signIt()

    await page.getByRole('region', { name: 'Signature' }).waitFor()
    assert.match(await sentenceOf(page), /^Signed by Sven Sponsor/)
    assert.equal(await page.getByRole('button', { name: 'Add the decision' }).count(), 0)
    assert.equal(await page.getByRole('button', { name: 'Keep the minutes' }).count(), 0)
    assert.match(await page.getByRole('region', { name: 'Signature' }).innerText(), /Seal: [0-9a-f]{64}/)
  })

  test('the next review carries the open action, overdue on top, and shows what changed', async () => {
    await addRisk('The payment provider fails at Christmas')
    await follow(page, 'Reviews')
    await page.getByText('1 action is overdue.').waitFor()
    await prepare()

    const carried = page.getByRole('region', { name: 'What earlier reviews left open' })
    assert.match(await carried.innerText(), new RegExp(`overdue[\\s\\S]*${decided}`))
    const risks = page.getByRole('region', { name: 'Risks and opportunities' })
    assert.match(await risks.innerText(), /Risks rated high or very high[\s\S]*worse \(\+1\)/)
  })

  test('an improvement cannot be closed without its effect or a reason', async () => {
    const { site, owner, organization } = house
    const data = {
      title: 'Fewer tickets come back',
      source: 'suggestion',
      owner: 'Ada',
      measure: 'incident.reopened',
      baseline: 0.08,
      target: 0.04,
    }
    const { id } = await site.world.records.within(owner, (tx) =>
      createRecord(tx, owner, demandRegister('improvements'), data, 'implemented'),
    )
    const close = (body: object) =>
      page.evaluate<number, readonly [string, object]>(
        async ([url, sent]) =>
          (
            await fetch(url, {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'if-match': '"1"' },
              body: JSON.stringify(sent),
            })
          ).status,
        [`/api/organizations/${organization}/registers/improvements/records/${id}/moves`, body],
      )
    assert.notEqual(await close({ to: 'closed' }), 200)
    await follow(page, 'Improvements')
    await page.getByRole('link', { name: /Fewer tickets come back/ }).waitFor()
  })

  test('once the certificate is recorded, the calendar fills three years', async () => {
    const { site, owner } = house
    const certificate = {
      certificate_number: 'C-2026-17',
      body: 'A body',
      issued_on: today,
      expires_on: inYears(3),
    }
    await site.world.records.within(owner, (tx) =>
      createRecord(tx, owner, demandRegister('certificates'), certificate),
    )
    await follow(page, 'Certification')
    await page.getByText('Certificate C-2026-17 is valid until').waitFor()
    assert.match(await sentenceOf(page), /^Certificate C-2026-17 is valid until .+\. Next: Surveillance 1, /)
    await follow(page, 'Calendar')
    const last = page.locator('details').filter({ hasText: new RegExp(`^${inYears(2).slice(0, 4)} `) })
    await last.locator('summary').click()
    const text = await last.innerText()
    for (const step of ['plan', 'do', 'check', 'act']) assert.match(text, new RegExp(`\\b${step}\\b`))
    assert.match(text, /Surveillance 2/)
  })

  test('no page has a barrier, at both widths and in both colours', async () => {
    const to = links.of(house.organization)
    const { id } = await house.site.world.records.db
      .selectFrom('management_review')
      .select('id')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    const found: string[] = []
    const places = {
      reviews: to.reviews,
      review: to.review(id),
      improvements: to.improvements,
      closing: to.closing,
      calendar: to.calendar(),
      certification: to.certification,
    }
    for (const place of Object.entries(places)) found.push(...(await lookAt(page, place)))

    assert.deepEqual(found, [])
    assert.deepEqual(complaints, [])
  })
})

function inYears(years: number): string {
  return `${Number(today.slice(0, 4)) + years}${today.slice(4).replace('02-29', '02-28')}`
}
