import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { newNode, root, stop } from './setup.mjs'

const made = join(root, 'dist', 'web')
const mark = join(made, '.built-from')

/** What the pages are built from. */
const sources = [
  'src/web',
  'src/api',
  'src/base',
  'src/access/permissions.ts',
  'docs/guide',
  'scripts/guide-pages.ts',
  'scripts/web-fonts.ts',
  'vite.config.ts',
  'package-lock.json',
]

/** Builds the pages when what they are made from has changed, and packs them as browsers want them. */
export function buildWeb() {
  if (!existsSync(join(root, 'vite.config.ts'))) return
  const now = fingerprint()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  console.error('Building the pages ...')
  const part = `${made}.${process.pid}`
  rmSync(part, { recursive: true, force: true })
  const built = spawnSync(
    newNode(),
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', part],
    { cwd: root, encoding: 'utf8' },
  )
  if (built.status !== 0)
    stop(`The pages could not be built:\n${built.stdout}${built.stderr}`, 'Mend what it names and try again.')
  pack(part)
  writeFileSync(join(part, '.built-from'), now)
  mkdirSync(join(root, 'dist'), { recursive: true })
  rmSync(made, { recursive: true, force: true })
  renameSync(part, made)
}

/** Packed once here, so that no request waits for it. */
function pack(folder) {
  for (const path of filesBelow(folder).filter((name) => /\.(js|css|html|svg|json|txt|map)$/.test(name))) {
    const text = readFileSync(path)
    if (text.length < 1_000) continue
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }))
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
    )
  }
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of sources.map((name) => join(root, name)).filter((name) => existsSync(name)))
    for (const file of statSync(path).isDirectory() ? filesBelow(path) : [path])
      if (!file.endsWith('.test.ts')) hash.update(`${file.slice(root.length)}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
