import type { Answer, Asked } from '#api/endpoint.ts'
import type { Api } from '#api/endpoints.ts'
import { Refused } from './refused.ts'

/** An address of the API, such as "GET /api/organizations". */
export type Key = keyof Api

type Part<Name extends string, T> = [T] extends [undefined]
  ? { readonly [K in Name]?: undefined }
  : Record<never, never> extends T
    ? { readonly [K in Name]?: T }
    : { readonly [K in Name]: T }

/** What has to be said at one address. */
export type Input<K extends Key> = Part<'params', Asked<Api[K]>['params']> &
  Part<'query', Asked<Api[K]>['query']> &
  Part<'body', Asked<Api[K]>['body']> & {
    /** The version that a change is based on. */
    readonly ifMatch?: number | undefined
    /** A key under which a repeated post is carried out once. */
    readonly idempotencyKey?: string | undefined
    readonly signal?: AbortSignal | undefined
  }

export type Answered<K extends Key> = Answer<Api[K]>

/** Calls one address by its contract; what is refused is thrown as Refused. */
export async function call<K extends Key>(key: K, input: Input<K>): Promise<Answered<K>> {
  const [method = 'GET'] = key.split(' ')
  const { body, ifMatch, idempotencyKey, signal } = input as Loose
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey
  const answer = await send(addressFor(key, input as Loose), {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  if (answer.status === 204) return undefined as Answered<K>
  return (await answer.json()) as Answered<K>
}

/** The address itself, for what a browser loads on its own: downloads, streams of events, uploads. */
export function addressOf<K extends Key>(key: K, input: Pick<Input<K>, 'params' | 'query'>): string {
  return addressFor(key, input as Loose)
}

function addressFor(key: string, { params = {}, query = {} }: Loose): string {
  const path = (key.split(' ')[1] ?? '').replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const said = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined || one === '' ? [] : [[name, String(one)]])),
  )
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}

type Loose = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  ifMatch?: number
  idempotencyKey?: string
  signal?: AbortSignal
}

async function send(address: string, request: RequestInit): Promise<Response> {
  const answer = await fetch(address, request).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Refused({ status: 0, title: 'unreachable', detail: '' }, cause)
  })
  if (answer.ok) return answer
  throw await Refused.of(answer)
}
