/** What a run of tests came to; every test counts, a suite around tests does not. */
export const nothing = { passed: 0, failed: 0, skipped: 0 }

/**
 * Counts what one test file came to and says each failure with its file and message, each test that was left out with
 * its reason, and at the end one line on the file. A file that reported no test, or did not come to its end, counts as
 * a failure.
 */
export function report({ name, events, printed, problem, seconds }, say) {
  const own = { ...nothing }
  const names = []
  for (const { type, data } of events) {
    if (type === 'test:start') names.splice(data.nesting, names.length, data.name)
    const kind = outcome(type, data)
    if (kind === undefined) continue
    own[kind] += 1
    const title = [...names.slice(0, data.nesting), data.name].join(' > ')
    if (kind === 'skipped') say(`left out ${name}: ${title}: ${reason(data)}`)
    if (kind === 'failed') say(failure(name, title, data))
  }
  const wrong = problem ?? (isEmpty(own) ? 'it holds no test, or ended before the first one' : undefined)
  if (wrong) {
    own.failed += 1
    say(`FAILED ${name}: ${wrong}`)
  }
  if (own.failed > 0 && printed) say(indent(`what ${name} printed:\n${printed}`))
  if (own.failed === 0) say(`ok ${name} (${own.passed} tests, ${seconds} s)`)
  return own
}

/** The last line of every run. */
export function lastLine({ passed, failed, skipped }) {
  const tail = skipped > 0 ? `, ${skipped} skipped` : ''
  return `${passed} passed, ${failed} failed${tail}`
}

function outcome(type, { skip, todo, details }) {
  if (type !== 'test:pass' && type !== 'test:fail') return undefined
  const isQuiet = type === 'test:pass' || details.error?.failureType === 'subtestsFailed'
  if (details.type === 'suite' && isQuiet) return undefined
  if (isSet(skip) || isSet(todo)) return 'skipped'
  return type === 'test:pass' ? 'passed' : 'failed'
}

function isEmpty({ passed, failed, skipped }) {
  return passed + failed + skipped === 0
}

function isSet(value) {
  return value !== undefined && value !== false
}

function reason({ skip, todo }) {
  if (typeof skip === 'string' && skip !== '') return skip
  if (typeof todo === 'string' && todo !== '') return `to do: ${todo}`
  return 'no reason given'
}

function failure(name, title, { line, details }) {
  const own = (details.error?.text ?? 'no message')
    .split('\n')
    .filter((row) => !/^\s+at .*\(?node:/.test(row))
  return `FAILED ${name}${line ? `:${line}` : ''}: ${title}\n${indent(own.join('\n'))}`
}

function indent(text) {
  const lines = text.split('\n')
  const shown = lines.length > 60 ? [...lines.slice(0, 60), `... ${lines.length - 60} more lines`] : lines
  return shown.map((line) => `    ${line}`).join('\n')
}
