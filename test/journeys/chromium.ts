import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../scripts/browser.mjs'

const executable = findBrowser()

/** Why a browser test cannot run here; false when it can. */
export const noBrowser: string | false =
  executable === undefined &&
  'needs a Chromium on the PATH: on Debian or Ubuntu, apt-get install chromium; elsewhere set CLAUSEWISE_CHROMIUM to its path'

/** Opens the browser of this machine. */
export async function openBrowser(): Promise<Browser> {
  if (executable === undefined) throw new Error(String(noBrowser))
  return chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** Where a page is looked at: how wide, and in which colours. */
export type Sight = Readonly<{ width?: number; scheme?: 'light' | 'dark'; locale?: string }>

/** A window that fails the test when a script of the page breaks or its security policy is hurt. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1280, scheme = 'light', locale = 'en-GB' }: Sight = {},
): Promise<Readonly<{ page: Page; context: BrowserContext; complaints: readonly string[] }>> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: 860 },
    colorScheme: scheme,
    locale,
    timezoneId: 'Europe/Zurich',
    bypassCSP: true,
  })
  // A machine with much to do is no fault of the page.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  return { page, context, complaints }
}
