import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { readQuestions } from '#content/pack.ts'

/** The rules of the house that no tool holds; ARCHITECTURE.md says why they are there. */
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const keptSuppressions = 0
const longestFile = 300
/** Files that the program writes into a workspace; documents name them. */
const made = new Set(['ingest.json', 'results.json', 'assessment.json', 'settings.json', 'documents.json'])

const Chapters = z.object({ chapters: z.array(z.object({ name: z.string(), says: z.string() })) })
const { chapters } = Chapters.parse(JSON.parse(read('chapters.json')))
const names = chapters.map(({ name }) => name)
const files = listFiles()
const code = files.filter((file) => /^(src|test|bench|demo|scripts|bin)\/.*\.(ts|mjs)$/.test(file))
const documents = files.filter((file) => /^([A-Z]+\.md|docs\/.*\.md)$/.test(file))
const isTest = (file: string) => file.endsWith('.test.ts')

test('src holds the chapters and nothing else', () => {
  const found = new Set(
    files.filter((file) => file.startsWith('src/')).map((file) => file.split('/')[1] ?? ''),
  )

  assert.deepEqual([...found].sort(), [...names].sort())
})

test('no file has a name that says nothing', () => {
  const banned = /^(utils?|helpers?|common|shared|misc|lib|manager|index)\./

  assert.deepEqual(
    code.filter((file) => banned.test(basename(file))),
    [],
  )
})

test('no file of code is longer than 300 lines', () => {
  const long = code.filter((file) => read(file).trimEnd().split('\n').length > longestFile)

  assert.deepEqual(long, [])
})

test('no more findings of the linter or the type checker are silenced than are kept here', () => {
  // The first word is split, or this line would count itself.
  const silencers = new RegExp(['biome', '-ignore|@ts', '-(expect-error|ignore|nocheck)'].join(''), 'g')
  const found = code.flatMap((file) =>
    [...read(file).matchAll(silencers)].map(({ 0: word }) => `${file}: ${word}`),
  )

  assert.ok(
    found.length <= keptSuppressions,
    `at most ${keptSuppressions} are kept, found:\n${found.join('\n')}`,
  )
})

test('no regular expression is made of what somebody wrote', () => {
  const makers = files.filter(
    (file) => /^src\/.*\.tsx?$/.test(file) && !isTest(file) && /\bnew RegExp\(/.test(read(file)),
  )

  assert.deepEqual(makers, ['src/db/schema.ts', 'src/ingest/dates.ts', 'src/ingest/formats/csv.ts'])
})

test('the engine names no process', () => {
  const naming = code.filter(
    (file) => file.startsWith('src/') && !isTest(file) && !/^src\/(content|ingest\/formats)\//.test(file),
  )

  assert.deepEqual(
    naming.filter((file) => /incident/i.test(read(file))),
    [],
  )
})

test('every check and measure has its select, its description and its cases', () => {
  const parts = files.filter((file) => /^content\/(checks|measures)\//.test(file))
  const triples = new Set(parts.map((file) => file.replace(/(\.test\.yaml|\.yaml|\.sql)$/, '')))
  const wanted = [...triples].flatMap((path) => [`${path}.sql`, `${path}.test.yaml`, `${path}.yaml`])

  assert.ok(triples.size > 0, 'there are no checks and measures')
  assert.deepEqual([...parts].sort(), wanted.sort())
})

test('every fact has its select and its description', () => {
  const stems = (ending: RegExp) =>
    files
      .filter(
        (file) => file.startsWith('content/facts/') && !file.endsWith('.test.yaml') && ending.test(file),
      )
      .map((file) => file.replace(ending, ''))

  assert.deepEqual(stems(/\.sql$/), stems(/\.yaml$/))
})

test('every path that a document names in code marks or links exists', () => {
  const tops = new Set(files.map((file) => file.split('/')[0]))
  const missing = documents.flatMap((document) => {
    const text = read(document).replaceAll(/^```[\s\S]*?^```/gm, '')
    const quoted = [...text.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*\/?)`/g)].map(({ 1: path = '' }) => path)
    const named = quoted.filter((path) =>
      path.includes('/')
        ? tops.has(path.split('/')[0])
        : /^[A-Z]+\.md$|^\w+\.json$/.test(path) && !made.has(path),
    )
    const links = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(({ 1: path = '' }) =>
      normalize(join(dirname(document), path)),
    )
    return [...named, ...links].filter((path) => !isThere(path)).map((path) => `${document}: ${path}`)
  })

  assert.deepEqual(missing, [])
})

test('no text of the project names the place where it was written or where packages come from', () => {
  const texts = files.filter((file) => !/\.(png|ttf|pdf|parquet|xlsx|zip|gz|db|sqlite|ico)$/.test(file))
  const place = new RegExp(`(^|[\\s"'\`(=:])/(${['work', 'root', 'home'].join('|')})/`, 'm')
  const registry = /registry\.[a-z]+\.[a-z]+|npmjs\.(org|com)|verdaccio|artifactory/i
  const telling = texts.filter((file) => {
    const text = read(file)
    return (
      (file !== '.gitignore' && place.test(text)) || (file !== 'test/tidy.test.ts' && registry.test(text))
    )
  })

  assert.deepEqual(telling, [])
  assert.doesNotMatch(read('package-lock.json'), /"resolved":/)
})

test('the map in ARCHITECTURE.md lists the chapters in their order and their words', () => {
  const rows = [...read('ARCHITECTURE.md').matchAll(/^\| `src\/([\w-]+)\/` \| (.+?) \|$/gm)]

  assert.deepEqual(
    rows.map(({ 1: name, 2: says }) => ({ name, says })),
    chapters,
  )
})

test('the guide explains every problem code that the program uses, and no other', () => {
  const quoted = new RegExp(`'((?:${names.join('|')})\\.[a-z]+(?:-[a-z]+)*)'`, 'g')
  const used = code
    .filter((file) => file.startsWith('src/') && !isTest(file))
    .flatMap((file) => [...read(file).matchAll(quoted)].map(({ 1: word = '' }) => word))
    .filter((word) => !/\.(json|yaml|ts|md|csv|parquet|duckdb|pdf|html|sql)$/.test(word))
  const explained = [...read('docs/guide/problems.md').matchAll(/^### `([a-z.-]+)`$/gm)].map(
    ({ 1: word = '' }) => word,
  )

  assert.deepEqual([...explained].sort(), [...new Set(used)].sort())
})

test('every requirement and rule that a check or measure names exists', () => {
  const requirements = idsIn('content/standards/', /^\d+(\.\d+)+-[a-z]$/)
  const rules = idsIn('content/processes/', /^[A-Z]+-[A-Z]?\d+$/)
  const { checks, measures } = readQuestions(join(root, 'content'))
  const unknown = [
    ...checks.flatMap(({ id, about }) => about.decides.map(({ requirement }) => ({ id, requirement }))),
    ...measures.flatMap(({ id, about }) => about.requirements.map((requirement) => ({ id, requirement }))),
  ].filter(({ requirement }) => !requirements.has(requirement))
  const unruly = checks.flatMap(({ id, about }) =>
    about.rules.filter((rule) => !rules.has(rule)).map((rule) => ({ id, rule })),
  )

  assert.ok(requirements.size > 300 && rules.size > 50)
  assert.deepEqual([...unknown, ...unruly], [])
})

test('every fact and column that a check or measure needs exists', () => {
  const { tables, facts, checks, measures } = readQuestions(join(root, 'content'))
  const columns = new Map(facts.map(({ name, about }) => [name, new Set(Object.keys(about.columns))]))
  const kinds = new Set((tables.tables.event?.columns.kind?.means ?? '').split(', '))
  const isKnown = (need: string) => {
    const [fact = '', column] = need.split('.')
    if (column === undefined) return columns.has(fact)
    return columns.get(fact)?.has(column) === true || (fact === 'event' && kinds.has(column))
  }
  const unknown = [...checks, ...measures].flatMap(({ id, about }) =>
    about.needs.filter((need) => !isKnown(need)).map((need) => `${id}: ${need}`),
  )

  assert.deepEqual(unknown, [])
})

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function isThere(path: string): boolean {
  const plain = path.replace(/\/$/, '')
  return files.includes(plain) || files.some((file) => file.startsWith(`${plain}/`))
}

/** The files of the project: what git knows or would take; without git, everything but what .gitignore leaves out. */
function listFiles(): readonly string[] {
  const known = gitFiles() ?? walkedFiles()
  return [...new Set(known)].filter((file) => file !== '' && existsSync(join(root, file))).sort()
}

function gitFiles(): readonly string[] | undefined {
  if (!existsSync(join(root, '.git'))) return undefined
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { status, stdout } = spawnSync('git', options, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.split('\0') : undefined
}

function walkedFiles(): readonly string[] {
  const left = /^(node_modules|work|dist|demo\/output|\.git)(\/|$)|expected-changed\/|\.log$|\.DS_Store$/
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !left.test(file))
}

/** Every `id` in the YAML files of a folder that looks as asked. */
function idsIn(folder: string, look: RegExp): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'id' && typeof inner === 'string' && look.test(inner)) found.add(inner)
      visit(inner)
    }
  }
  for (const file of files.filter((name) => name.startsWith(folder) && name.endsWith('.yaml')))
    visit(parse(read(file)))
  return found
}
