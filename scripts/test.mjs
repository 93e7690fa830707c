import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative, sep } from 'node:path'
import { askAdvisories } from './advisories.mjs'
import { opensBrowser, provideBrowser } from './browser.mjs'
import { buildWeb } from './build-web.mjs'
import { compiled, launch } from './launch.mjs'
import { lastLine, nothing, report } from './reporter.mjs'
import { runFile } from './run-file.mjs'
import { newNode, root, setUp } from './setup.mjs'

/** npm test [-- WORD...]: everything that is tested; with words, only the test files whose path holds one of them. */
const words = process.argv.slice(2)
const tally = { ...nothing }

/** Milliseconds that one file may take, and the moment after which no further file is begun. */
const patience = 15 * 60_000
const deadline = Date.now() + 70 * 60_000

setUp()
process.chdir(root)
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.exit(await launch(join('scripts', 'test.mjs'), words))
}
// As on an older Node, where `launch` says so: every file and every server it starts would compile the same modules.
process.env.NODE_COMPILE_CACHE ??= compiled
const files = wanted(testFiles(['src', 'test', 'demo', 'bench', 'scripts']))
const again = wanted(testFiles([join('src', 'ingest'), join('src', 'evidence')]))
if (files.some(opensBrowser)) {
  provideBrowser((line) => console.log(line))
  // Once, before two files at a time would each put pages in the place that the other serves.
  buildWeb()
}
const stopDatabase = await shareDatabase(files)
console.log(`${files.length} test files in UTC, ${again.length} of them in Asia/Kathmandu too`)
await sideBySide(
  files.filter(opensBrowser).map((file) => () => oneFile('UTC', file)),
  [
    ...(words.length === 0 ? steps() : []),
    ...files.filter((file) => !opensBrowser(file)).map((file) => () => oneFile('UTC', file)),
    ...again.map((file) => () => oneFile('Asia/Kathmandu', file)),
  ],
)
stopDatabase()

process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0
console.log(lastLine(tally))

/** What is not a test file and is tested all the same. */
function steps() {
  const biome = ['@biomejs', 'biome', 'bin', 'biome']
  const flags = ['check', '--colors=off', '--diagnostic-level=warn', '--max-diagnostics=30', '.']
  return [
    content,
    () => step('format and lint', biome, flags),
    () => step('types', ['typescript', 'bin', 'tsc'], ['-p', '.']),
    () => step('types of the pages', ['typescript', 'bin', 'tsc'], ['-p', 'src/web']),
    borders,
    advisories,
  ]
}

/**
 * One of the first at a time, because browsers wait for each other, and beside it as many of the second as there are
 * processors: tests wait for a quarter of their time. When either is done, what is left of the other. Whatever one does,
 * the run comes to its end and says which it was.
 */
async function sideBySide(first, second) {
  const work = async (queue, other) => {
    const next = () => queue.shift() ?? other.pop()
    for (let task = next(); task; task = next()) await task()
  }
  const [one, two] = [[...first], [...second]]
  const more = Array.from({ length: Math.min(availableParallelism(), 3) - 1 }, () => work(two, []))
  await Promise.all([work(one, two), work(two, one), ...more])
}

/** Starts one PostgreSQL for all files but a few of them; gives what stops it. Those who start their own do so all the same. */
async function shareDatabase(files) {
  if (files.length < 5 || process.env.DATABASE_URL) return () => undefined
  const child = spawn(
    newNode(),
    ['--disable-warning=ExperimentalWarning', join('scripts', 'try-server.ts')],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const said = await new Promise((done) => {
    child.stdout.once('data', (text) => done(JSON.parse(String(text))))
    child.once('exit', () => done(undefined))
  })
  if (said) {
    process.env.CLAUSEWISE_TRY_SERVER = said.url
    process.env.CLAUSEWISE_TRY_KEPT = said.kept
  }
  return () => child.stdin.end()
}

/** Runs one tool of node_modules; it counts as one test. */
async function step(name, tool, args) {
  const { status, output } = await use(join(root, 'node_modules', ...tool), args)
  count(name, status === 0, output)
}

/** Runs a script on our Node and gives what it printed. */
function use(script, args) {
  const child = spawn(newNode(), [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    stdout += piece
  })
  child.stderr.setEncoding('utf8').on('data', (piece) => {
    stderr += piece
  })
  return new Promise((done) => {
    const end = (status, message = '') => done({ status, stdout, output: `${stdout}${stderr}${message}` })
    child.once('error', ({ message }) => end(null, message))
    child.once('close', (status) => end(status))
  })
}

function count(name, isGood, output) {
  tally[isGood ? 'passed' : 'failed'] += 1
  console.log(isGood ? `ok ${name}` : `FAILED ${name}\n${shortened(output.trim())}`)
}

/** The borders count only when every file was really read: without a parser the tool reads none and is content. */
async function borders() {
  const { stdout, output } = await use(
    join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'],
  )
  const files = below('src', '.ts').length + below('src', '.tsx').length
  const result = parse(stdout)
  if (!result) return count('borders', false, output)
  const read = result.modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source)).length
  const crossings = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
  const unread = read === files ? [] : [`${read} of ${files} files below src were read`]
  return count(
    `borders (${read} files)`,
    crossings.length + unread.length === 0,
    [...crossings, ...unread].join('\n'),
  )
}

/** A tool that finds much may not bury what the others found. */
function shortened(text) {
  const lines = text.split('\n')
  if (lines.length <= 300) return text
  return [
    ...lines.slice(0, 300),
    `... ${lines.length - 300} more lines; run the tool itself to see them`,
  ].join('\n')
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Packages with a known weakness; left out where no service can be asked. */
function advisories() {
  const { kind, lines } = askAdvisories(root)
  tally[kind] += 1
  if (kind === 'skipped') return console.log(`left out advisories of packages: ${lines.join('')}`)
  return console.log([`${kind === 'passed' ? 'ok' : 'FAILED'} advisories of packages`, ...lines].join('\n  '))
}

/** Every case beside a fact, check or measure, on DuckDB and on PostgreSQL; a case counts once. */
async function content() {
  const made = await use(join('scripts', 'content.ts'), ['--no-lock'])
  const output = made.output.trim()
  const summary = /^(\d+) questions, (\d+) cases on each engine, (\d+) differences, (\d+) problems$/m.exec(
    output,
  )
  if (!summary) return count('content', false, output)
  const [, cases, differences, problems] = summary.slice(1).map(Number)
  const failed = Math.min(cases, differences) + problems
  tally.passed += cases - Math.min(cases, differences)
  tally.failed += failed
  if (failed === 0 && made.status === 0) return console.log(`ok content: ${summary[0]}`)
  if (failed === 0) tally.failed += 1
  return console.log(`FAILED content\n${shortened(output)}`)
}

async function oneFile(zone, file) {
  const started = Date.now()
  const left = deadline - started
  const made =
    left > 0
      ? await runFile(file, { zone, limit: Math.min(patience, left) })
      : { events: [], printed: '', problem: 'the time for the whole run was over before its turn' }
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const counts = report({ ...made, name: nameOf(file, zone), seconds }, (line) => console.log(line))
  for (const kind of Object.keys(tally)) tally[kind] += counts[kind]
}

function nameOf(file, zone) {
  return zone === 'UTC' ? relative(root, file) : `${relative(root, file)} in ${zone}`
}

function testFiles(folders) {
  return folders.flatMap((folder) => below(folder, '.test.ts')).map((name) => join(root, name))
}

function below(folder, ending) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
}

function wanted(files) {
  return files.filter(
    (file) => words.length === 0 || words.some((word) => file.replaceAll(sep, '/').includes(word)),
  )
}
