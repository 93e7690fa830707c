import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import {
  fileName,
  Manifest,
  manifestHashName,
  manifestName,
  rowsName,
  secretName,
} from './backup-manifest.ts'
import { readTar, type TarEntry } from './tar.ts'

/** A manifest is small; a damaged size must not fill the memory. */
const largestManifest = 1 << 28

/**
 * Unpacks a backup into a folder and compares all of it with what it says about itself. Nothing else is touched: whatever
 * is wrong is found here, before anything is replaced.
 */
export async function unpack(path: string, into: string): Promise<{ manifest: Manifest; sha256: string }> {
  const found = new Map<string, { size: number; sha256: string }>()
  let manifest: Buffer | undefined
  let said: string | undefined
  for await (const entry of readTar(path)) {
    const isAbout = entry.name === manifestName || entry.name === manifestHashName
    if (!isAbout && said !== undefined) throw damaged(path, `${entry.name} comes after its end`)
    if (entry.name === manifestName) manifest = await whole(path, entry)
    else if (entry.name === manifestHashName) said = (await whole(path, entry)).toString('utf8').slice(0, 64)
    else found.set(entry.name, await place(path, entry, into))
  }
  if (!manifest || said === undefined) throw damaged(path, 'its list of contents is missing')
  const sha256 = createHash('sha256').update(manifest).digest('hex')
  if (sha256 !== said) throw damaged(path, 'its list of contents was altered')
  const read = Manifest.safeParse(JSON.parse(manifest.toString('utf8')))
  if (!read.success)
    throw new Refusal(
      'invalid',
      `${path} was written by another program, or by a newer Clausewise. Use that one.`,
    )
  compare(path, read.data, found)
  return { manifest: read.data, sha256 }
}

async function place(path: string, entry: TarEntry, into: string) {
  const { name, size, content } = entry
  if (!rowsName.test(name) && !fileName.test(name) && name !== secretName)
    throw damaged(path, `it holds ${JSON.stringify(name)}, which is no part of a backup`)
  const target = join(into, name)
  mkdirSync(dirname(target), { recursive: true })
  const file = await open(target, 'wx', name === secretName ? 0o600 : 0o644)
  const hash = createHash('sha256')
  try {
    for await (const chunk of content) {
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { size, sha256: hash.digest('hex') }
}

async function whole(path: string, { name, size, content }: TarEntry): Promise<Buffer> {
  if (size > largestManifest) throw damaged(path, `${name} is too large`)
  const parts: Buffer[] = []
  for await (const chunk of content) parts.push(chunk)
  return Buffer.concat(parts)
}

function compare(
  path: string,
  { files }: Manifest,
  found: ReadonlyMap<string, { size: number; sha256: string }>,
): void {
  for (const { name, size, sha256 } of files) {
    const one = found.get(name)
    if (!one) throw damaged(path, `${name} is missing`)
    if (one.size !== size || one.sha256 !== sha256) throw damaged(path, `${name} is not what was packed`)
  }
  if (found.size !== files.length) throw damaged(path, 'it holds files that its list does not name')
}

function damaged(path: string, what: string): Refusal {
  return new Refusal('invalid', `${path} is damaged: ${what}. Nothing was changed. Take another backup.`)
}
