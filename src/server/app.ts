import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { openAuthDoor } from './auth-door.ts'
import type { World } from './call.ts'
import { type Limits, openLimits } from './limits.ts'
import { counted, mount, type WhoAsks } from './mount.ts'
import { demandOwnOrigin } from './origins.ts'
import { servePages } from './pages.ts'
import { answerError, answerUnroutable } from './problem.ts'
import { adoption } from './routes/adoption.ts'
import { assessment } from './routes/assessment.ts'
import { attachments } from './routes/attachments.ts'
import { audits } from './routes/audits.ts'
import { brand } from './routes/brand.ts'
import { businessCase } from './routes/business-case.ts'
import { comments } from './routes/comments.ts'
import { decisions } from './routes/decisions.ts'
import { documented } from './routes/documented.ts'
import { documents } from './routes/documents.ts'
import { evidence } from './routes/evidence.ts'
import { findings } from './routes/findings.ts'
import { impact } from './routes/impact.ts'
import { improvements } from './routes/improvements.ts'
import { invitations } from './routes/invitations.ts'
import { jobs } from './routes/jobs.ts'
import { mapping } from './routes/mapping.ts'
import { members } from './routes/members.ts'
import { monitoring } from './routes/monitoring.ts'
import { organizations } from './routes/organizations.ts'
import { outbox } from './routes/outbox.ts'
import { packWords } from './routes/pack-words.ts'
import { registerChecks } from './routes/register-checks.ts'
import { registerFiles } from './routes/register-files.ts'
import { registers } from './routes/registers.ts'
import { reviews } from './routes/reviews.ts'
import { roadmap } from './routes/roadmap.ts'
import { serviceLevels } from './routes/service-levels.ts'
import { serviceReports } from './routes/service-reports.ts'
import { session } from './routes/session.ts'
import { sessions } from './routes/sessions.ts'
import { sources } from './routes/sources.ts'
import { status } from './routes/status.ts'
import { templates } from './routes/templates.ts'
import { tickets } from './routes/tickets.ts'
import { tokens } from './routes/tokens.ts'
import { trail } from './routes/trail.ts'
import { webhooks } from './routes/webhooks.ts'
import { wholeStrategy } from './routes/whole-strategy.ts'
import { tellAnswer } from './security-watch.ts'

/** What an application is built from, beside the world it works with. */
export type Building = Readonly<{
  world: World
  whoAsks: WhoAsks
  /** The folder of the built pages; absent where only the API is wanted. */
  pages?: string
  /** How many proxies stand before it. */
  proxies?: number
  limits?: Limits
  logger?: boolean
}>

const largestBody = 1_000_000

/** The application: every address of the contract, behind the same doors. It does not listen yet. */
export async function buildApp(building: Building): Promise<FastifyInstance> {
  const { world, pages, proxies = 0, logger = false } = building
  const app = Fastify({
    // What goes wrong is told with its request's number; what goes well is not written down.
    logger: logger && { level: 'error' },
    bodyLimit: largestBody,
    trustProxy: (_address, hop) => hop < proxies,
    genReqId: () => crypto.randomUUID(),
    // Whatever stands in an address is judged by its schema, so that the answer is a problem like any other.
    routerOptions: { maxParamLength: 8_000 },
    frameworkErrors: answerUnroutable,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  await guard(app, world.people.origins)
  app.addHook('onResponse', async (request, reply) => tellAnswer(world.people.tell, request, reply))
  await app.register(multipart)
  app.addHook('preClose', async () => world.jobs.letGo())
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
  const whoAsks = counted(building.whoAsks, await openLimits(app, building.limits))
  await openAuthDoor(app, world.records, world.people)
  mount(app, world, whoAsks, session)
  mount(app, world, whoAsks, sessions)
  mount(app, world, whoAsks, webhooks)
  mount(app, world, whoAsks, status)
  mount(app, world, whoAsks, packWords)
  mount(app, world, whoAsks, impact)
  mount(app, world, whoAsks, organizations)
  mount(app, world, whoAsks, brand)
  mount(app, world, whoAsks, templates)
  mount(app, world, whoAsks, members)
  mount(app, world, whoAsks, invitations)
  mount(app, world, whoAsks, tokens)
  mount(app, world, whoAsks, outbox)
  mount(app, world, whoAsks, trail)
  mount(app, world, whoAsks, registers)
  mount(app, world, whoAsks, assessment)
  mount(app, world, whoAsks, roadmap)
  mount(app, world, whoAsks, adoption)
  mount(app, world, whoAsks, registerChecks)
  mount(app, world, whoAsks, registerFiles)
  mount(app, world, whoAsks, comments)
  mount(app, world, whoAsks, attachments)
  mount(app, world, whoAsks, sources)
  mount(app, world, whoAsks, audits)
  mount(app, world, whoAsks, findings)
  mount(app, world, whoAsks, jobs)
  mount(app, world, whoAsks, evidence)
  mount(app, world, whoAsks, tickets)
  mount(app, world, whoAsks, documents)
  mount(app, world, whoAsks, documented)
  mount(app, world, whoAsks, mapping)
  mount(app, world, whoAsks, wholeStrategy)
  mount(app, world, whoAsks, monitoring)
  mount(app, world, whoAsks, serviceLevels)
  mount(app, world, whoAsks, serviceReports)
  mount(app, world, whoAsks, decisions)
  mount(app, world, whoAsks, businessCase)
  mount(app, world, whoAsks, reviews)
  mount(app, world, whoAsks, improvements)
  await servePages(app, pages)
  await app.ready()
  return app
}

/** What holds for every answer: security headers, no keeping of what the API says, no changes asked for by other sites. */
async function guard(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'style-src': ["'self'", "'unsafe-inline'"],
        'frame-ancestors': ["'none'"],
        'upgrade-insecure-requests': null,
      },
    },
    frameguard: { action: 'deny' },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
    if (!request.url.startsWith('/api')) return
    reply.header('cache-control', 'no-store')
    demandOwnOrigin(request, origins)
  })
}
