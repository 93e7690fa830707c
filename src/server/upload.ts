import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { Unserved } from './problem.ts'

/** A file on its way in: its stream must be read to the end. */
export type Upload = Readonly<{ name: string; stream: Readable; isCut: () => boolean; largest: number }>

/** The one file of a multipart request. */
export async function receiveFile(request: FastifyRequest, largest: number): Promise<Upload> {
  if (!request.isMultipart())
    throw new Unserved(415, 'Send the file as multipart/form-data, in a part that has a file name.')
  const limits = { fileSize: largest, files: 1, fields: 10, parts: 11, headerPairs: 50 }
  const part = await request.file({ limits, throwFileSizeLimit: false })
  if (!part) throw new Unserved(422, 'The request holds no file. Send it in a part that has a file name.')
  return { name: part.filename ?? '', stream: part.file, isCut: () => part.file.truncated, largest }
}
