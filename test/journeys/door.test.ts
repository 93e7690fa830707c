import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TOTP, URI } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { links } from '../../src/web/links.ts'
import { noBrowser, openBrowser } from './chromium.ts'
import { look } from './every-page.ts'
import { type House, invite, openWindow, passwordOf, signIn } from './house.ts'
import { type Site, startSite } from './site.ts'

const grace = 'Grace Guest'
const second = 'teal harbour 58 lanterns'

describe('the door in the browser', { skip: noBrowser }, () => {
  let site: Site
  let browser: Browser
  let house: House
  let page: Page
  let totp: TOTP
  let spare: readonly string[]

  before(async () => {
    site = await startSite()
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  const signOut = async () => {
    await page.getByRole('button', { name: /Your account:/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  }
  const arrive = () => page.waitForURL(`**/o/${house.organization}/**`)

  test('the start has no barrier, and makes an owner with an empty organization', async () => {
    const window = { browser, url: site.url, complaints: [] }
    const owner = await openWindow(window)
    await owner.goto(site.startLink)
    await owner.getByRole('heading', { level: 1, name: 'Start Clausewise' }).waitFor()
    assert.deepEqual(await look(owner, 'start'), [])
    await owner.getByLabel('Your name').fill('Ada Owner')
    await owner.getByLabel('E-mail address').fill('ada@example.org')
    await owner.getByLabel('Password', { exact: true }).fill(passwordOf('Ada Owner'))
    await owner.getByLabel('My own organization').check()
    await owner.getByLabel('Name of the organization').fill('Haus Bergmann')
    await owner.getByRole('button', { name: 'Start empty' }).click()
    await owner.waitForURL('**/o/*/sources')

    house = { ...window, owner, organization: /\/o\/([^/]+)/.exec(owner.url())?.[1] ?? '' }
  })

  test('an invitation is handed over from the outbox and accepted with a password of one’s own', async () => {
    const link = await invite(house, 'grace.guest@example.org', 'programme manager')
    assert.deepEqual(await look(house.owner, 'outbox with a message'), [])
    page = await openWindow(house)
    await page.goto(link)
    await page.getByText('You are invited to Haus Bergmann as Programme manager.').waitFor()
    assert.deepEqual(await look(page, 'invitation'), [])
    await page.getByLabel('Your name').fill(grace)
    await page.getByLabel('Password', { exact: true }).fill('short')
    await page.getByRole('button', { name: 'Accept the invitation' }).click()
    await page.getByText('A password has 12 to 128 characters.').waitFor()
    await page.getByLabel('Password', { exact: true }).fill(passwordOf(grace))
    await page.getByRole('button', { name: 'Accept the invitation' }).click()
    await arrive()
    await signOut()
    await page.goto(link)

    await page.getByText('This invitation was used, withdrawn or has expired. Ask for a new one.').waitFor()
  })

  test('a link from a mail survives the sign-in', async () => {
    const deep = `${links.of(house.organization).requirement('8.5.1.3-a')}#evidence`
    await page.goto(deep)
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    assert.deepEqual(await look(page, 'sign-in'), [])
    await page.getByLabel('E-mail address').fill('grace.guest@example.org')
    await page.getByLabel('Password', { exact: true }).fill('not her password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('E-mail address or password is wrong.').waitFor()
    await signIn(page, grace)
    await page.getByRole('heading', { name: 'What is asked' }).waitFor()

    assert.ok(page.url().endsWith(deep), page.url())
  })

  test('a forgotten password is replaced by a link, and the old one is refused', async () => {
    await signOut()
    await page.getByLabel('E-mail address').fill('grace.guest@example.org')
    await page.getByRole('button', { name: 'Forgot the password?' }).click()
    await page.getByText('the link to a new password stands in the console of the server').waitFor()
    await page.goto(await saidBy(site, /http\S+\/new-password#code=\S+/))
    await page.getByRole('heading', { level: 1, name: 'New password' }).waitFor()
    assert.deepEqual(await look(page, 'new password'), [])
    await page.getByLabel('New password').fill(second)
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByRole('link', { name: 'Sign in' }).click()
    await signIn(page, grace)
    await page.getByText('E-mail address or password is wrong.').waitFor()
    await page.getByLabel('Password', { exact: true }).fill(second)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()

    await arrive()
  })

  test('a second step is set up by the key of an app', async () => {
    await page.goto(links.of(house.organization).settings)
    const form = page.getByRole('form', { name: 'Second step by authenticator app' })
    await form.getByLabel('Your password now').fill(second)
    await form.getByRole('button', { name: 'Set up' }).click()
    await form.getByRole('img', { name: /Picture for the authenticator app/ }).waitFor()
    assert.deepEqual(await look(page, 'second step set up'), [])
    const secret = await form.getByLabel('Or type in this key:').inputValue()
    spare = await form.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts()
    totp = URI.parse(`otpauth://totp/Clausewise?secret=${secret}`) as TOTP
    await form.getByLabel('Code', { exact: true }).fill(totp.generate())
    await form.getByRole('button', { name: 'Confirm and switch on' }).click()
    await page.getByText('It is on: signing in asks for a code.').waitFor()

    assert.equal(spare.length, 10)
  })

  test('signing in asks for the code, and takes a recovery code when the app is lost', async () => {
    await signOut()
    await enterPassword(page)
    await page.getByRole('heading', { level: 1, name: 'Second step' }).waitFor()
    assert.deepEqual(await look(page, 'second step'), [])
    await page.getByLabel('Code').fill('000000')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('This code is not valid, or no longer.').waitFor()
    await page.getByLabel('Code').fill(totp.generate())
    await page.getByRole('button', { name: 'Continue' }).click()
    await arrive()
    await signOut()
    await enterPassword(page)
    await page.getByRole('button', { name: 'Use a recovery code instead' }).click()
    await page.getByLabel('Recovery code').fill(spare[0] ?? '')
    await page.getByRole('button', { name: 'Continue' }).click()

    await arrive()
  })

  test('the trail tells the owner of it, and holds no secret', async () => {
    const { owner, organization } = house
    await owner.goto(links.of(organization).trail({ kind: 'account' }))
    const trail = owner.getByRole('list', { name: 'Audit trail' })
    await trail.getByRole('listitem').first().waitFor()

    assert.deepEqual(
      (await trail.locator('summary span[lang]').allInnerTexts()).toReversed(),
      ['change password', 'turn on second step', 'use or renew recovery codes'].map(
        (what) => `${what} account`,
      ),
    )
    await page.close()
    assert.deepEqual(house.complaints, [])
  })
})

async function enterPassword(page: Page): Promise<void> {
  await page.getByLabel('E-mail address').fill('grace.guest@example.org')
  await page.getByLabel('Password', { exact: true }).fill(second)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** What the server printed for whoever runs it; without a mail server, links that are one person's are said there. */
async function saidBy(site: Site, wanted: RegExp): Promise<string> {
  for (let turn = 0; turn < 300; turn += 1) {
    const found = wanted.exec(site.said())?.[0]
    if (found) return found
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`The server said nothing like ${wanted.source}`)
}
