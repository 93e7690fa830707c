import { z } from 'zod'
import { Day } from '#assessment/statement.ts'
import { attitudes, quadrants } from '#registers/stakeholder-grid.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

const Level = z.enum(['top', 'middle', 'team lead'])
const ActKind = z.enum(['sponsor task', 'communication', 'taking part', 'decision'])

const ScoreView = z.object({
  level: Level,
  score: z.number().optional(),
  isEngaged: z.boolean(),
  components: z.array(
    z.object({
      id: z.enum(['tasks', 'communications', 'sessions', 'decisions', 'team']),
      points: z.number(),
      most: z.number(),
    }),
  ),
})

const LoopView = z.object({
  received: z.number().int(),
  waiting: z.number().int(),
  due: z.number().int(),
  inTime: z.number().int(),
  share: z.number().optional(),
  late: z.array(z.string()),
  told: z.array(
    z.object({
      number: z.string(),
      said: z.string(),
      state: z.string(),
      answer: z.string(),
      changed: z.string().optional(),
      on: z.string(),
    }),
  ),
})

const IndexView = z.object({
  leaders: z.number().int(),
  counted: z.number().int(),
  engaged: z.number().int().optional(),
  index: z.number().optional(),
  isMet: z.boolean().optional(),
  levels: z.array(
    z.object({
      level: Level,
      counted: z.number().int(),
      engaged: z.number().int().optional(),
      index: z.number().optional(),
    }),
  ),
})

export const engagementApi = {
  'GET /api/organizations/:organization/adoption': {
    summary: 'Where the people side stands: readiness, leadership, training, messages, feedback, resistance',
    allows: 'read adoption',
    params: InOrganization,
    answers: z.object({
      readiness: z
        .object({
          survey: z.uuid(),
          title: z.string(),
          on: z.string(),
          answered: z.number().int(),
          ready: z.number().optional(),
          barriers: z.record(z.string(), z.number()).optional(),
          names: z.record(
            z.string(),
            z.object({ en: z.string(), de: z.string(), fr: z.string(), it: z.string() }),
          ),
        })
        .optional(),
      leadership: IndexView,
      training: z.object({ base: z.number().int(), passed: z.number().int(), share: z.number().optional() }),
      messages: z.object({
        planned: z.number().int(),
        sent: z.number().int(),
        late: z.number().int(),
        informed: z.number().optional(),
        involved: z.number().optional(),
      }),
      feedback: LoopView.omit({ told: true }),
      resistance: z.array(
        z.object({
          id: z.uuid(),
          number: z.string(),
          sign: z.string(),
          unit: z.string(),
          cause: z.string().optional(),
          measure: z.string().optional(),
          state: z.string(),
          dueOn: z.string().optional(),
        }),
      ),
      /** Groups that fell back on a step since the survey of readiness before: points of the index with the 95 % interval. */
      falling: z.array(
        z.object({
          unit: z.string(),
          step: z.string(),
          points: z.number(),
          low: z.number(),
          high: z.number(),
        }),
      ),
      people: z.object({ here: z.number().int(), contractors: z.number().int(), units: z.number().int() }),
    }),
  },
  'GET /api/organizations/:organization/adoption/stakeholders': {
    summary: 'The map of stakeholders: power against interest, attitude over time',
    allows: 'keep stakeholders',
    params: InOrganization,
    answers: z.object({
      on: z.string(),
      items: z.array(
        z.object({
          id: z.uuid(),
          number: z.string(),
          name: z.string(),
          power: z.number(),
          interest: z.number(),
          impact: z.number().optional(),
          quadrant: z.enum(quadrants),
          attitudeNow: z.enum(attitudes).optional(),
          attitudeNeeded: z.enum(attitudes).optional(),
          attitudes: z.array(z.object({ on: z.string(), attitude: z.enum(attitudes) })),
          priority: z.number().optional(),
          owner: z.string().optional(),
          nextContact: z.string().optional(),
          isOverdue: z.boolean(),
          hasConcerns: z.boolean(),
        }),
      ),
    }),
  },
  'GET /api/organizations/:organization/adoption/leadership': {
    summary:
      'The leadership index by level, and your own score; names and scores of others for the sponsor only',
    allows: 'take part in adoption',
    params: InOrganization,
    answers: z.object({
      target: z.number(),
      engagedFrom: z.number(),
      windowDays: z.number().int(),
      least: z.number().int(),
      index: IndexView,
      own: ScoreView.optional(),
      ownActs: z.array(
        z.object({
          number: z.string(),
          title: z.string(),
          kind: ActKind,
          doneOn: z.string().optional(),
          state: z.string(),
        }),
      ),
      leaders: z.array(ScoreView.extend({ name: z.string(), unit: z.string() })).optional(),
    }),
  },
  'POST /api/organizations/:organization/adoption/leadership': {
    summary: 'Declare what you did as a leader; somebody else has to confirm it',
    allows: 'take part in adoption',
    params: InOrganization,
    body: z.object({
      title: text(200, 3),
      kind: ActKind,
      doneOn: Day,
      askedOn: Day.optional(),
      seenIn: text(200, 1).optional(),
    }),
    answers: z.object({ number: z.string() }),
  },
  'GET /api/organizations/:organization/adoption/communication': {
    summary: 'The communication plan: what it lacks, what is due, whom it reached',
    allows: 'read adoption',
    params: InOrganization,
    answers: z.object({
      on: z.string(),
      missing: z.array(z.string()),
      unprepared: z.array(z.object({ process: z.string(), lacks: z.string() })),
      planned: z.number().int(),
      sent: z.number().int(),
      late: z.array(z.string()),
      audiences: z.array(
        z.object({
          audience: z.string(),
          messages: z.number().int(),
          size: z.number(),
          informed: z.number(),
          involved: z.number(),
        }),
      ),
      items: z.array(
        z.object({
          id: z.uuid(),
          number: z.string(),
          title: z.string(),
          audience: z.string(),
          message: z.string(),
          sender: z.string(),
          channel: z.string(),
          on: z.string(),
          at: z.string().optional(),
          repeatOn: z.string().optional(),
          state: z.string(),
          reach: z.number().optional(),
        }),
      ),
    }),
  },
  'GET /api/organizations/:organization/adoption/communication/calendar': {
    summary: 'The communication plan as a calendar file',
    allows: 'read adoption',
    params: InOrganization,
    answers: 'file',
  },
  'GET /api/organizations/:organization/adoption/feedback': {
    summary: 'How fast feedback is answered, and what became of it',
    allows: 'take part in adoption',
    params: InOrganization,
    answers: LoopView,
  },
  'POST /api/organizations/:organization/adoption/feedback': {
    summary: 'Say something, with or without your name; the code leads to the answer',
    allows: 'take part in adoption',
    params: InOrganization,
    body: z.object({ title: text(200, 3), words: text(5000, 3), isNamed: z.boolean() }),
    answers: z.object({ number: z.string(), code: z.string() }),
    secret: true,
  },
  'POST /api/feedback/opening': {
    summary: 'What became of feedback, to whoever has its code',
    allows: 'anyone',
    body: z.object({ code: text(200, 1) }),
    answers: z.object({
      number: z.string(),
      title: z.string(),
      state: z.string(),
      receivedOn: z.string(),
      answer: z.string().optional(),
      answeredOn: z.string().optional(),
      changed: z.string().optional(),
    }),
  },
} as const satisfies Endpoints
