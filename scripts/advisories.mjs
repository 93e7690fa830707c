import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Milliseconds that the service may take: without it the run goes on. */
const patience = 30_000

/** What the table of SECURITY.md leaves no time for. */
const failing = ['critical']

/** Asks npm whether a locked package that is shipped has a known weakness. */
export function askAdvisories(root) {
  const npm = join(process.execPath, '..', 'npm')
  const args = ['audit', '--omit=dev', '--json', '--package-lock-only', '--fetch-retries=0']
  const options = { cwd: root, encoding: 'utf8', timeout: patience, maxBuffer: 2 ** 26 }
  const beside = spawnSync(npm, args, options)
  const made = beside.error?.code === 'ENOENT' ? spawnSync('npm', args, options) : beside
  return judge(made.stdout ?? '')
}

/**
 * What an answer of npm audit means. skipped: nobody was reached, and why; failed: a weakness for which there is no time;
 * passed: none of that kind, with a line on each lesser one.
 */
export function judge(text) {
  const report = parse(text)
  if (!report?.vulnerabilities)
    return { kind: 'skipped', lines: [`no advisory service was reached: ${reason(report)}`] }
  const all = Object.entries(report.vulnerabilities).map(([name, { severity, range }]) => ({
    name,
    severity,
    line: `${severity}: ${name} ${range}`,
  }))
  const kind = all.some(({ severity }) => failing.includes(severity)) ? 'failed' : 'passed'
  return { kind, lines: all.map(({ line }) => line).sort() }
}

function reason(report) {
  const said = typeof report?.message === 'string' ? report.message.split(' - ')[0] : ''
  return said || 'it gave no answer'
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
