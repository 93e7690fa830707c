import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Refusal, type RefusalCode } from '#base/refusal.ts'
import { noteFault } from './security-watch.ts'

const statusOf: Readonly<Record<RefusalCode, number>> = {
  'not-found': 404,
  'not-allowed': 403,
  conflict: 409,
  invalid: 422,
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Changed meanwhile, or already there',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong type of content',
  422: 'Not as it must be',
  428: 'Say which version you change',
  429: 'Too many requests',
  500: 'Something went wrong here',
}

/** An answer that is not the one hoped for, as RFC 9457 has it. */
export function sendProblem(
  reply: FastifyReply,
  status: number,
  detail: string,
  more: object = {},
): FastifyReply {
  return reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ type: 'about:blank', title: titles[status] ?? 'Refused', status, detail, ...more })
}

/** Where a request asks for something that needs a status of its own; more is what the problem says beside the words. */
export class Unserved extends Error {
  readonly status: number
  readonly more: object

  constructor(status: number, message: string, more: object = {}) {
    super(message)
    this.status = status
    this.more = more
  }
}

/** Turns what was thrown into an answer, in this one place; what nobody expected is logged with the request's id. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) return sendProblem(reply, statusOf[error.code], error.message)
  if (error instanceof Unserved) return sendProblem(reply, error.status, error.message, error.more)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map(({ instancePath, message }) => ({
      pointer: `${error.validationContext ?? ''}${instancePath}`,
      detail: message,
    }))
    const detail = errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; ')
    return sendProblem(reply, 422, detail, { errors })
  }
  const status = error.statusCode ?? 500
  if (status < 500) return sendProblem(reply, status, error.message)
  noteFault(request, error)
  request.log.error({ err: error }, 'request failed')
  return sendProblem(
    reply,
    500,
    `Nothing was changed. Try again; if it stays so, give this number: ${request.id}.`,
    {
      instance: request.id,
    },
  )
}

/** An address that cannot be read reaches no hook; its answer is as closed as all others. */
export function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'x-request-id': request.id,
  })
  answerError(error, request, reply)
}
