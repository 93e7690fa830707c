import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { links } from '../../src/web/links.ts'
import { findBarriers } from './axe.ts'

/** Pictures of every page are kept in this folder, where one is named. */
const pictures = process.env.CLAUSEWISE_PICTURES

const widths = [1280, 390] as const
const schemes = ['light', 'dark'] as const
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
  for (const width of widths) {
    await page.setViewportSize({ width, height: 860 })
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme })
      found.push(...(await findBarriers(page)).map((one) => `${width} ${scheme}: ${one}`))
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

/** Every page of an organization, by the name of its link; links that need a word get one that is there. */
export async function placesOf(page: Page, organization: string): Promise<readonly Place[]> {
  const words = await wordsFor(page, organization)
  const missing: string[] = []
  const places = Object.entries(links.of(organization)).flatMap(([name, link]): Place[] => {
    if (typeof link === 'string') return [[name, link]]
    const [first = '', second = ''] = words[name] ?? []
    if (link.length > 0 && first === '') missing.push(name)
    // A link takes words, and at its end a query that may be left out.
    return [[name, link.length === 0 ? (link as () => string)() : (link as TwoWords)(first, second)]]
  })
  if (missing.length > 0)
    throw new Error(`Say in test/journeys/every-page.ts what stands in these links: ${missing.join(', ')}`)
  return places
}

type TwoWords = (first: string, second: string) => string

/** For every link that takes words, words that lead to a page of this organization. */
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
    requirement: ['4.1-a'],
    check: ['change.approved-before-start'],
    measure: ['service-request.approval-share'],
    process: ['change'],
    ticket: [exception.subject ?? ''],
    sample: [(await ask('samples')).id ?? ''],
    reading: [(await ask('imports')).id ?? ''],
    register: ['risks'],
    record: ['risks', (await ask('registers/risks/records')).id ?? ''],
  }
}
