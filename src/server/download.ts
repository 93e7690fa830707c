import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Hands out a file that people gave us, or that was made from what they wrote: saved, never shown, never guessed at. */
export async function sendFile(
  reply: FastifyReply,
  file: Readonly<{ name: string; type: string; bytes?: number }>,
  content: Readable | Buffer | string,
): Promise<void> {
  reply
    .header('content-type', file.type)
    .header('content-disposition', dispositionOf(file.name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
  if (file.bytes !== undefined) reply.header('content-length', file.bytes)
  await reply.send(content)
}

/** The name twice: in ASCII for old programs, and whole (RFC 6266). */
function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
