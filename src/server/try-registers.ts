import assert from 'node:assert/strict'
import type { InjectOptions } from 'fastify'
import type { TryServer } from './try-server.ts'

/** A record as the API answers it, as far as tests look at it. */
export type TriedRecord = Readonly<{
  id: string
  number: string
  label: string
  state: string
  version: number
  data: Readonly<Record<string, unknown>>
}>

/** An answer, read as JSON where it is. */
export type Tried = Readonly<{
  status: number
  headers: Readonly<Record<string, unknown>>
  text: string
  bytes: Buffer
  // What an address answers is the test's to know.
  body: ReturnType<typeof JSON.parse>
}>

/** One person in an organization of her own, for tests of registers. */
export class RegisterUser {
  readonly #server: TryServer
  readonly #person: string
  readonly base: string

  private constructor(server: TryServer, person: string, base: string) {
    this.#server = server
    this.#person = person
    this.base = base
  }

  static async start(server: TryServer, person: string): Promise<RegisterUser> {
    const payload = { name: person }
    const { body } = await server.as(person, { method: 'POST', url: '/api/organizations', payload })
    return new RegisterUser(server, person, `/api/organizations/${JSON.parse(body).id}`)
  }

  /** Asks at an address below the organization. */
  async ask(url: string, request: Omit<InjectOptions, 'url'> = {}): Promise<Tried> {
    const answer = await this.#server.as(this.#person, { ...request, url: `${this.base}${url}` })
    const isJson = /json/.test(String(answer.headers['content-type']))
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      bytes: answer.rawPayload,
      body: isJson ? JSON.parse(answer.body) : undefined,
    }
  }

  /** Changes something at the version it was read. */
  change(
    url: string,
    version: number,
    payload: object,
    method: 'PATCH' | 'POST' | 'DELETE' = 'PATCH',
  ): Promise<Tried> {
    const headers = { 'if-match': `"${version}"` }
    return this.ask(url, method === 'DELETE' ? { method, headers } : { method, payload, headers })
  }

  async add(register: string, data: object, state?: string): Promise<TriedRecord> {
    const payload = state === undefined ? { data } : { data, state }
    const { status, body, text } = await this.ask(`/registers/${register}/records`, {
      method: 'POST',
      payload,
    })
    assert.equal(status, 201, text)
    return body
  }

  /** Sends a file as browsers do. */
  upload(url: string, name: string, content: Buffer | string): Promise<Tried> {
    const line = 'clausewise-test'
    const head = `--${line}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
    const payload = Buffer.concat([
      Buffer.from(head),
      Buffer.from(content),
      Buffer.from(`\r\n--${line}--\r\n`),
    ])
    const headers = { 'content-type': `multipart/form-data; boundary=${line}` }
    return this.ask(url, { method: 'POST', payload, headers })
  }
}
