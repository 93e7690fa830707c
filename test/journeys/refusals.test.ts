import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { links } from '../../src/web/links.ts'
import { noBrowser, openBrowser, openPage } from './chromium.ts'
import { type Site, startSite } from './site.ts'

/** What cannot be meant is refused in plain words that name the records, and nothing of it is kept. */
describe('bad input in the browser', { skip: noBrowser }, () => {
  let site: Site
  let browser: Browser
  let page: Page
  let organization: string
  let complaints: readonly string[]

  before(async () => {
    site = await startSite()
    browser = await openBrowser()
    const opened = await openPage(browser, site.url)
    page = opened.page
    complaints = opened.complaints
    await page.goto(site.startLink)
    await page.getByLabel('Your name').fill('Ada Owner')
    await page.getByLabel('E-mail address').fill('ada@example.org')
    await page.getByLabel('Password', { exact: true }).fill('seven blue herons fly')
    await page.getByLabel('My own organization').check()
    await page.getByLabel('Name of the organization').fill('Maison Clément')
    await page.getByRole('button', { name: 'Start empty' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor()
    organization = /\/o\/([^/]+)\//.exec(page.url())?.[1] ?? ''
    const rating = { rating: 'minor_nc', rationale: 'Nothing was shown.' }
    for (const requirement of ['4.1-a', '4.2-a']) {
      await ask('PUT', `requirements/${requirement}/rating`, rating, 0)
      await ask('PUT', `requirements/${requirement}/remedy`, { state: 'accepted' }, 0)
    }
    for (const name of ['ada', 'ben', 'cleo', 'dan'])
      await ask('POST', 'registers/workforce/records', {
        data: {
          name,
          unit: 'Desk',
          email: `${name}@example.org`,
          ...(name === 'ada' ? { leader: 'top' } : {}),
        },
      })
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  /** Asks the API in the session of the page; what it says is given whole. */
  function ask(method: string, path: string, body?: object, version?: number): Promise<Told> {
    const headers = {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    }
    return page.evaluate(
      async ({ url, how }) => {
        const said = await fetch(url, how)
        return { status: said.status, body: (await said.json()) as Told['body'] }
      },
      {
        url: `/api/organizations/${organization}/${path}`,
        how: { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) },
      },
    )
  }

  async function planVersion(): Promise<number> {
    return (await ask('GET', 'roadmap/plan')).body.version ?? -1
  }

  /** Opens the page of roles and dates anew, spoils the plan, and gives what the page says then. */
  async function refusal(spoil: () => Promise<void>): Promise<string> {
    await page.goto(links.of(organization).roadmapRoles)
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor()
    await spoil()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const alert = page.getByRole('main').getByRole('alert')
    await alert.waitFor()
    return alert.innerText()
  }

  test('dependencies in a circle, a role without time, a missing role and a day that has passed are named and not kept', async () => {
    const version = await planVersion()
    const circle = await refusal(() =>
      page.getByRole('textbox', { name: 'Dependencies of your own' }).fill('4.1-a → 4.2-a\n4.2-a → 4.1-a'),
    )
    const idle = await refusal(() => page.getByLabel('SMS manager: People').fill('0'))
    const past = await refusal(() => page.locator('input[type="date"]').last().fill('2020-01-06'))

    assert.match(circle, /circle: 4\.\d-a → 4\.\d-a → 4\.\d-a/)
    assert.match(idle, /SMS manager has no capacity for .*4\.1-a/)
    assert.match(past, /cannot begin in the past \(2020-01-06\)/)
    assert.equal(await planVersion(), version)
  })

  test('a survey of a group that is too small is refused with the group and its size, and nobody is asked', async () => {
    await page.goto(links.of(organization).surveys)
    const form = page.getByRole('region', { name: 'Send a survey' })
    await form.getByLabel('Questions').selectOption('pulse')
    await form.getByLabel('Who spoke for the staff').fill('Works council, yesterday')
    await form.getByLabel('Open until').fill('2099-01-01')
    await form.getByRole('button', { name: /^Send to/ }).click()

    await form
      .getByRole('alert')
      .getByText(/Desk \(4\)\. A group needs 5 people/)
      .waitFor()
    assert.deepEqual((await ask('GET', 'adoption/surveys')).body.items, [])
  })

  test('a leader who confirms an act of his own is refused by his name, and it does not count', async () => {
    const data = {
      title: 'Spoke to the desk',
      leader: 'ada@example.org',
      kind: 'communication',
      done_on: '2026-01-05',
      confirmed_by: 'ben@example.org',
    }
    const act = await ask('POST', 'registers/leadership-acts/records', { data, state: 'declared' })
    const at = `registers/leadership-acts/records/${act.body.id}`
    const own = await ask('POST', `${at}/moves`, { to: 'confirmed' }, 1)

    assert.equal(act.status, 201)
    assert.equal(own.status, 403, JSON.stringify(own.body))
    assert.match(own.body.detail ?? '', /leader/i)
    assert.equal((await ask('GET', at)).body.state, 'declared')
  })

  test('flows without a change of sign have no return, and the page says why', async () => {
    await page.goto(links.of(organization).businessCase())
    await page.getByRole('button', { name: 'Set up the business case' }).click()
    await page.getByRole('heading', { name: /values are missing/ }).waitFor()
    const { body } = await ask('GET', 'case')
    const one = { low: 1, base: 1, high: 1, source: 'Try', quality: 'J' }
    for (const { id, neededBy, version } of body.assumptions ?? [])
      if (neededBy.length > 0) await ask('PUT', `case/assumptions/${id}`, one, version)
    await page.reload()

    await page.getByText('none: the flows have no change of sign').waitFor()
    await page.getByText('never within the horizon').first().waitFor()
  })

  test('nothing broke on the way', () => {
    const expected = /status of (403|422)/

    assert.deepEqual(
      complaints.filter((one) => !expected.test(one)),
      [],
    )
  })
})

type Told = Readonly<{
  status: number
  body: Readonly<{
    id?: string
    version?: number
    state?: string
    detail?: string
    items?: readonly unknown[]
    assumptions?: readonly Readonly<{ id: string; neededBy: readonly string[]; version: number }>[]
  }>
}>
