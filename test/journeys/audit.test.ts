import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { links } from '../../src/web/links.ts'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { lookAt } from './every-page.ts'
import { follow, sentenceOf } from './house.ts'
import { admit, enter, type SmallHouse, startSmallHouse } from './small-house.ts'

const requirement = '8.5.1.3-a'

/** From a planned audit to a finding whose effect is proven: by the people who would do it, each in a window of their own. */
describe('an internal auditor', { skip: noBrowser }, () => {
  let house: SmallHouse
  let browser: Browser
  /** The auditor, the owner of the process, and the programme manager, who does the action. */
  let ines: Page
  let paul: Page
  let petra: Page
  const complaints: (readonly string[])[] = []
  let finding: string

  before(async () => {
    house = await startSmallHouse()
    await admit(house, 'Ines Audit', 'ines@example.org', 'internal auditor')
    await admit(house, 'Paul Process', 'paul@example.org', 'process owner')
    await admit(house, 'Petra Manager', 'petra@example.org', 'programme manager')
    browser = await openBrowser()
    const windows: Page[] = []
    for (const email of ['ines@example.org', 'paul@example.org', 'petra@example.org']) {
      const opened = await openPage(browser, house.url)
      complaints.push(opened.complaints)
      await enter(opened.page, email)
      windows.push(opened.page)
    }
    const [first, second, third] = windows
    assert.ok(first && second && third)
    ;[ines, paul, petra] = [first, second, third]
  })
  after(async () => {
    await browser?.close()
    await house?.site.close()
  })

  test('plans an audit; whoever answers for the process is refused as its lead, with the reason', async () => {
    await follow(ines, 'Audits')
    await ines.getByText('Plan an audit', { exact: true }).click()
    const form = ines.getByRole('region', { name: 'Plan an audit' })
    await form.getByLabel('What it is called').fill('How changes are approved')
    await form.getByLabel('Planned for').fill(dayFromNow(14))
    await form.getByRole('checkbox', { name: /^8\.5 / }).check()
    await form.getByLabel('Criteria').fill('The standard and the own rules of change.')
    await form.getByLabel('Method').fill('Records by random sample, two interviews.')
    await form.getByLabel('Lead', { exact: true }).selectOption({ label: 'Jonas Lindqvist' })
    await form.getByRole('button', { name: 'Put it into the programme' }).click()
    const refusal = await form.getByRole('alert').innerText()
    assert.match(refusal, /Jonas Lindqvist would audit the own work: answers for Owner of change/)

    await form.getByLabel('Lead', { exact: true }).selectOption({ label: 'Ines Audit' })
    await form.getByRole('button', { name: 'Put it into the programme' }).click()
    await ines.getByRole('heading', { level: 1, name: /How changes are approved/ }).waitFor()
    await ines.getByText('does not audit the own work').first().waitFor()
    await ines.getByText('No proof of competence as auditor').first().waitFor()
  })

  test('makes the checklist, answers a line of it, and draws a sample for that', async () => {
    for (const move of ['The plan stands', 'Make the checklist', 'Begin'])
      await ines.getByRole('button', { name: move, exact: true }).click()
    await ines.getByRole('link', { name: 'Checklist', exact: true }).click()
    await ines.getByRole('button', { name: new RegExp(`^${requirement.replaceAll('.', '\\.')} `) }).click()
    await ines.getByRole('list', { name: 'What the checks said' }).waitFor()
    await ines.getByRole('button', { name: 'Draw a sample for this' }).click()
    await ines.getByLabel('Drawn from').selectOption('Closed normal changes')
    await ines.getByLabel('Seed').fill('20000')
    await ines.getByRole('button', { name: /^Draw/ }).last().click()
    await ines.getByText('The sample is drawn and linked.').waitFor()
    await ines
      .getByRole('region', { name: 'Samples' })
      .getByText('seed 20,000')
      .or(ines.getByRole('region', { name: 'Samples' }).getByText('seed 20000'))
      .waitFor()
    await ines.getByRole('radio', { name: 'Not met' }).check()
    await ines.getByLabel('Working notes').fill('Two of ten were approved after start.')
    await ines.getByRole('button', { name: 'Save the answer' }).click()
    await ines.getByText(`${requirement} is answered.`).waitFor()
  })

  test('raises a minor with all parts of its text, and gives it to the owner of the process', async () => {
    await ines.getByRole('link', { name: 'Findings', exact: true }).last().click()
    const form = ines.getByRole('region', { name: 'Raise a finding' })
    await form.getByLabel('What was found').fill('Approval after start')
    await form.getByLabel('Requirements').fill(requirement)
    await form.getByLabel('Evidence').fill('2 of 10 changes drawn at random (seed 20000).')
    await form.getByLabel('What is missing').fill('Approval before start in every case.')
    await form.getByLabel('Reason of the grade').fill('One team; nothing followed from it.')
    await form.getByLabel('Extent').fill('Other teams: none in the sample.')
    await form.getByRole('button', { name: 'Raise it' }).click()
    await ines.getByRole('link', { name: /^FND-\d+ Approval after start/ }).click()
    await ines.getByRole('heading', { level: 1, name: /Approval after start/ }).waitFor()
    finding = new URL(ines.url()).pathname
    await followUp(ines, async (part) => part.getByLabel('Owner').selectOption({ label: 'Paul Process' }))
    assert.match(await sentenceOf(ines), /Paul Process answers for it/)
  })

  type Part = ReturnType<Page['getByRole']>

  async function followUp(page: Page, fill: (part: Part) => Promise<unknown>): Promise<void> {
    const part = page.getByRole('region', { name: 'Follow-up' })
    await fill(part)
    await part.getByRole('button', { name: 'Save the follow-up' }).click()
    await page.getByText('Saved.').last().waitFor()
  }

  async function go(page: Page, move: string): Promise<void> {
    await page.goto(finding)
    await page.getByRole('region', { name: 'Go on' }).getByRole('button', { name: move, exact: true }).click()
    await page
      .getByText(/^Now: /)
      .last()
      .waitFor()
  }

  test('the owner of the process finds it on Today, and writes correction, cause and action', async () => {
    await follow(paul, 'Today')
    await paul.getByRole('link', { name: /Approval after start/ }).click()
    await paul.getByLabel('What was done at once').fill('Both changes were looked at again.')
    await paul.getByRole('button', { name: 'Save the correction' }).click()
    await paul.getByText('Saved.').last().waitFor()
    await go(paul, 'It is corrected')
    await go(paul, 'Look for the cause')
    await paul.getByLabel('Why 1').fill('Approval was asked for after start.')
    await paul.getByRole('button', { name: 'Add a row' }).click()
    await paul.getByLabel('Why 2').fill('The form lets a change start without it.')
    await paul.getByLabel('Root cause').fill('The tool does not hold the rule.')
    await paul.getByLabel('Category of the cause').selectOption('tools')
    await paul.getByLabel('Similar cases').fill('Two other teams: none.')
    await paul.getByRole('button', { name: 'Save the cause' }).click()
    await paul.getByText('Saved.').last().waitFor()
    await addAction()
    await paul
      .getByRole('region', { name: 'Go on' })
      .getByRole('button', { name: 'Actions are planned', exact: true })
      .and(paul.locator('[aria-disabled="true"]'))
      .waitFor()
    await approve()
  })

  async function addAction(): Promise<void> {
    await paul.goto(finding)
    await paul.getByLabel('What is to be done').fill('Let the form demand approval')
    await paul.getByLabel('Who does it').selectOption({ label: 'Petra Manager' })
    await paul.getByLabel('Until', { exact: true }).fill(dayFromNow(5))
    await paul.getByRole('button', { name: 'Add the action' }).click()
    await paul.getByText('The action is added.').waitFor()
  }

  async function approve(): Promise<void> {
    await ines.goto(finding)
    await ines.getByRole('button', { name: 'Approve the cause' }).click()
    await ines.getByText(/^Approved by Ines Audit/).waitFor()
  }

  /** The action is done some days ago, and the effect is checked from today. */
  async function actAndWait(): Promise<void> {
    await go(paul, 'Actions are planned')
    await go(paul, 'Start the actions')
    await petra.goto(finding)
    await petra.getByLabel('What shows that it was done').fill('CHG-2001, configuration of the form')
    await petra.getByLabel('Done on the day').fill(dayFromNow(-10))
    await petra.getByRole('button', { name: 'It is done', exact: true }).click()
    await petra.getByText('The action is done.').waitFor()
    await go(paul, 'All actions are done')
    await ines.goto(finding)
    await followUp(ines, async (part) => {
      await part.getByLabel('Judged by').fill('No approval after start for a month')
      await part.getByLabel('Effect checked from').fill(dayFromNow(0))
    })
    await go(ines, 'Wait for the effect')
  }

  test('whoever did the action is refused its effect check; a failed check sends the finding back', async () => {
    await actAndWait()
    await petra.goto(finding)
    await petra.getByRole('note').getByText('Its effect is checked by somebody else').waitFor()
    await petra.getByLabel('What you looked at, and what you saw').fill('All fine.')
    await petra
      .getByRole('button', { name: 'It worked' })
      .and(petra.locator('[aria-disabled="true"]'))
      .waitFor()

    await ines.goto(finding)
    await ines.getByLabel('What you looked at, and what you saw').fill('One change of eight again.')
    await ines.getByRole('button', { name: 'It did not work' }).click()
    await ines.getByText('It did not work: the cause is looked for again.').waitFor()
    assert.match(await sentenceOf(ines), /The cause is being looked for/)
  })

  test('after another action the effect is proven, and the finding is closed', async () => {
    await addAction()
    await approve()
    await actAndWait()
    await ines.goto(finding)
    await ines.getByLabel('What you looked at, and what you saw').fill('None of 38 changes of the month.')
    await ines.getByRole('button', { name: 'It worked' }).click()
    await ines.getByText('The effect is proven: the finding is closed.').waitFor()

    assert.match(await sentenceOf(ines), /^It is closed\./)
  })

  test('no page of audits and findings has a barrier, at both widths and in both colours', async () => {
    const to = links.of(house.organization)
    const audit = await house.site.world.records.db
      .selectFrom('audit')
      .select('id')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    const places = {
      audits: to.audits,
      proposal: to.auditProposal,
      plan: to.audit(audit.id),
      checklist: to.auditChecklist(audit.id),
      'findings of an audit': to.auditFindings(audit.id),
      report: to.auditReport(audit.id),
      findings: to.findings(),
      finding,
    }
    const found: string[] = []
    for (const place of Object.entries(places)) found.push(...(await lookAt(ines, place)))

    assert.deepEqual(found, [])
    assert.deepEqual(complaints.flat(), [])
  })
})

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
