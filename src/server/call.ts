import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#access/actor.ts'
import type { Person } from '#access/organization-store.ts'
import type { Answer, Endpoint, Endpoints, Given } from '#api/endpoint.ts'
import type { Records } from '#db/records.ts'
import type { Events } from './events.ts'
import type { Jobs } from './jobs.ts'
import type { People } from './people.ts'
import type { LiveSession } from './session-life.ts'

/** What the handlers work with: opened once, when the server starts. */
export type World = Readonly<{
  records: Records
  /** The folder that holds what is not in PostgreSQL: organizations, attachments. */
  folder: string
  /** The folder of the content pack. */
  content: string
  now: () => Date
  /** How people come in. */
  people: People
  /** The work that takes long. */
  jobs: Jobs
  /** The events of each organization, for reading. */
  events: Events
  /** The largest file that is taken, in bytes. */
  largestUpload: number
}>

/** One request, checked: shapes by the contract, permission by the role. */
export type Call<E extends Endpoint> = Given<E> &
  Readonly<{
    world: World
    /** Absent only where the address allows anyone. */
    person: Person | undefined
    /** Absent where the address names no organization. */
    actor: E['allows'] extends 'anyone' | 'signed in' ? Actor | undefined : Actor
    /** The session by which it is asked; absent for tokens and the command line. */
    session: LiveSession | undefined
    /** The version that a change is based on (If-Match). */
    version: number | undefined
    request: FastifyRequest
    reply: FastifyReply
  }>

/** Answers one address. Streams write to the reply themselves. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answer<E>>

/** One handler for each address of a resource. */
export type Handlers<T extends Endpoints> = { readonly [K in keyof T]: Handler<T[K]> }
