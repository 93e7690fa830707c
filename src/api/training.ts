import { z } from 'zod'
import { Day } from '#assessment/statement.ts'
import { CourseWords } from '#content/course-words.ts'
import type { Endpoints } from './endpoint.ts'
import { Effect } from './monitoring-views.ts'
import { InOrganization, text } from './page.ts'

const Exempt = z.object({ because: z.string(), until: z.string() })

/** A course of somebody. What was answered in a quiz is not among it. */
const AssignmentView = z.object({
  id: z.uuid(),
  person: z.uuid(),
  name: z.string(),
  unit: z.string(),
  isContractor: z.boolean(),
  course: z.string(),
  title: z.string(),
  because: z.string(),
  dueOn: z.string(),
  state: z.enum(['passed', 'exempt', 'open', 'overdue', 'to talk about']),
  passedOn: z.string().optional(),
  exempt: Exempt.optional(),
  attempts: z.number().int(),
  certificate: z.uuid().optional(),
})
export type AssignmentView = z.infer<typeof AssignmentView>

const CompletionView = z.object({
  base: z.number().int(),
  passed: z.number().int(),
  share: z.number().optional(),
  exempt: z.number().int(),
  contractors: z.object({ base: z.number().int(), passed: z.number().int() }),
})

/** What a course is called in the languages beside English; its texts are in English. */
const Words = z.object({
  de: CourseWords.optional(),
  fr: CourseWords.optional(),
  it: CourseWords.optional(),
})

const CourseRow = z.object({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  hours: z.number(),
  clauses: z.array(z.string()),
  lessons: z.number().int(),
  minutes: z.number().int(),
  questions: z.number().int(),
  audience: z.array(z.string()),
  words: Words,
})

const AskedView = z.object({ id: z.string(), ask: z.string(), options: z.array(z.string()) })

const AttemptView = z.object({
  id: z.uuid(),
  number: z.number().int(),
  questions: z.array(AskedView),
})

const MineView = z.object({
  assignment: z.uuid(),
  dueOn: z.string(),
  because: z.string(),
  state: AssignmentView.shape.state,
  attempts: z.number().int(),
  attemptsLeft: z.number().int(),
  bestScore: z.number().optional(),
  certificate: z.uuid().optional(),
  validUntil: z.string().optional(),
})

const OfCourse = InOrganization.extend({ course: text(60, 1) })
const OfEnrolment = InOrganization.extend({ enrolment: z.uuid() })

export const trainingApi = {
  'GET /api/organizations/:organization/adoption/training': {
    summary: 'Who has which course to take, what roles and gaps ask for, and how complete it is',
    allows: 'read adoption',
    params: InOrganization,
    answers: z.object({
      on: z.string(),
      target: z.number(),
      completion: CompletionView,
      byUnit: z.array(CompletionView.extend({ unit: z.string() })),
      byCourse: z.array(CompletionView.extend({ course: z.string(), title: z.string() })),
      assignments: z.array(AssignmentView),
      suggestions: z.array(
        z.object({
          person: z.uuid(),
          name: z.string(),
          unit: z.string(),
          course: z.string(),
          title: z.string(),
          because: z.array(
            z.object({ kind: z.enum(['everybody', 'role', 'gap']), of: z.string().optional() }),
          ),
          isRepeat: z.boolean(),
          dueOn: z.string(),
        }),
      ),
      outlook: z.object({
        persons: z.number().int(),
        hours: z.number(),
        byRole: z.array(z.object({ role: z.string(), persons: z.number().int(), hours: z.number() })),
        inputsHash: z.string(),
      }),
      courses: z.array(CourseRow),
      /** Whether the errors that a course is about became fewer once its learners had passed. */
      effects: z.array(
        z.object({
          course: z.string(),
          title: z.string(),
          check: z.string(),
          claim: z.string(),
          passed: z.number().int(),
          turnedOn: z.string().optional(),
          effect: Effect,
        }),
      ),
    }),
  },
  'POST /api/organizations/:organization/adoption/training': {
    summary: 'Assign courses, all of them or none',
    allows: 'manage adoption',
    params: InOrganization,
    body: z.object({
      items: z
        .array(z.object({ person: z.uuid(), course: text(60, 1), dueOn: Day, because: text(500, 1) }))
        .min(1)
        .max(5000),
    }),
    answers: z.object({ assigned: z.number().int() }),
  },
  'POST /api/organizations/:organization/adoption/training/reminders': {
    summary: 'Remind whoever has a course due soon or overdue, and tell the line manager after two weeks',
    allows: 'manage adoption',
    params: InOrganization,
    answers: z.object({ reminded: z.number().int(), escalated: z.number().int() }),
  },
  'PUT /api/organizations/:organization/adoption/training/:enrolment/exemption': {
    summary: 'Exempt somebody from a course until a day, with the reason; null ends it',
    allows: 'manage adoption',
    params: OfEnrolment,
    body: z.object({ exempt: z.object({ because: text(300, 3), until: Day }).nullable() }),
    answers: 'nothing',
  },
  'POST /api/organizations/:organization/adoption/training/:enrolment/talks': {
    summary: 'Grant three further attempts after a talk',
    allows: 'manage adoption',
    params: OfEnrolment,
    body: z.object({ talk: text(500, 3) }),
    answers: 'nothing',
  },
  'GET /api/organizations/:organization/adoption/courses': {
    summary: 'Your own courses, and all there are',
    allows: 'take part in adoption',
    params: InOrganization,
    answers: z.object({
      /** Absent where the register of people in scope does not know your address. */
      person: z.object({ number: z.string(), name: z.string() }).optional(),
      mine: z.array(MineView.extend({ course: z.string(), title: z.string() })),
      courses: z.array(CourseRow),
    }),
  },
  'GET /api/organizations/:organization/adoption/courses/:course': {
    summary: 'A course with its lessons, and how far you have come',
    allows: 'take part in adoption',
    params: OfCourse,
    answers: CourseRow.extend({
      version: z.string(),
      passMark: z.number(),
      draw: z.number().int(),
      text: z.array(z.object({ title: z.string(), minutes: z.number().int(), text: z.string() })),
      mine: MineView.optional(),
    }),
  },
  'POST /api/organizations/:organization/adoption/courses/:course/attempts': {
    summary: 'Begin the quiz of a course of yours, or go on with the one you began',
    allows: 'take part in adoption',
    params: OfCourse,
    answers: AttemptView,
    created: true,
  },
  'POST /api/organizations/:organization/adoption/courses/:course/attempts/:attempt/answers': {
    summary: 'Finish a quiz: by question, the place of the option you chose',
    allows: 'take part in adoption',
    params: OfCourse.extend({ attempt: z.uuid() }),
    body: z.object({ answers: z.record(z.string().max(8), z.int().min(0).max(9)) }),
    answers: z.object({
      score: z.number(),
      isPassed: z.boolean(),
      right: z.number().int(),
      asked: z.number().int(),
      attemptsLeft: z.number().int(),
      certificate: z.uuid().optional(),
      /** What was missed, with the right answer once the course is passed. */
      missed: z.array(
        z.object({
          ask: z.string(),
          chosen: z.string(),
          right: z.string().optional(),
          because: z.string().optional(),
        }),
      ),
    }),
  },
  'GET /api/organizations/:organization/adoption/certificates/:certificate': {
    summary: 'A certificate: yours, or of somebody whose training you may see',
    allows: ['take part in adoption', 'enter the evidence room'],
    params: InOrganization.extend({ certificate: z.uuid() }),
    answers: z.object({
      number: z.string(),
      organization: z.string(),
      name: z.string(),
      course: z.string(),
      title: z.string(),
      words: Words,
      clauses: z.array(z.string()),
      version: z.string(),
      score: z.number(),
      passedOn: z.string(),
      validUntil: z.string(),
      isValid: z.boolean(),
    }),
  },
} as const satisfies Endpoints
