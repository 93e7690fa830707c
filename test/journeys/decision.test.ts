import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { links } from '../../src/web/links.ts'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { lookAt } from './every-page.ts'
import { follow, sentenceOf } from './house.ts'
import { admit, enter, password, type SmallHouse, startSmallHouse } from './small-house.ts'

const reasons = 'Boutiques lose too many hours, and the date can be kept.'

/** From three accepted gaps to a signed decision: every figure is read, none is typed. */
describe('a sponsor decides', { skip: noBrowser }, () => {
  let house: SmallHouse
  let browser: Browser
  /** What the sponsor sees, and what the programme manager does. */
  let page: Page
  let manager: Page
  let organization: string
  let complaints: readonly string[]
  let accepted: readonly string[]

  before(async () => {
    house = await startSmallHouse()
    organization = house.organization
    await admit(house, 'Sven Sponsor', 'sven@example.org', 'sponsor')
    await admit(house, 'Petra Manager', 'petra@example.org', 'programme manager')
    browser = await openBrowser()
    const opened = await openPage(browser, house.url)
    page = opened.page
    complaints = opened.complaints
    manager = (await openPage(browser, house.url)).page
  })
  after(async () => {
    await browser?.close()
    await house?.site.close()
  })

  /** What the page of the decision says under a name. */
  async function figureOf(name: string): Promise<string> {
    await page.goto(links.of(organization).decision)
    const figures = page.getByRole('region', { name: 'What is decided on' })
    await figures.waitFor()
    const lines = (await figures.innerText()).split('\n').filter((line) => line.trim() !== '')
    return lines[lines.indexOf(name) + 1] ?? ''
  }

  test('three gaps are accepted by marking them, and planning gives them dates', async () => {
    await enter(manager, 'petra@example.org')
    await follow(manager, 'Roadmap')
    await manager
      .getByRole('navigation', { name: 'Parts of the roadmap' })
      .getByRole('link', { name: 'Remedies' })
      .click()
    const table = manager.getByRole('table', { name: 'Remedies' })
    const proposed = table.getByRole('row').filter({ hasText: 'proposed' })
    await proposed.first().waitFor()
    const rows = [0, 1, 2].map((at) => proposed.nth(at))
    accepted = await Promise.all(rows.map((row) => row.getByRole('link').first().innerText()))
    for (const row of rows) await row.getByRole('checkbox').check()
    await manager.getByRole('button', { name: 'Accept 3 marked' }).click()
    await manager.getByText('3 remedies were decided.').waitFor()

    await planAgain()

    const dates = await Promise.all(accepted.map((one) => cellsOf(manager, one)))
    for (const cells of dates) assert.match(cells, /\w{3} \d+, \d{4}/)
  })

  /** Plans anew on the roadmap, and waits until the plan is no longer old. */
  async function planAgain(): Promise<void> {
    await manager.goto(links.of(organization).roadmap())
    const old = manager.getByText('Decisions, roles or dates have changed since this was planned.')
    await old.waitFor()
    await manager.getByRole('button', { name: 'Plan again' }).click()
    await old.waitFor({ state: 'hidden', timeout: 60_000 })
  }

  async function cellsOf(window: Page, requirement: string): Promise<string> {
    const row: Locator = window
      .getByRole('table', { name: 'Tasks' })
      .getByRole('row')
      .filter({ has: window.getByRole('link', { name: requirement, exact: true }) })
    return row.first().innerText()
  }

  test('the own effort of the case follows the roadmap from now on, by one mark', async () => {
    await manager.goto(links.of(organization).assumption('internal_days_y0'))
    const sheet = manager.getByRole('dialog')
    await sheet.getByLabel('Follow the roadmap').check()
    await sheet.getByRole('button', { name: 'Save', exact: true }).click()
    await manager.getByText('Saved.').waitFor()

    const row = manager.getByRole('row').filter({ hasText: 'Own effort until the certificate' })

    await row.getByText(/Roadmap, planned from/).waitFor()
  })

  test('value, date and training stand on one page, from the navigation on', async () => {
    await enter(page, 'sven@example.org')
    await follow(page, 'Strategy')
    await page.getByRole('navigation', { name: 'Strategy' }).getByRole('link', { name: 'Decision' }).click()
    await page.getByRole('heading', { level: 1, name: 'Decision' }).waitFor()
    const figures = page.getByRole('region', { name: 'What is decided on' })
    await figures.waitFor()

    const says = await sentenceOf(page)
    const shown = await figures.innerText()

    assert.match(
      says,
      /^Nothing was decided yet\. The certification date, .+, is kept with a probability of \d+%\./,
    )
    assert.match(shown, /Finished by \(P80\)\s+\w+ \d+, \d{4}/)
    for (const name of ['Net present value', 'Training ahead', 'Gaps', 'Alignment', 'High risks'])
      assert.ok(shown.includes(name), `${name} is missing in ${shown}`)
  })

  test('a wrong password signs nothing, the right one does, and the figures stay with the decision', async () => {
    await page.getByLabel('Go', { exact: true }).check()
    await page.getByLabel('Reasons').fill(reasons)
    await page.getByLabel('Your password').fill('not the password')
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await page.getByText('The password is not right').waitFor()

    await page.getByLabel('Your password').fill(password)
    await page.getByRole('button', { name: 'Sign', exact: true }).click()

    const decided = page.getByRole('region', { name: 'What was decided' })
    await decided.waitFor()
    const text = await decided.innerText()
    assert.match(text, /Go[\s\S]+Sven Sponsor, Sponsor, [\s\S]+signed with the password/)
    assert.ok(text.includes(reasons))
    assert.match(text, /Seal of the figures: [0-9a-f]{64}/)
  })

  test('another remedy for one gap moves date and money, and the roadmap says why', async () => {
    const [requirement = ''] = accepted
    const [finished, worth] = [await figureOf('Finished by (P80)'), await figureOf('Net present value')]
    await manager.goto(links.of(organization).requirement(requirement))
    const remedy = manager.getByRole('region', { name: 'Remedy' })
    const efforts = remedy.getByRole('group').getByRole('textbox')
    for (const [at, days] of ['20', '30', '40'].entries()) await efforts.nth(at).fill(days)
    await remedy.getByRole('button', { name: 'Accept', exact: true }).click()
    await manager.getByText('1 remedy was decided.').waitFor()

    await planAgain()

    const changed = manager.getByRole('region', { name: 'What has changed' })
    assert.match(await changed.innerText(), new RegExp(`${requirement}: [\\d.]+ became 30 person-days`))
    assert.match(await changed.innerText(), /The finish moves by [\d,]+ days/)
    assert.notEqual(await figureOf('Finished by (P80)'), finished)
    assert.notEqual(await figureOf('Net present value'), worth)
    await page.getByRole('region', { name: 'What was decided' }).waitFor()
  })

  test('the audit trail shows who signed what', async () => {
    await page.getByRole('link', { name: 'In the audit trail' }).click()
    await page.getByText('sign decision').first().waitFor()
    const text = await page.getByRole('main').innerText()

    assert.match(text, /Sven Sponsor/)
    assert.ok(!text.includes(password))
  })

  test('a passkey signs as well', async () => {
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    const to = links.of(organization)
    await page.goto(to.settings)
    await page.getByLabel('Name of the passkey').fill('Laptop')
    await page.getByRole('button', { name: 'Add passkey' }).click()
    await page.getByText('The passkey was added.').waitFor()
    await page.goto(to.decision)
    await page.getByLabel('Later', { exact: true }).check()
    await page.getByLabel('Reasons').fill('The board asked for a month.')
    await page.getByRole('button', { name: 'Sign with a passkey' }).click()
    await page.getByText('signed with a passkey').waitFor()

    assert.match(await sentenceOf(page), /Sven Sponsor decided on .+: later\./)
  })

  test('a phase is signed off with a reason for what is open', async () => {
    await page.goto(links.of(organization).programme)
    const phase = page.getByRole('group').filter({ hasText: 'Assessment and gap analysis' }).first()
    const off = page.getByRole('region', { name: 'Sign this phase off' })
    await off.waitFor()
    for (const input of await off.getByRole('textbox').all()) await input.fill('Agreed with the board.')
    await off.getByLabel('Your password').fill(password)
    await off.getByRole('button', { name: 'Sign', exact: true }).click()
    await phase.getByText(/Signed off by Sven Sponsor/).waitFor()

    assert.match(await sentenceOf(page), /The phase under way is “Strategy and framework”/)
  })

  test('no page of strategy has a barrier, at both widths and in both colours', async () => {
    const { strategy, decision, programme, technology, profile } = links.of(organization)
    const found: string[] = []
    for (const place of Object.entries({ strategy, decision, programme, technology, profile }))
      found.push(...(await lookAt(page, place)))

    assert.deepEqual(found, [])
    assert.deepEqual(complaints, [])
  })
})
