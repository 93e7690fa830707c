import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secret of a workspace by which people are masked: made once, so that the same person stays the same. */
export function maskKey(folder: string): string {
  const path = join(folder, 'mask.key')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const made = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
    try {
      writeFileSync(path, made, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Two at once: the other one made it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return readFileSync(path, 'utf8')
}
