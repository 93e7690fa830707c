import { relative } from 'node:path'

/** What a run of tests came to; every test counts, a suite around tests does not. */
export const nothing = { passed: 0, failed: 0, skipped: 0 }

/**
 * Reads the events of node:test and prints each failure with its file and message, and each test that was left out
 * with its reason. Gives the counts. Files that never reported a test count as failed.
 */
export async function report(stream, { root, files, say }) {
  const counted = new Map(files.map((file) => [file, { ...nothing }]))
  const said = new Map()
  const names = []
  for await (const { type, data } of stream) {
    if (type === 'test:start') names.splice(data.nesting, names.length, data.name)
    if (type === 'test:stderr' || type === 'test:stdout')
      said.set(data.file, `${said.get(data.file) ?? ''}${data.message}`)
    const kind = outcome(type, data)
    if (kind === undefined) continue
    countIn(counted, data.file, kind)
    const title = [...names.slice(0, data.nesting), data.name].join(' > ')
    const file = relative(root, data.file ?? '')
    if (kind === 'skipped') say(`left out ${file}: ${title}: ${reason(data)}`)
    if (kind === 'failed') say(failure(file, title, data))
  }
  for (const [file, own] of counted) lookBack(relative(root, file), own, { said: said.get(file), say })
  return [...counted.values()].reduce(add, nothing)
}

/** The last line of every run. */
export function lastLine({ passed, failed, skipped }) {
  const tail = skipped > 0 ? `, ${skipped} skipped` : ''
  return `${passed} passed, ${failed} failed${tail}`
}

function outcome(type, { name, file, skip, todo, details }) {
  if (type !== 'test:pass' && type !== 'test:fail') return undefined
  const isQuiet = type === 'test:pass' || details.error?.failureType === 'subtestsFailed'
  if (details.type === 'suite' && isQuiet) return undefined
  // A file without tests, or one that exits early, is reported by node as one test that passed.
  if (name === file && type === 'test:pass') return undefined
  if (isSet(skip) || isSet(todo)) return 'skipped'
  return type === 'test:pass' ? 'passed' : 'failed'
}

function countIn(counted, file, kind) {
  const own = counted.get(file) ?? { ...nothing }
  own[kind] += 1
  counted.set(file, own)
}

/** What can only be said of a file once it has ended. */
function lookBack(name, own, { said, say }) {
  if (own.passed + own.failed + own.skipped === 0) {
    own.failed += 1
    say(`FAILED ${name}: it holds no test, or ended before the first one`)
  }
  if (own.failed > 0 && said) say(indent(`what ${name} printed:\n${said.trimEnd()}`))
}

function add(left, right) {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  }
}

function isSet(value) {
  return value !== undefined && value !== false
}

function reason({ skip, todo }) {
  if (typeof skip === 'string' && skip !== '') return skip
  if (typeof todo === 'string' && todo !== '') return `to do: ${todo}`
  return 'no reason given'
}

function failure(file, title, { line, details }) {
  const error = details.error?.cause ?? details.error
  const text = typeof error === 'string' ? error : (error?.stack ?? error?.message ?? String(error))
  const own = text.split('\n').filter((row) => !/^\s+at .*\(?node:/.test(row))
  return `FAILED ${file}${line ? `:${line}` : ''}: ${title}\n${indent(own.join('\n'))}`
}

function indent(text) {
  const lines = text.split('\n')
  const shown = lines.length > 60 ? [...lines.slice(0, 60), `... ${lines.length - 60} more lines`] : lines
  return shown.map((line) => `    ${line}`).join('\n')
}
