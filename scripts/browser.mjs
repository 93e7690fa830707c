import { spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = ['/usr/bin', '/snap/bin', '/Applications/Google Chrome.app/Contents/MacOS']
const quiet = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=60', '-o', 'Acquire::Retries=1']

/** Milliseconds that a browser may take to be installed. */
const patience = 4 * 60_000

/** The path of a Chromium that can be run here: the one that CLAUSEWISE_CHROMIUM names, else one on the path. */
export function findBrowser(env = process.env) {
  const said = env.CLAUSEWISE_CHROMIUM
  const folders = [...(env.PATH ?? '').split(delimiter), ...places]
  const paths = said ? [said] : folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...paths, ...(said ? [] : [join(places[2], 'Google Chrome')])].find(canRun)
}

/** Whether a file of tests opens a browser. */
export function opensBrowser(file) {
  return /from '(playwright-core|[^']*\/chromium\.ts)'/.test(readFileSync(file, 'utf8'))
}

/**
 * Sees to a browser for the tests. Where none is found, Debian's is installed when that is ours to do; in every other
 * case `say` gets a sentence on what to do, and the tests that need one are left out.
 */
export function provideBrowser(say, system = thisSystem()) {
  if (findBrowser(system.env)) return
  const hindrance = whyNotInstalled(system)
  if (hindrance) return say(`No browser for the browser tests: ${hindrance}`)
  say("No browser for the browser tests: installing Debian's chromium (once; a minute or two) ...")
  const trouble = install()
  if (trouble) return say(`chromium could not be installed: ${trouble}`)
  const path = findBrowser(system.env)
  return say(path ? `chromium is installed: ${path}` : 'chromium was installed, but cannot be run here.')
}

/** Why we do not install a browser here, and what to do; undefined when we do. */
export function whyNotInstalled({ env, isRoot, isDebian }) {
  if (env.CLAUSEWISE_CHROMIUM)
    return `CLAUSEWISE_CHROMIUM names ${env.CLAUSEWISE_CHROMIUM}, which cannot be run. Name another one, or none to let one be looked for.`
  if (!isDebian) return 'install Chromium or Chrome, or set CLAUSEWISE_CHROMIUM to its path.'
  if (!isRoot) return 'run: sudo apt-get install chromium'
  return undefined
}

function thisSystem() {
  return { env: process.env, isRoot: process.getuid?.() === 0, isDebian: isDebian() }
}

/** Debian itself only: the packages of its descendants are often empty and send to another store. */
function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')) && canRun('/usr/bin/apt-get')
  } catch {
    return false
  }
}

/** What went wrong, in apt's last words; undefined when nothing did. */
function install() {
  const end = Date.now() + patience
  const steps = [
    ['update', ...quiet],
    ['install', ...quiet, '--no-install-recommends', 'chromium'],
  ]
  for (const args of steps) {
    const made = spawnSync('apt-get', args, {
      encoding: 'utf8',
      timeout: Math.max(end - Date.now(), 1),
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (made.error?.code === 'ETIMEDOUT')
      return `apt-get ${args[0]} took longer than ${patience / 60_000} minutes`
    if (made.status !== 0 && args[0] === 'install')
      return (made.error?.message ?? made.stderr).trim().split('\n').slice(-2).join(' ')
  }
  return undefined
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
