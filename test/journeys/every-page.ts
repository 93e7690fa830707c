import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { links } from '../../src/web/links.ts'
import { findBarriers } from './axe.ts'

/** Pictures of every page are kept in this folder, where one is named. */
const pictures = process.env.CLAUSEWISE_PICTURES

/** Each width and each colour once; all four pairs where pictures are wanted. */
const sights = [
  [1280, ['light']],
  [390, ['dark']],
] as const
const everySight = [
  [1280, ['light', 'dark']],
  [390, ['light', 'dark']],
] as const
const calm = '*, *::before, *::after { transition: none !important; animation: none !important; }'

/** A page by the name of its link, and where it is. */
export type Place = readonly [name: string, address: string]

/** Opens a page and says what is wrong with it. */
export async function lookAt(page: Page, [name, address]: Place): Promise<readonly string[]> {
  await page.setViewportSize({ width: 1280, height: 860 })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  const isThere = !(await page.getByRole('heading', { name: 'There is no such page.' }).isVisible())
  return isThere ? look(page, name) : [`${name}: there is no such page`]
}

/** What is wrong with the page that is open, at both widths and in both colours: barriers, and what is cut off. */
export async function look(page: Page, name: string): Promise<readonly string[]> {
  await page.addStyleTag({ content: calm })
  const found: string[] = []
  let looks = 0
  for (const [width, schemes] of pictures ? everySight : sights) {
    await page.setViewportSize({ width, height: 860 })
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme })
      const barriers = await findBarriers(page, looks > 0)
      looks += 1
      found.push(...barriers.map((one) => `${width} ${scheme}: ${one}`))
      await picture(page, `${name}-${width}-${scheme}`)
    }
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (wide > width) found.push(`${width}: the page is ${wide} wide`)
  }
  await page.setViewportSize({ width: 1280, height: 860 })
  await page.emulateMedia({ colorScheme: 'light' })
  return found.map((one) => `${name}: ${one}`)
}

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

/** Every page of an organization, by the name of its link; what the house holds none of is left out. */
export async function placesOf(page: Page, organization: string): Promise<readonly Place[]> {
  const words = await wordsFor(page, organization)
  const places = new Map<string, string>()
  for (const [name, link] of Object.entries(links.of(organization))) {
    const address =
      typeof link === 'string'
        ? link
        : addressOf(link as TwoWords, words[name] ?? [await firstBelow(page, link as TwoWords)])
    if (address !== undefined) places.set(address, name)
  }
  return [...places].map(([address, name]) => [name, address])
}

/** A link takes words, and at its end a query that may be left out. */
function addressOf(link: TwoWords, given: readonly string[]): string | undefined {
  if (link.length === 0) return link()
  return given.includes('') ? undefined : link(...given)
}

/** The first word that the list above a link leads to; empty where the list holds nothing yet. */
async function firstBelow(page: Page, link: TwoWords): Promise<string> {
  if (link.length !== 1) return ''
  const list = link('').replace(/\/$/, '')
  await page.goto(list)
  await page.waitForLoadState('networkidle')
  const found = page.locator(`main a[href^="${list}/"]`)
  return (await found.count()) > 0
    ? ((await found.first().getAttribute('href'))?.split('/').at(-1) ?? '')
    : ''
}

type TwoWords = (...words: readonly string[]) => string

/** For links whose words stand on no list, words that lead to a page of this organization; empty ones where it has none. */
async function wordsFor(
  page: Page,
  organization: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const ask = (path: string) =>
    page.evaluate<Readonly<Record<string, string>>>(
      `fetch('/api/organizations/${organization}/${path}').then((said) => said.json()).then(({ items }) => items[0] ?? {})`,
    )
  const exception = await ask('checks/change.approved-before-start/exceptions')
  return {
    requirement: ['8.5.1.3-a'],
    check: ['change.approved-before-start'],
    measure: ['service-request.approval-share'],
    process: ['change'],
    ticket: [exception.subject ?? ''],
    sample: [(await ask('samples')).id ?? ''],
    reading: [(await ask('imports')).id ?? ''],
    kpi: ['KPI-068'],
    register: ['risks'],
    record: ['risks', (await ask('registers/risks/records')).id ?? ''],
    importInto: ['risks'],
    compareIn: ['alternatives'],
    // Nobody has imported a list in the house.
    imported: [''],
  }
}
