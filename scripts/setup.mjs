import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. Plain JavaScript here: this file runs on Node 20, before anything is installed. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const modules = join(root, 'node_modules')
const stamp = join(modules, '.clausewise-installed')
const lock = join(root, 'work', 'setup.lock')
const patience = 15 * 60_000

/** Installs the packages of package-lock.json unless they are there; two at once take turns. */
export function setUp() {
  if (isInstalled()) return
  takeTurn()
  const giveBack = () => rmSync(lock, { recursive: true, force: true })
  process.once('exit', giveBack)
  if (!isInstalled()) install()
  process.off('exit', giveBack)
  giveBack()
}

/** The Node 24 that came with the packages, or the running one when it is new enough. */
export function newNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const bundled = join(modules, `node-${system}-${process.arch}`, 'bin', name)
  if (existsSync(bundled)) return bundled
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return stop(
    `There is no Node 24 for ${process.platform} ${process.arch} among the packages, and this is Node ${process.versions.node}.`,
    'Install Node 24 or newer and try again.',
  )
}

/** Ends the program with a sentence on what is wrong and one on what to do next. */
export function stop(wrong, next) {
  console.error(`${wrong}\n${next}`)
  process.exit(1)
}

function isInstalled() {
  if (!existsSync(modules)) return false
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  if (!agreesWithLock()) return false
  keepStamp(wanted)
  return true
}

function fingerprint() {
  const text = readFileSync(join(root, 'package-lock.json'))
  return `${process.platform}-${process.arch} ${createHash('sha256').update(text).digest('hex')}\n`
}

/** npm writes its own list last, so an installation by hand is seen and an interrupted one is not taken for whole. */
function agreesWithLock() {
  const list = join(modules, '.package-lock.json')
  if (!existsSync(list)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const found = JSON.parse(readFileSync(list, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    return found[path] ? found[path].version === version : optional === true
  })
}

function keepStamp(text) {
  try {
    writeFileSync(stamp, text)
  } catch {
    // A folder that cannot be written to is compared with the lock file each time: slower by milliseconds, and right.
  }
}

function install() {
  console.error('Installing the packages this project needs (once; about a minute, about 1 GB) ...')
  const args = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
  ]
  const { command, before } = npm()
  const made = spawnSync(command, [...before, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  })
  if (made.signal) process.exit(128 + (constants.signals[made.signal] ?? 0))
  if (made.error || made.status !== 0) fail(made)
  keepStamp(fingerprint())
}

/** The npm that called us, run by the Node that runs us; else the npm on the path. */
function npm() {
  const path = process.env.npm_execpath
  if (path?.endsWith('.js') && existsSync(path)) return { command: process.execPath, before: [path] }
  return { command: 'npm', before: [] }
}

const reasons = [
  [
    /ENOSPC/,
    'The disk is full.',
    "Make about 1 GB of room for node_modules and npm's cache, then try again.",
  ],
  [
    /EACCES|EPERM|EROFS/,
    'A folder cannot be written to.',
    `Check who owns ${root} and npm's cache (npm config get cache), then try again.`,
  ],
  [
    /EINTEGRITY/,
    'A package is not the one that package-lock.json names.',
    'Run npm cache clean --force and try again; if it stays so, do not go on and ask who runs your registry.',
  ],
  [
    /E404|ETARGET|notarget/,
    'The registry does not have a package or version that is needed.',
    'Use a registry that mirrors npm completely (npm config get registry), then try again.',
  ],
  [
    /EUSAGE|in sync/,
    'package.json and package-lock.json do not belong together.',
    'Restore both from the repository, then try again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network/i,
    'The package registry cannot be reached.',
    "Check the network and npm's settings (npm config get registry, proxy), then try again.",
  ],
]

function fail({ error, stderr }) {
  const text = `${error?.code === 'ENOENT' ? '' : (error?.message ?? '')}${stderr ?? ''}`
  if (error?.code === 'ENOENT')
    stop('npm was not found.', 'Install npm (it comes with Node 20 or newer), then try again.')
  console.error(text.trim().split('\n').slice(0, 12).join('\n'))
  const [, wrong, next] = reasons.find(([pattern]) => pattern.test(text)) ?? [
    undefined,
    'npm could not install the packages.',
    'The lines above say why. Mend it and try again.',
  ]
  stop(wrong, next)
}

/** One set-up at a time: whoever makes the folder goes first, the others wait. */
function takeTurn() {
  const start = Date.now()
  let told = false
  while (!makeLock()) {
    if (isAbandoned()) dropLock()
    else if (!told) console.error('Another set-up is running here; waiting for it ...')
    told = true
    if (Date.now() - start > patience)
      stop(
        `${lock} is held by another set-up for 15 minutes.`,
        'If none is running, delete that folder and try again.',
      )
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
  }
}

function makeLock() {
  try {
    mkdirSync(dirname(lock), { recursive: true })
    mkdirSync(lock)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    return stop(
      `${lock} cannot be made: ${error.message}`,
      'The project needs to write into its own folder. Check who owns it, then try again.',
    )
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  return true
}

function holder() {
  try {
    return Number(readFileSync(join(lock, 'pid'), 'utf8'))
  } catch {
    return 0
  }
}

/** A lock whose process is gone, or one that never got a number within ten seconds. */
function isAbandoned() {
  const pid = holder()
  try {
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs > 10_000
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

/** Moving it away first: of two that wait, only one can, and it looks again at what it moved. */
function dropLock() {
  const gone = holder()
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
    const moved = Number(existsSync(join(aside, 'pid')) ? readFileSync(join(aside, 'pid'), 'utf8') : 0)
    if (moved === gone) rmSync(aside, { recursive: true, force: true })
    else renameSync(aside, lock)
  } catch {
    // Another one was faster.
  }
}
