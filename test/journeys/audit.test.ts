import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import type { Browser, Page } from 'playwright-core'
import { createRecord } from '#registers/record-change-store.ts'
import { demandRegister } from '#registers/registers.ts'
import { links } from '../../src/web/links.ts'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { lookAt } from './every-page.ts'
import { follow, sentenceOf } from './house.ts'
import { admit, enter, password, type SmallHouse, startSmallHouse } from './small-house.ts'

const day = 86_400_000
const missed = '8.5.1.3-a'
const seed = '20000'
const cause = 'The form of the tool does not ask for the approval.'

/** From the plan of an audit to an action whose effect somebody else has proven. */
describe('an internal auditor audits', { skip: noBrowser }, () => {
  let house: SmallHouse
  let browser: Browser
  /** What the auditor sees, and what the owner of the process does. */
  let page: Page
  let owner: Page
  let complaints: readonly string[]
  let shift = 0
  /** Addresses of the audit and of the finding. */
  let audit = ''
  let finding = ''
  const on = (days = 0) => new Date(Date.now() + shift + days * day).toISOString().slice(0, 10)

  before(async () => {
    house = await startSmallHouse({ now: () => new Date(Date.now() + shift) })
    await admit(house, 'Ines Audit', 'ines@example.org', 'internal auditor')
    await admit(house, 'Oskar Holm', 'oskar@example.org', 'process owner')
    const role = { name: 'Change manager', process: 'Change management', accountable: 'Oskar Holm' }
    const roles = demandRegister('roles')
    await house.site.world.records.within(house.owner, (tx) =>
      createRecord(tx, house.owner, roles, role, 'in place'),
    )
    browser = await openBrowser()
    const opened = await openPage(browser, house.url)
    page = opened.page
    complaints = opened.complaints
    owner = (await openPage(browser, house.url)).page
    for (const window of [page, owner]) window.setDefaultTimeout(30_000)
  })
  after(async () => {
    await browser?.close()
    await house?.site.close()
  })

  /** Presses a button once it can be pressed, and waits for the answer of the server and what the page says of it. */
  async function press(window: Page, name: string, says: string | RegExp): Promise<void> {
    const button = window.getByRole('main').getByRole('button', { name, exact: true, disabled: false })
    await button.waitFor()
    const answered = window.waitForResponse((one) => one.request().method() !== 'GET')
    await button.click()
    const answer = await answered
    assert.ok(answer.ok(), `${name}: ${answer.ok() ? '' : await answer.text()}`)
    await window.getByRole('status').getByText(says).last().waitFor()
  }

  test('whoever answers for the scope is refused as lead with the reason; somebody else is not', async () => {
    await enter(page, 'ines@example.org')
    await follow(page, 'Audits')
    await page.getByRole('heading', { name: 'Plan an audit' }).click()
    const form = page.getByRole('region', { name: 'Plan an audit' })
    await form.getByLabel('What it is called').fill('Changes and releases')
    await form.getByLabel('Planned for').fill(on())
    await form.getByLabel('Lead', { exact: true }).selectOption({ label: 'Oskar Holm' })
    await form.getByRole('checkbox', { name: /^8\.5/ }).check()
    await form.getByLabel('Criteria').fill('ISO/IEC 20000-1, 8.5, and the own change policy')
    await form.getByLabel('Method').fill('Records by random sample, interviews')
    await form.getByRole('button', { name: 'Put it into the programme' }).click()
    await form.getByText(/Oskar Holm would audit the own work: answers for Change manager/).waitFor()

    await form.getByLabel('Lead', { exact: true }).selectOption({ label: 'Ines Audit' })
    await form.getByRole('button', { name: 'Put it into the programme' }).click()

    await page.getByRole('heading', { level: 1, name: /^AUD-\d+ Changes and releases$/ }).waitFor()
    audit = new URL(page.url()).pathname
    await page
      .getByRole('region', { name: 'Plan', exact: true })
      .getByText('does not audit the own work')
      .waitFor()
  })

  test('the checklist is taken along, filled in without a connection, and brought back row by row', async () => {
    await press(page, 'The plan stands', 'Now: Planned.')
    await press(page, 'Make the checklist', 'Now: Prepared.')
    await press(page, 'Begin', 'Now: Being held.')
    await page.getByRole('link', { name: 'Checklist', exact: true }).click()
    await page.getByRole('heading', { name: 'Without a connection' }).click()
    const offline = page.getByRole('region', { name: 'Without a connection' })
    const coming = page.waitForEvent('download')
    await offline.getByRole('link', { name: 'The checklist as a workbook (XLSX)' }).click()
    const filled = await fillIn(await (await coming).path())

    await offline.locator('input[type=file]').setInputFiles({
      name: 'checklist.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: filled.bytes,
    })
    const fates = offline.getByRole('list', { name: 'What would become of each row' })
    await fates.getByText('Refused').waitFor()
    assert.equal(await fates.getByRole('listitem').count(), filled.rows)
    await press(page, `Take over ${filled.rows - 1} answers`, `${filled.rows - 1} answers are taken over.`)

    await page.getByText(`${filled.rows - 1} of ${filled.rows} lines are answered.`).waitFor()
  })

  /** Answers every line as somebody does who sits in a cellar: one of them with a word that is no answer. */
  async function fillIn(path: string): Promise<Readonly<{ bytes: Buffer; rows: number }>> {
    const workbook = new Workbook()
    await workbook.xlsx.load(readFileSync(path))
    const [sheet] = workbook.worksheets
    assert.ok(sheet)
    for (let row = 2; row <= sheet.rowCount; row += 1) {
      const requirement = String(sheet.getCell(row, 1).value)
      sheet.getCell(row, 6).value = requirement === missed ? 'not met' : 'met'
      sheet.getCell(row, 7).value = requirement === missed ? 'Two of five began before it.' : 'Seen.'
    }
    sheet.getCell(sheet.rowCount, 6).value = 'perhaps'
    return { bytes: Buffer.from(await workbook.xlsx.writeBuffer()), rows: sheet.rowCount - 1 }
  }

  test('what was left open is answered on the page', async () => {
    await page.getByRole('button', { name: 'Only without an answer' }).click()
    const left = page.getByRole('heading', { level: 3 }).getByRole('button')
    assert.equal(await left.count(), 1)
    await left.click()
    await page.getByRole('group', { name: 'Answer' }).getByLabel('Met', { exact: true }).check()
    await press(page, 'Save the answer', / is answered\.$/)
    await page.getByText(/^Planned for .+ (\d+) of \1 lines are answered\.$/).waitFor()
  })

  test('a sample for a line is drawn with a seed of her own, and the same seed draws the same records again', async () => {
    await page.getByRole('button', { name: 'Show all' }).click()
    const line = page.getByRole('heading', { level: 3 }).getByRole('button').filter({ hasText: missed })
    await line.click()
    await page.getByRole('button', { name: 'Draw a sample for this' }).click()
    const population = page.getByLabel('Drawn from')
    const chosen = await population.locator('option:checked').textContent()
    await page.getByLabel('Seed').fill(seed)
    await page.getByLabel('How many').fill('10')
    const drawn = page.waitForResponse((one) => one.url().endsWith('/sample-links'))
    await page.getByRole('button', { name: 'Draw', exact: true }).click()
    assert.ok((await drawn).ok())
    await page.getByRole('status').getByText('The sample is drawn and linked.').last().waitFor()

    const samples = page.getByRole('region', { name: 'Samples' })
    assert.match(
      await samples.innerText(),
      new RegExp(`${missed} .+\\n?.*10 records, seed ${seed}, ${missed}`),
    )
    await samples.getByRole('link').first().click()
    await page.getByRole('table', { name: 'Records drawn' }).waitFor()
    const says = await sentenceOf(page)
    assert.ok(says.includes(`10 of `) && says.includes(`“${chosen}” with the seed ${seed}`), says)
    await page.getByText('Drawn again just now: the same 10 records in the same order.').waitFor()
    await page.goto(`${audit}/checklist`)
    await samples.waitFor()
  })

  test('a finding is graded with its reason, and the signed report keeps what it says', async () => {
    await page.getByRole('link', { name: 'Findings', exact: true }).last().click()
    const form = page.getByRole('region', { name: 'Raise a finding' })
    await form.getByLabel('What was found').fill('Work began before the approval')
    await form.getByLabel('Grade', { exact: true }).selectOption('Minor nonconformity')
    await form.getByLabel('Requirements').fill(missed)
    await form.getByLabel('Evidence').fill('Two of five changes of the sample with seed 20000.')
    await form.getByLabel('What is missing').fill('An approval before the start.')
    await form.getByLabel('Reason of the grade').fill('Both were small, and no service failed.')
    await form.getByLabel('Extent').fill('Releases were looked at as well: none.')
    await press(page, 'Raise it', /^FND-\d+ is raised\.$/)
    await page.getByRole('link', { name: 'Plan', exact: true }).click()
    await press(page, 'Findings are drafted', 'Now: Findings drafted.')
    await page.getByRole('link', { name: 'Report', exact: true }).click()
    const sign = page.getByRole('region', { name: 'Sign the report' })
    await sign.getByLabel('Conclusion').fill('The process works; its approvals do not always.')
    await sign.getByLabel('Your password').fill(password)
    await sign.getByRole('button', { name: 'Sign', exact: true }).click()

    const signed = page.getByRole('region', { name: 'Conclusion' })
    await signed.waitFor()
    assert.match(await signed.innerText(), /Ines Audit[\s\S]+Seal[^:]*: [0-9a-f]{64}/)
    assert.match(await sentenceOf(page), /Found: 0 major, 1 minor\. Signed by Ines Audit\./)
    await page
      .getByText(new RegExp(`seed ${seed}`))
      .first()
      .waitFor()
    await page.getByRole('link', { name: /^FND-\d+ Work began before the approval$/ }).click()
    await page.getByRole('heading', { level: 1, name: /Work began before the approval$/ }).waitFor()
    finding = new URL(page.url()).pathname
    await page.getByText('The report of its audit is signed: this text stays as it is.').waitFor()
  })

  test('its owner corrects it and writes the cause, which somebody else approves', async () => {
    const follows = page.getByRole('region', { name: 'Follow-up' })
    await follows.getByLabel('Owner').selectOption({ label: 'Oskar Holm' })
    await press(page, 'Save the follow-up', 'Saved.')
    await enter(owner, 'oskar@example.org')
    await owner.goto(finding)
    await owner.getByLabel('What was done at once').fill('Both changes were approved afterwards.')
    await press(owner, 'Save the correction', 'Saved.')
    await press(owner, 'It is corrected', 'Now: Corrected.')
    await press(owner, 'Look for the cause', 'Now: Looking for the cause.')
    await owner.getByLabel('Why 1').fill('Nobody was asked.')
    await owner.getByLabel('Root cause').fill(cause)
    await owner.getByLabel('Similar cases').fill('The form for releases asks for it.')
    await press(owner, 'Save the cause', 'Saved.')
    assert.equal(await owner.getByRole('button', { name: 'Approve the cause' }).count(), 0)

    await page.goto(finding)
    await press(page, 'Approve the cause', 'The cause is approved.')
  })

  test('without evidence that the action was done nobody goes on', async () => {
    await owner.goto(finding)
    await owner.getByLabel('What is to be done').fill('The form asks for the approval')
    await owner.getByLabel('Who does it').selectOption({ label: 'Oskar Holm' })
    await owner.getByLabel('Until', { exact: true }).fill(on(14))
    await press(owner, 'Add the action', 'The action is added.')
    await press(owner, 'Actions are planned', 'Now: Action planned.')
    await press(owner, 'Start the actions', 'Now: Action running.')
    await owner.getByLabel('Done on the day').fill(on())
    await owner.getByRole('button', { name: 'It is done' }).click()
    await owner
      .getByText(/evidence/i)
      .first()
      .waitFor()
    const done = owner.getByRole('button', { name: 'All actions are done' })
    assert.equal(await done.getAttribute('aria-disabled'), 'true')

    await owner.getByLabel('What shows that it was done').fill('Change 4711 began after it.')
    await press(owner, 'It is done', 'The action is done.')
    await press(owner, 'All actions are done', 'Now: Action done.')
  })

  test('the effect is proven after its time, by somebody who did not act, and the finding closes', async () => {
    await page.goto(finding)
    const follows = page.getByRole('region', { name: 'Follow-up' })
    await follows.getByLabel('Judged by').fill('No change of a week begins before its approval.')
    await follows.getByLabel('Effect checked from').fill(on(7))
    await press(page, 'Save the follow-up', 'Saved.')
    await press(page, 'Wait for the effect', 'Now: Waiting for the effect.')
    await page.getByRole('note').filter({ hasText: 'at the earliest' }).waitFor()
    assert.equal(await page.getByRole('button', { name: 'It worked' }).getAttribute('aria-disabled'), 'true')
    shift += 8 * day
    await page.reload()
    await page.getByLabel('What you looked at, and what you saw').fill('31 changes, none began early.')
    await press(page, 'It worked', 'The effect is proven: the finding is closed.')

    assert.match(await sentenceOf(page), /^It is closed\./)
    const chain = page.getByRole('region', { name: 'From correction to proven effect' })
    await chain.getByText('31 changes, none began early.').waitFor()
    assert.match(await chain.innerText(), new RegExp(cause.replace('.', '\\.')))
  })

  test('no page of audits and findings has a barrier, at both widths and in both colours', async () => {
    const to = links.of(house.organization)
    const places = {
      audits: to.audits,
      proposal: to.auditProposal,
      plan: audit,
      checklist: `${audit}/checklist`,
      report: `${audit}/report`,
      findings: to.findings(),
      finding,
    }
    const found: string[] = []
    for (const place of Object.entries(places)) found.push(...(await lookAt(page, place)))

    assert.deepEqual(found, [])
    assert.deepEqual(complaints, [])
  })
})
