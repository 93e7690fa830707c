import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { launch } from './launch.mjs'
import { root, setUp, stop } from './setup.mjs'

/** npm run demo [-- FILE... [options of run]]: from tickets to the report; without a file, those of the demo organization. */
const given = process.argv.slice(2)
const first = given.findIndex((word) => word.startsWith('-'))
const files = first < 0 ? given : given.slice(0, first)
const options = first < 0 ? [] : given.slice(first)

setUp()
process.chdir(root)
process.exitCode = files.length === 0 ? await demo() : await own()

async function demo() {
  const folder = join('work', 'demo')
  const input = join(folder, 'input')
  const made = await simulate(folder, input)
  if (made !== 0) return made
  const more = [
    ['--timezone', 'Europe/Paris'],
    ['--organization', 'Demo organization (simulated)'],
  ].filter(([name]) => !options.includes(name))
  return run([input], folder, more.flat())
}

async function own() {
  const paths = files.map((file) => resolve(process.env.INIT_CWD ?? root, file))
  const missing = paths.find((path) => !existsSync(path))
  if (missing) stop(`There is no ${missing}.`, 'Name the file or folder that your ticket tool exported.')
  const name = basename(paths[0], extname(paths[0])).replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
  return run(paths, join('work', name || 'own'), [])
}

function run(inputs, out, more) {
  const folder = options.includes('--out') ? [] : ['--out', out]
  return launch(join('src', 'cli', 'main.ts'), ['run', ...inputs, ...folder, ...more, ...options])
}

/** The demo's tickets are made once, and again, into an empty workspace, when the files that make them have changed. */
async function simulate(folder, input) {
  const mark = join(folder, 'input.made-by')
  const now = makers()
  if (existsSync(input) && existsSync(mark) && readFileSync(mark, 'utf8') === now) return 0
  console.error(`Simulating two years of the demo organization into ${input} ...`)
  const part = `${input}.part`
  rmSync(part, { recursive: true, force: true })
  const code = await launch(join('demo', 'simulate.ts'), ['--out', part], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (code !== 0) return code
  for (const name of ['input', 'archive', 'mapping.yaml'])
    rmSync(join(folder, name), { recursive: true, force: true })
  renameSync(part, input)
  writeFileSync(mark, now)
  return 0
}

/** Stands for the files that make the demo: other files, other tickets. */
function makers() {
  const files = readdirSync('demo', { recursive: true, encoding: 'utf8' })
  const hash = createHash('sha256')
  for (const name of files.filter((file) => /(?<!\.test)\.ts$/.test(file)).sort())
    hash.update(readFileSync(join('demo', name)))
  return hash.digest('hex')
}
