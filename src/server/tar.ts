import { createHash } from 'node:crypto'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { Refusal } from '#base/refusal.ts'

/** What a file within a backup is, and how to know that it is still the same. */
export type Packed = Readonly<{ name: string; size: number; sha256: string }>

/** A tar file that is being written: any tar can open it, and what is packed already is not packed again. */
export type TarWriter = Readonly<{
  add: (name: string, content: Buffer) => Promise<Packed>
  addFile: (name: string, path: string) => Promise<Packed>
  /** Ends the file and moves it to its name; before that, nothing lies there. */
  finish: () => Promise<void>
  abandon: () => Promise<void>
}>

const block = 512
const piece = 1 << 20
/** Larger sizes do not fit into the eleven octal digits of the header. */
const largestPlain = 8 ** 11

export async function writeTar(path: string): Promise<TarWriter> {
  const part = `${path}.part`
  const file = await open(part, 'w', 0o600)
  const put = async (name: string, size: number, content: AsyncIterable<Buffer> | Iterable<Buffer>) => {
    for (const head of headersOf(name, size)) await file.write(head)
    const hash = createHash('sha256')
    let written = 0
    for await (const chunk of content) {
      hash.update(chunk)
      await writeAll(file, chunk)
      written += chunk.length
    }
    if (written !== size) throw new Error(`${name} changed while it was read`)
    await writeAll(file, Buffer.alloc(padding(size)))
    return { name, size, sha256: hash.digest('hex') }
  }
  return {
    add: (name, content) => put(name, content.length, [content]),
    addFile: async (name, from) => {
      const source = await open(from)
      try {
        const { size } = await source.stat()
        return await put(name, size, pieces(source, size))
      } finally {
        await source.close()
      }
    },
    finish: async () => {
      await writeAll(file, Buffer.alloc(2 * block))
      await file.sync()
      await file.close()
      await rename(part, path)
    },
    abandon: () => file.close(),
  }
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done)
    done += bytesWritten
  }
}

async function* pieces(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; ) {
    const buffer = Buffer.alloc(Math.min(piece, size - at))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

function padding(size: number): number {
  return (block - (size % block)) % block
}

/** One header, and before it an extended one (POSIX pax) for a name or size that does not fit. */
function headersOf(name: string, size: number): readonly Buffer[] {
  if (Buffer.byteLength(name) <= 100 && size < largestPlain) return [header(name, size, '0')]
  const extended = Buffer.from(record('path', name) + record('size', String(size)))
  const padded = Buffer.concat([extended, Buffer.alloc(padding(extended.length))])
  const short = Buffer.from(name)
    .subarray(-90)
    .toString('latin1')
    .replaceAll(/[^\w./-]/g, '_')
  return [header('pax', extended.length, 'x'), padded, header(short, size < largestPlain ? size : 0, '0')]
}

function record(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`
  let length = Buffer.byteLength(rest)
  while (String(length).length + Buffer.byteLength(rest) !== length)
    length = String(length).length + Buffer.byteLength(rest)
  return `${length}${rest}`
}

function header(name: string, size: number, type: string): Buffer {
  const head = Buffer.alloc(block)
  head.write(name, 0, 100)
  head.write('0000600\0' + '0000000\0' + '0000000\0', 100)
  head.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  head.write('00000000000\0', 136)
  head.write('        ', 148)
  head.write(type, 156)
  head.write('ustar\0' + '00', 257)
  head.write(`${sumOf(head).toString(8).padStart(6, '0')}\0 `, 148)
  return head
}

function sumOf(head: Buffer): number {
  let sum = 0
  for (const [at, byte] of head.entries()) sum += at >= 148 && at < 156 ? 32 : byte
  return sum
}

/** One file of a tar as it is read: its content has to be taken before the next one comes. */
export type TarEntry = Readonly<{ name: string; size: number; content: AsyncGenerator<Buffer> }>

/** Reads a tar from its beginning to its end; one that is cut off or is none is refused. */
export async function* readTar(path: string): AsyncGenerator<TarEntry> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('not-found', `${path} cannot be read: ${error.message}`)
  })
  try {
    let at = 0
    let said: { path?: string; size?: number } = {}
    for (;;) {
      const head = await exactly(file, path, at, block)
      at += block
      if (head.every((byte) => byte === 0)) return
      if (Number.parseInt(head.toString('latin1', 148, 156), 8) !== sumOf(head))
        throw new Refusal(
          'invalid',
          `${path} is damaged, or no backup: a header at byte ${at - block} is wrong.`,
        )
      const size = said.size ?? Number.parseInt(head.toString('latin1', 124, 136), 8)
      if (head.toString('latin1', 156, 157) === 'x') {
        said = extendedBy(await exactly(file, path, at, size))
      } else {
        const name = said.path ?? head.toString('utf8', 0, 100).replace(/\0.*$/s, '')
        yield { name, size, content: contentAt(file, path, at, size) }
        said = {}
      }
      at += size + padding(size)
    }
  } finally {
    await file.close()
  }
}

function extendedBy(bytes: Buffer): { path?: string; size?: number } {
  const text = bytes.toString('utf8')
  const path = /\d+ path=(.*)\n/.exec(text)?.[1]
  const size = /\d+ size=(\d+)\n/.exec(text)?.[1]
  return { ...(path === undefined ? {} : { path }), ...(size === undefined ? {} : { size: Number(size) }) }
}

async function* contentAt(
  file: FileHandle,
  path: string,
  start: number,
  size: number,
): AsyncGenerator<Buffer> {
  for (let done = 0; done < size; done += piece)
    yield await exactly(file, path, start + done, Math.min(piece, size - done))
}

async function exactly(file: FileHandle, path: string, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, at)
  if (bytesRead !== length)
    throw new Refusal(
      'invalid',
      `${path} ends too early, at byte ${at + bytesRead}: it was cut off, or is no backup.`,
    )
  return buffer
}
