import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newNode, root, setUp, stop } from './setup.mjs'

/** Half of a start is compiling modules: what is compiled is kept beside the packages. */
export const compiled = join(root, 'node_modules', '.cache', 'clausewise', 'compiled')

/**
 * How Node runs. Young objects get 8 MB a half instead of the usual 16 and more: documents and files are whole or gone within
 * one, and 100 MB of memory cost no time.
 */
export const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8']

/** Runs a TypeScript file on Node 24 and gives its exit code; arguments, streams and signals pass through. */
export function launch(file, args, options = {}) {
  const child = spawn(newNode(), [...flags, file, ...args], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compiled, ...process.env },
    ...options,
  })
  const pass = (signal) => {
    // A terminal sends Ctrl-C to both of us; only a signal meant for us alone is handed on.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return new Promise((done) => {
    child.once('error', (error) =>
      stop(`Node could not be started: ${error.message}`, 'Delete node_modules and try again.'),
    )
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      done(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const [file, ...args] = process.argv.slice(2)
  if (!file) stop('Name a TypeScript file to run.', 'For example: node scripts/launch.mjs scripts/content.ts')
  setUp()
  process.exitCode = await launch(resolve(file), args)
}
