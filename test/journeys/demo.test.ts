import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { links } from '../../src/web/links.ts'
import { noBrowser, openBrowser } from './chromium.ts'
import { consultant } from './consultant.ts'
import { externalAuditor } from './external-auditor.ts'
import { follow, type House, openWindow, passwordOf, untilCollected } from './house.ts'
import { internalAuditor } from './internal-auditor.ts'
import { processOwner } from './process-owner.ts'
import { programmeManager } from './programme-manager.ts'
import { serviceDeskLead } from './service-desk-lead.ts'
import { type Site, startSite } from './site.ts'
import { sponsor } from './sponsor.ts'

/** The first hours of everybody, in one simulated house that is loaded once. */
describe('the simulated house in the browser', { skip: noBrowser }, () => {
  let site: Site
  let browser: Browser
  let loaded: House | undefined
  const house = (): House => {
    assert.ok(loaded, 'the house is loaded')
    return loaded
  }

  before(async () => {
    site = await startSite()
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  test('while the demo loads, Today, Readiness and Evidence say what is going on', async () => {
    const window = { browser, url: site.url, complaints: [] }
    const owner = await openWindow(window)
    await owner.goto(site.startLink)
    await owner.getByLabel('Your name').fill('Ada Owner')
    await owner.getByLabel('E-mail address').fill('ada.owner@example.org')
    await owner.getByLabel('Password', { exact: true }).fill(passwordOf('Ada Owner'))
    await owner.getByRole('button', { name: 'Load the demo' }).click()
    await owner.waitForURL('**/o/*/sources')
    loaded = { ...window, owner, organization: /\/o\/([^/]+)/.exec(owner.url())?.[1] ?? '' }

    for (const name of ['Today', 'Readiness', 'Evidence']) {
      await follow(owner, name)
      await owner.getByRole('heading', { name: 'The files are being read.' }).waitFor()
      await owner.getByRole('progressbar').first().waitFor()
    }
    await untilCollected(house())
    await owner.goto(links.of(house().organization).readiness)
    await owner.getByText(/^The date of the certificate, .* is at risk/).waitFor()
  })

  sponsor(house)
  processOwner(house)
  serviceDeskLead(house)
  internalAuditor(house)
  externalAuditor(house)
  consultant(house)
  programmeManager(house)

  test('a process is found by key alone, and so is a ticket', async () => {
    const { owner } = house()
    await follow(owner, 'Today')
    const type = async (words: string) => {
      await owner.getByRole('combobox', { name: /^Search/ }).waitFor()
      await owner.keyboard.type(words)
    }
    await owner.keyboard.press('Control+k')
    await type('CHG0010')
    await owner
      .getByRole('option', { name: /CHG0010/ })
      .first()
      .waitFor()
    await owner.keyboard.press('ArrowDown')
    await owner.keyboard.press('Enter')
    await owner.getByRole('heading', { name: 'What happened' }).waitFor()
    await owner.keyboard.press('/')
    await type('change')
    await owner
      .getByRole('option', { name: /Process/ })
      .first()
      .waitFor()
    await owner.keyboard.press('Enter')

    await owner.getByRole('heading', { level: 1, name: 'Change', exact: true }).waitFor()
  })

  test('what cannot be taken back asks first, and what can be is undone', async () => {
    const { owner, organization } = house()
    await owner.goto(links.of(organization).people)
    const row = owner.getByRole('row').filter({ hasText: 'Luca Moretti' })
    await row.getByRole('combobox', { name: 'Role of Luca Moretti' }).selectOption('Read-only')
    await owner.getByRole('button', { name: 'Undo' }).click()
    await owner.getByText('Undone.').waitFor()
    const chosen = row.getByRole('combobox', { name: 'Role of Luca Moretti' }).locator('option:checked')
    await owner.waitForLoadState('networkidle')
    assert.equal(await chosen.innerText(), 'Contributor')
    await row.getByRole('button', { name: 'End the membership of Luca Moretti' }).click()
    await owner.getByRole('dialog').getByText('To come back, a new invitation is needed.').waitFor()
    await owner.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

    assert.equal(await row.count(), 1)
  })

  test('a dotted word says what it means, also to the keyboard and in another language', async () => {
    const { owner, organization } = house()
    await owner.goto(links.of(organization).readiness)
    const word = owner.getByRole('button', { name: 'Readiness index, as rated' })
    await word.hover()
    await owner.getByText('It is no forecast of the audit.').waitFor()
    await owner.keyboard.press('Escape')
    await owner.mouse.move(0, 0)
    await owner.getByText('It is no forecast of the audit.').waitFor({ state: 'hidden' })
    await word.focus()
    await owner.getByText('It is no forecast of the audit.').waitFor()
    await owner.getByRole('link', { name: 'All words' }).click()
    await owner.getByRole('heading', { level: 1, name: 'Words and what they mean' }).waitFor()
    await owner.getByRole('button', { name: /Language/ }).click()
    await owner.getByRole('menuitemradio', { name: 'Deutsch' }).click()

    await owner.getByText('Keine Vorhersage des Audits.').waitFor()
    await owner.getByRole('button', { name: /Sprache/ }).click()
    await owner.getByRole('menuitemradio', { name: 'English' }).click()
  })

  test('no script or security policy complained in any window', () => {
    assert.deepEqual(house().complaints, [])
  })
})
