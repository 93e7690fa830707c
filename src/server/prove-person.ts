import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Person } from '#access/organization-store.ts'
import type { ProofGiven } from '#api/decisions.ts'
import { Refusal } from '#base/refusal.ts'
import { addressHeader } from './auth-hooks.ts'
import type { World } from './call.ts'
import { Unserved } from './problem.ts'
import { countTry, forgetTries } from './sign-in-limit.ts'

/**
 * Makes sure, at the moment of signing, that whoever asks is the person of the session: by the password or by a passkey. Tries
 * are counted like sign-ins. Says by what the person was recognized; refused with what to do.
 */
export async function provePerson(
  { records, people }: Pick<World, 'records' | 'people'>,
  { person, request }: Readonly<{ person: Person | undefined; request: FastifyRequest }>,
  proof: ProofGiven,
): Promise<ProofGiven['by']> {
  if (!person)
    throw new Refusal(
      'not-allowed',
      'Only a person who has signed in can sign. Open the page in the browser.',
    )
  const trying = { email: person.email, address: request.ip }
  const wait = await countTry(records, trying)
  if (wait > 0)
    throw new Unserved(429, `Too many failed tries. Try again in ${Math.ceil(wait / 60)} minutes.`)
  const headers = headersOf(request, people.url)
  if (proof.by === 'password') {
    await people.auth.api.verifyPassword({ body: { password: proof.password }, headers }).catch((cause) => {
      throw new Refusal(
        'invalid',
        'The password is not right. Type it again; whoever has none adds a passkey in the settings and signs with that.',
        { cause },
      )
    })
  } else await provePasskey({ records, people }, { person, headers, response: proof.response })
  await forgetTries(records, trying)
  return proof.by
}

const NewSession = z.object({ session: z.object({ token: z.string(), userId: z.string() }) })

/** A passkey signs in anew with the library; that session is ended at once, only what it proves is wanted. */
async function provePasskey(
  { records, people }: Pick<World, 'records' | 'people'>,
  {
    person,
    headers,
    response,
  }: Readonly<{ person: Person; headers: Headers; response: Record<string, unknown> }>,
): Promise<void> {
  const address = new URL('/api/auth/passkey/verify-authentication', people.url)
  const sent = new Headers(headers)
  sent.set('content-type', 'application/json')
  const answer = await people.auth.handler(
    new Request(address, { method: 'POST', headers: sent, body: JSON.stringify({ response }) }),
  )
  const said = NewSession.safeParse(answer.ok ? await answer.json() : undefined)
  if (!said.success)
    throw new Refusal('invalid', 'The passkey was not recognized. Try again, or sign with the password.')
  const { token, userId } = said.data.session
  await records.db.deleteFrom('session').where('token', '=', token).execute()
  if (userId !== person.id)
    throw new Refusal('invalid', 'This passkey belongs to another person. Use one of your own.')
}

function headersOf(request: FastifyRequest, url: string): Headers {
  const headers = new Headers({ origin: request.headers.origin ?? new URL(url).origin })
  if (request.headers.cookie !== undefined) headers.set('cookie', request.headers.cookie)
  headers.set(addressHeader, request.ip)
  return headers
}
