import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const executable = findChromium()

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
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  return { page, context, complaints }
}

function findChromium(): string | undefined {
  const said = process.env.CLAUSEWISE_CHROMIUM
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin']
  const places = said ? [said] : folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return places.find(canRun)
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
