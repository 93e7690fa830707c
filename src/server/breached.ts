import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Refusal } from '#base/refusal.ts'

/** Says whether a password is among those that were stolen elsewhere. */
export type IsBreached = (password: string) => Promise<boolean>

/**
 * Looks in a file of stolen passwords: SHA-1 in capitals, one a line and in order, as Have I Been Pwned hands them out for
 * download ("hash:count"). Nobody outside is asked. Without a file no password counts as stolen.
 */
export function openBreached(file: string | undefined): IsBreached {
  if (file === undefined) return async () => false
  if (!existsSync(file))
    throw new Refusal(
      'invalid',
      `There is no file of stolen passwords at ${file} (CLAUSEWISE_BREACHED_PASSWORDS).`,
    )
  return async (password) => {
    const handle = await open(file)
    try {
      return await holds(handle, createHash('sha1').update(password).digest('hex').toUpperCase())
    } finally {
      await handle.close()
    }
  }
}

/** Halves the file until the line is found, or has no place left. */
async function holds(handle: FileHandle, hash: string): Promise<boolean> {
  let [low, high] = [0, (await handle.stat()).size]
  while (low < high) {
    const { start, end, text } = await lineAround(handle, Math.floor((low + high) / 2))
    const found = text.slice(0, hash.length).toUpperCase()
    if (found === hash) return true
    if (found < hash) low = end
    else high = start
  }
  return false
}

/** No line is longer: forty letters, a colon, a count. */
const longestLine = 100
const lineFeed = 10

/** The line in which a byte stands; its end is where the next one begins. */
async function lineAround(handle: FileHandle, at: number) {
  const from = Math.max(0, at - longestLine)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2 * longestLine), 0, 2 * longestLine, from)
  const read = buffer.subarray(0, bytesRead)
  const before = at === from ? -1 : read.lastIndexOf(lineFeed, at - from - 1)
  const after = read.indexOf(lineFeed, at - from)
  const [start, end] = [before + 1, after === -1 ? read.length : after + 1]
  return { start: from + start, end: from + end, text: read.toString('latin1', start, end) }
}

/** Refuses a password that was stolen elsewhere: it is tried first wherever somebody guesses. */
export async function demandUnbreached(isBreached: IsBreached, password: string): Promise<void> {
  if (await isBreached(password))
    throw new Refusal(
      'invalid',
      'This password was stolen somewhere else and is known to whoever guesses. Choose a few words that only you put together.',
    )
}
