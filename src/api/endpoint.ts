import type { z } from 'zod'
import type { Permission } from '#access/permissions.ts'

/** Who may call: anyone, anyone signed in, or whoever has the permission (of several: any) in the organization of the address. */
export type Allows = 'anyone' | 'signed in' | Permission | readonly Permission[]

/**
 * What server and browser agree to say at one address. The key it is kept under is "METHOD /path/:param".
 * versioned: the answer carries a version, sent as ETag; changes must name the one they are based on (If-Match).
 * answers: the shape of the answer; 'file' and 'events' are streams; 'nothing' is an empty answer.
 * secret: the answer shows a secret; it is told once and not kept for a repeated request.
 * takesFiles: the body is a multipart upload and is read by the handler.
 */
export type Endpoint = Readonly<{
  summary: string
  allows: Allows
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  answers: z.ZodType | 'file' | 'events' | 'nothing'
  created?: true
  versioned?: true
  takesFiles?: true
  secret?: true
}>

/** The addresses of one resource. */
export type Endpoints = Readonly<Record<string, Endpoint>>

type Said<T, Absent> = T extends z.ZodType ? z.output<T> : Absent

/** What a handler is given, and what a caller has to give, at one address. */
export type Given<E extends Endpoint> = {
  params: Said<E['params'], Record<never, never>>
  query: Said<E['query'], Record<never, never>>
  body: Said<E['body'], undefined>
}

/** What an address answers. */
export type Answer<E extends Endpoint> = E['answers'] extends z.ZodType ? z.output<E['answers']> : undefined

/** What a caller may write: inputs before defaults are filled in. */
export type Asked<E extends Endpoint> = {
  params: E['params'] extends z.ZodType ? z.input<E['params']> : undefined
  query: E['query'] extends z.ZodType ? z.input<E['query']> : undefined
  body: E['body'] extends z.ZodType ? z.input<E['body']> : undefined
}
