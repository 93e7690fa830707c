import type { LightMyRequestResponse } from 'fastify'
import { z } from 'zod'
import { JobView } from '#api/jobs.ts'
import type { TryServer } from './try-server.ts'

/** A file as a test sends it. */
export type Sent = Readonly<{ name: string; content: string | Uint8Array }>

/** The body of a form with files, and the header that says so. */
export function formOf(files: readonly Sent[]): { payload: Buffer; headers: Record<string, string> } {
  const boundary = `----try${crypto.randomUUID()}`
  const parts = files.flatMap(({ name, content }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

/** Uploads files in one request. */
export function upload(
  server: TryServer,
  person: string,
  organization: string,
  files: readonly Sent[],
  query = '',
): Promise<LightMyRequestResponse> {
  const url = `/api/organizations/${organization}/sources${query}`
  return server.as(person, { method: 'POST', url, ...formOf(files) })
}

const Jobs = z.object({ items: z.array(JobView) })

/** Waits until no job of an organization waits or runs, and gives them, newest first. */
export async function untilQuiet(
  server: TryServer,
  person: string,
  organization: string,
  seconds = 240,
): Promise<readonly JobView[]> {
  const until = performance.now() + seconds * 1000
  for (;;) {
    const { body } = await server.as(person, { url: `/api/organizations/${organization}/jobs` })
    const { items } = Jobs.parse(JSON.parse(body))
    if (items.every(({ state }) => state !== 'waiting' && state !== 'running')) return items
    if (performance.now() > until)
      throw new Error(
        `Jobs did not end: ${items.map(({ kind, state, stage }) => `${kind} ${state} ${stage}`)}`,
      )
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Starts an organization and gives its id. */
export async function organizationOf(server: TryServer, person: string, name: string): Promise<string> {
  const { body } = await server.as(person, { method: 'POST', url: '/api/organizations', payload: { name } })
  return z.object({ id: z.string() }).parse(JSON.parse(body)).id
}

/** A log of tickets with their history, as lines of CSV: enough for verdicts, and every fifth goes back to its start. */
export function ticketLog(from = 0, count = 30): string {
  const rows = Array.from({ length: count }, (_, place) => from + place).flatMap((number) => {
    const day = String((number % 27) + 1).padStart(2, '0')
    const id = `INC${1000 + number}`
    const opened = `2026-01-${day} 08:00`
    return [
      `${id},2026-01-${day} 08:00,New,${opened},${1 + (number % 4)},Desk,user ${number}`,
      `${id},2026-01-${day} 09:00,In Progress,${opened},${1 + (number % 4)},Network,user ${number}`,
      `${id},2026-01-${day} 11:00,${number % 5 === 0 ? 'New' : 'Resolved'},${opened},${1 + (number % 4)},Network,user ${number}`,
      `${id},2026-01-${day} 15:00,Closed,${opened},${1 + (number % 4)},Network,user ${number}`,
    ]
  })
  return ['number,sys_updated_on,state,opened_at,priority,assignment_group,caller_id', ...rows].join('\n')
}
