import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join, relative, resolve } from 'node:path'
import { launch } from './launch.mjs'
import { root, setUp, stop } from './setup.mjs'

/** npm start [-- FILE... [options of run]]: from tickets to the report; without a file, those of the demo organization. */
const given = process.argv.slice(2)
const first = given.findIndex((word) => word.startsWith('-'))
const files = first < 0 ? given : given.slice(0, first)
const options = first < 0 ? [] : given.slice(first)

setUp()
process.chdir(root)
process.exitCode = files.length === 0 ? await demo() : await own()

async function demo() {
  const input = join('work', 'demo', 'input')
  const made = await simulate(input)
  if (made !== 0) return made
  const zone = options.includes('--timezone') ? [] : ['--timezone', 'Europe/Paris']
  return run([input], join('work', 'demo'), zone)
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

/** The demo's tickets are made once, and again when the files that make them have changed. */
async function simulate(input) {
  const mark = `${input}.made-by`
  const makers = readdirSync('demo', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const hash = createHash('sha256')
  for (const name of makers.sort()) hash.update(readFileSync(join('demo', name)))
  const now = hash.digest('hex')
  if (existsSync(input) && existsSync(mark) && readFileSync(mark, 'utf8') === now) return 0
  console.error(`Simulating the demo organization into ${relative(root, resolve(input))} ...`)
  const part = `${input}.part`
  rmSync(part, { recursive: true, force: true })
  const code = await launch(join('demo', 'simulate.ts'), ['--out', part])
  if (code !== 0) return code
  rmSync(input, { recursive: true, force: true })
  renameSync(part, input)
  writeFileSync(mark, now)
  return 0
}
