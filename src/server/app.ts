import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { World } from './call.ts'
import { mount, type WhoAsks } from './mount.ts'
import { answerError, sendProblem } from './problem.ts'
import { organizations } from './routes/organizations.ts'

/** What an application is built from, beside the world it works with. */
export type Building = Readonly<{
  world: World
  whoAsks: WhoAsks
  logger?: boolean
}>

const largestBody = 1_000_000

/** The application: every address of the contract, behind the same doors. It does not listen yet. */
export async function buildApp({ world, whoAsks, logger = false }: Building): Promise<FastifyInstance> {
  const app = Fastify({ logger, bodyLimit: largestBody, genReqId: () => crypto.randomUUID() })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, 404, `There is nothing at ${request.method} ${request.url.split('?')[0]}.`),
  )
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { 'style-src': ["'self'", "'unsafe-inline'"], 'upgrade-insecure-requests': null },
    },
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Clausewise',
        version: '1',
        description: 'Readiness for ISO/IEC 20000-1, with its evidence.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  mount(app, world, whoAsks, organizations)
  await app.ready()
  return app
}
