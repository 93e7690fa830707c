import { relative } from 'node:path'

/** What a run of tests came to; every test counts, a suite around tests does not. */
export const nothing = { passed: 0, failed: 0, skipped: 0 }

/**
 * Reads the events of node:test and prints a line for every file, each failure with its file and message, and each
 * test that was left out with its reason. Gives the counts. `files` that never reported a test count as failed.
 */
export async function report(stream, { root, files, say }) {
  const tally = { ...nothing }
  const counted = new Map(files.map((file) => [file, { passed: 0, failed: 0, skipped: 0 }]))
  const said = new Map()
  const leftOut = []
  const names = []
  for await (const { type, data } of stream) {
    if (type === 'test:start') names.splice(data.nesting, names.length, data.name)
    if (type === 'test:stderr' || type === 'test:stdout')
      said.set(data.file, (said.get(data.file) ?? '') + data.message)
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (data.details.type === 'suite' && type === 'test:pass') continue
    const kind = outcome(type, data)
    tally[kind] += 1
    const own = counted.get(data.file)
    if (own) own[kind] += 1
    const title = [...names.slice(0, data.nesting), data.name].join(' > ')
    if (kind === 'skipped') leftOut.push({ file: data.file, title, why: reason(data) })
    if (kind === 'failed') say(failure(relative(root, data.file ?? ''), title, data))
  }
  for (const [file, own] of counted) {
    const name = relative(root, file)
    if (own.passed + own.failed + own.skipped === 0) {
      tally.failed += 1
      say(`FAILED ${name}: it holds no test, or ended before the first one`)
      own.failed += 1
    }
    if (own.failed > 0 && said.has(file)) say(indent(`what ${name} printed:\n${said.get(file).trimEnd()}`))
  }
  for (const { file, title, why } of leftOut) say(`left out ${relative(root, file ?? '')}: ${title}: ${why}`)
  return tally
}

/** The last line of every run. */
export function lastLine({ passed, failed, skipped }) {
  const tail = skipped > 0 ? `, ${skipped} skipped` : ''
  return `${passed} passed, ${failed} failed${tail}`
}

function outcome(type, { skip, todo }) {
  if (isSet(skip) || isSet(todo)) return 'skipped'
  return type === 'test:pass' ? 'passed' : 'failed'
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
  return `FAILED ${file}${line ? `:${line}` : ''}: ${title}\n${indent(text)}`
}

function indent(text) {
  const lines = text.split('\n')
  const shown = lines.length > 60 ? [...lines.slice(0, 60), `... ${lines.length - 60} more lines`] : lines
  return shown.map((line) => `    ${line}`).join('\n')
}
