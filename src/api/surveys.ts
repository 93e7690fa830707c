import { z } from 'zod'
import { Answers } from '#adoption/survey-answers.ts'
import { Day } from '#assessment/statement.ts'
import { Instrument, Said } from '#content/instrument.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

/** A survey without its results. Of open ones only the number of answers is told. */
const SurveyRow = z.object({
  id: z.uuid(),
  instrument: z.string(),
  kind: Instrument.shape.kind,
  title: z.string(),
  heard: z.string(),
  sentBy: z.string(),
  sentAt: z.string(),
  closesOn: z.string(),
  isOver: z.boolean(),
  invited: z.number().int(),
  answered: z.number().int(),
  smallest: z.number().int(),
  groups: z.array(z.object({ name: z.string(), invited: z.number().int() })),
})

const GroupView = z.object({
  name: z.string(),
  invited: z.number().int(),
  answered: z.number().int(),
  dimensions: z.array(z.object({ id: z.string(), n: z.number().int(), mean: z.number(), index: z.number() })),
  index: z.number().optional(),
  barriers: z.record(z.string(), z.number()).optional(),
  choices: z.record(z.string(), z.record(z.string(), z.number())),
})

const ChangeView = z.object({
  id: z.string(),
  points: z.number(),
  low: z.number(),
  high: z.number(),
  isChange: z.boolean(),
})

/** What a survey came to. A group that is withheld is named with the reason, and nothing else. */
const ResultsView = z.object({
  responseRate: z.number(),
  isLowResponse: z.boolean(),
  whole: GroupView.optional(),
  groups: z.array(GroupView),
  withheld: z.array(z.object({ name: z.string(), why: z.enum(['too few', 'protects another']) })),
  comments: z.array(z.string()),
})

const SurveyView = SurveyRow.extend({
  dimensions: z.array(z.object({ id: z.string(), name: Said })),
  choices: z.array(
    z.object({ id: z.string(), text: Said, choices: z.array(z.object({ id: z.string(), text: Said })) }),
  ),
  /** Absent as long as answers may come in: two looks would tell what came between them. */
  results: ResultsView.optional(),
  /** Against the survey with the same questions before; of the whole, and of groups that both show. */
  changes: z.array(z.object({ name: z.string(), since: z.string(), dimensions: z.array(ChangeView) })),
  /** The same questions over time, oldest first. */
  rounds: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      sentAt: z.string(),
      whole: GroupView.optional(),
      groups: z.array(GroupView),
    }),
  ),
})
export type SurveyView = z.infer<typeof SurveyView>

const OfSurvey = InOrganization.extend({ survey: z.uuid() })
const WithCode = z.object({ code: text(200, 1) })

/** What whoever has a link is asked. */
const BallotView = z.object({
  title: z.string(),
  organization: z.string(),
  closesOn: z.string(),
  smallest: z.number().int(),
  says: Said,
  labels: z.array(Said),
  dimensions: z.array(
    z.object({ id: z.string(), name: Said, items: z.array(z.object({ id: z.string(), text: Said })) }),
  ),
  choices: SurveyView.shape.choices,
  takesComment: z.boolean(),
})

export const surveysApi = {
  'GET /api/organizations/:organization/adoption/instruments': {
    summary: 'What people can be asked, and the units that can be asked',
    allows: 'read adoption',
    params: InOrganization,
    answers: z.object({
      instruments: z.array(
        z.object({
          id: z.string(),
          kind: Instrument.shape.kind,
          title: Said,
          says: Said,
          smallest: z.number().int(),
          items: z.number().int(),
        }),
      ),
      units: z.array(z.object({ name: z.string(), people: z.number().int(), reachable: z.number().int() })),
    }),
  },
  'GET /api/organizations/:organization/adoption/surveys': {
    summary: 'The surveys, newest first',
    allows: 'read adoption',
    params: InOrganization,
    answers: z.object({ items: z.array(SurveyRow) }),
  },
  'POST /api/organizations/:organization/adoption/surveys': {
    summary: 'Send a survey: everybody in the groups gets a link of his own by mail',
    allows: 'send surveys',
    params: InOrganization,
    body: z.object({
      instrument: text(60, 1),
      title: text(200, 1),
      heard: text(300, 3),
      closesOn: Day,
      groups: z
        .array(z.object({ name: text(120, 1), units: z.array(text(300, 1)).min(1).max(200) }))
        .min(1)
        .max(60)
        .refine(
          (groups) => new Set(groups.map(({ name }) => name)).size === groups.length,
          'two groups have the same name',
        ),
    }),
    answers: SurveyView,
    created: true,
  },
  'GET /api/organizations/:organization/adoption/surveys/:survey': {
    summary: 'One survey; its results once nobody can answer any more',
    allows: 'read adoption',
    params: OfSurvey,
    answers: SurveyView,
  },
  'POST /api/organizations/:organization/adoption/surveys/:survey/closing': {
    summary: 'End a survey before its day',
    allows: 'send surveys',
    params: OfSurvey,
    answers: SurveyView,
  },
  'POST /api/organizations/:organization/adoption/surveys/:survey/reminders': {
    summary: 'Remind everybody who was asked',
    allows: 'send surveys',
    params: OfSurvey,
    answers: z.object({ messages: z.number().int() }),
  },
  'POST /api/surveys/opening': {
    summary: 'The questions of a survey, to whoever has a link that was not used',
    allows: 'anyone',
    body: WithCode,
    answers: BallotView,
  },
  'POST /api/surveys/answers': {
    summary: 'Answer a survey, once; kept without a name',
    allows: 'anyone',
    body: Answers.extend(WithCode.shape),
    answers: 'nothing',
  },
} as const satisfies Endpoints
