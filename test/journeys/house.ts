import type { Browser, Page } from 'playwright-core'
import { guestRoles } from '#access/member-store.ts'
import type { Role } from '#access/permissions.ts'
import { links } from '../../src/web/links.ts'
import { openPage, type Sight } from './chromium.ts'

/** An organization in the browser: its owner is signed in, others are invited when a journey needs them. */
export type House = Readonly<{
  browser: Browser
  url: string
  owner: Page
  organization: string
  /** What scripts and security policies complained about, in every window. */
  complaints: string[]
}>

/** How long the simulated house may take to move in, in milliseconds, on a machine that is busy with other tests. */
const patience = 7 * 60_000

/** Opens a window of its own, with cookies of its own; its complaints are the house's. */
export async function openWindow(
  house: Omit<House, 'owner' | 'organization'>,
  sight: Sight = {},
): Promise<Page> {
  const { page, complaints } = await openPage(house.browser, house.url, sight)
  page.on('close', () => house.complaints.push(...complaints))
  return page
}

/** Somebody is invited by the owner, finds the message in the outbox, and comes in by its link with a password of his own. */
export async function join(house: House, name: string, role: Role, sight: Sight = {}): Promise<Page> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
  const page = await openWindow(house, sight)
  await page.goto(await invite(house, email, role))
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(passwordOf(name))
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await page.waitForURL(`**/o/${house.organization}/**`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** The password that somebody of these journeys chooses. */
export function passwordOf(name: string): string {
  return `marmalade kettle ${name.length} voyages`
}

/** Signs in by address and password, and waits for whatever comes next. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(`${name.toLowerCase().replaceAll(' ', '.')}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill(passwordOf(name))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The owner invites somebody by the page, and reads the link in the outbox. */
export async function invite({ owner, organization }: House, email: string, role: Role): Promise<string> {
  const to = links.of(organization)
  await owner.goto(to.people)
  const form = owner.getByRole('region', { name: 'Invite somebody' })
  await form.getByLabel('E-mail address').fill(email)
  await form.getByLabel('Role').selectOption(role)
  if (guestRoles.includes(role)) await form.getByLabel('Until').fill(inAMonth())
  await form.getByRole('button', { name: 'Invite' }).click()
  await owner.getByText(`${email} was invited.`).waitFor()
  await owner.goto(to.outbox)
  const mail = owner.getByRole('listitem').filter({ hasText: email }).first()
  await mail.getByText(email).click()
  const text = await mail.innerText()
  const link = /http\S+\/invitation#code=\S+/.exec(text)?.[0]
  if (!link) throw new Error(`The message to ${email} holds no link:\n${text}`)
  return link
}

function inAMonth(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
}

/** Follows an entry of the navigation and waits for its page. */
export async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** Waits until the tickets of the house are read and every check was asked. */
export async function untilCollected({ owner, organization }: House): Promise<void> {
  const end = Date.now() + patience
  while (Date.now() < end) {
    const jobs = await owner.evaluate<readonly { kind: string; state: string; message?: string }[]>(
      `fetch('/api/organizations/${organization}/jobs?limit=20').then((said) => said.json()).then(({ items }) => items)`,
    )
    const broken = jobs.find(({ state }) => state === 'failed' || state === 'refused')
    if (broken) throw new Error(`${broken.kind} ${broken.state}: ${broken.message ?? ''}`)
    if (jobs.some(({ kind, state }) => kind === 'collect' && state === 'done')) return
    await owner.waitForTimeout(1_000)
  }
  throw new Error('The checks were not asked in time')
}

/** The sentence below the name of a page, which answers its question. */
export async function sentenceOf(page: Page): Promise<string> {
  return page.getByRole('main').locator('header p').first().innerText()
}
