import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newNode, root } from './setup.mjs'

const reporter = join(root, 'scripts', 'events.mjs')

/**
 * Runs one test file in a process group of its own, for at most `limit` milliseconds, and gives the events of
 * node:test, what the file printed, and `problem`, a sentence, where the file did not come to its end. What it writes
 * goes to files and not through pipes: a process that a test forgot would hold a pipe open, and the run with it.
 */
export async function runFile(file, { zone, limit }) {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-run-'))
  const [eventsFile, printedFile] = [join(folder, 'events'), join(folder, 'printed')]
  const printed = openSync(printedFile, 'a')
  try {
    const child = spawn(
      newNode(),
      [
        '--disable-warning=ExperimentalWarning',
        `--test-reporter=${reporter}`,
        `--test-reporter-destination=${eventsFile}`,
        file,
      ],
      { cwd: root, env: { ...process.env, TZ: zone }, stdio: ['ignore', printed, printed], detached: true },
    )
    const problem = await ended(child, limit)
    endGroup(child)
    return { events: read(eventsFile), printed: readFileSync(printedFile, 'utf8').trimEnd(), problem }
  } finally {
    closeSync(printed)
    rmSync(folder, { recursive: true, force: true })
  }
}

function ended(child, limit) {
  return new Promise((done) => {
    const clock = setTimeout(() => {
      endGroup(child)
      done(`it did not end within ${Math.round(limit / 1000)} s and was stopped`)
    }, limit)
    const stopClock = (problem) => {
      clearTimeout(clock)
      done(problem)
    }
    child.once('error', (error) => stopClock(`it could not be started: ${error.message}`))
    child.once('exit', (_code, signal) =>
      stopClock(signal === null ? undefined : `it was ended by ${signal}`),
    )
  })
}

/** Ends the file and everything it started that did not leave its group. */
function endGroup(child) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nothing of the group is left, which is how a file should end.
  }
}

function read(file) {
  const lines = readFileSync(file, { encoding: 'utf8', flag: 'a+' }).split('\n')
  return lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line))
}
