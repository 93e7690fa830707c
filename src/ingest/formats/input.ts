import { type FileHandle, open } from 'node:fs/promises'
import type { Limits } from './limits.ts'
import type { Scratch } from './scratch.ts'

/** One plain file to be staged: where its bytes lie and how to speak of it. */
export type Input = Readonly<{
  path: string
  /** What messages call it: the file as the user named it, with the entry for one from an archive. */
  shown: string
  /** What its table is called when it holds one. */
  name: string
  bytes: number
  scratch: Scratch
  limits: Limits
  signal: AbortSignal | undefined
  /** Sees each byte of the file as given once, for hash and progress; undefined for what was staged before. */
  tap: ((chunk: Buffer) => void) | undefined
}>

const CHUNK = 1 << 20

/** Reads a file from the start. A chunk is overwritten by the next but one: use it at once or copy it. */
export async function* readChunks(input: Input, size = CHUNK): AsyncGenerator<Buffer> {
  const handle = await open(input.path, 'r')
  const [here, there] = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)]
  let pending = handle.read(here, 0, size)
  let next = there
  try {
    for (;;) {
      input.signal?.throwIfAborted()
      const { bytesRead, buffer } = await pending
      if (bytesRead === 0) return
      pending = handle.read(next, 0, size)
      next = buffer
      const chunk = buffer.subarray(0, bytesRead)
      input.tap?.(chunk)
      yield chunk
    }
  } finally {
    await pending.catch(() => undefined)
    await handle.close()
  }
}

/** The first and last bytes of a file, to recognise it by. */
export async function readEnds(
  path: string,
  size: number,
): Promise<{ head: Buffer; tail: Buffer; bytes: number }> {
  const handle = await open(path, 'r')
  try {
    const bytes = (await handle.stat()).size
    const head = await readAt(handle, 0, Math.min(size, bytes))
    const tail = await readAt(handle, Math.max(0, bytes - size), Math.min(size, bytes))
    return { head, tail, bytes }
  } finally {
    await handle.close()
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}
