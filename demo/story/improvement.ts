import type { Draft } from '#server/told-story.ts'
import { cast } from './people.ts'

/** Improvements of the house, from one that is only raised to one whose effect fell short. */
const improvements: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  [
    'closed',
    {
      title: 'Knowledge articles for the ten most frequent calls',
      source: 'suggestion',
      says: 'The desk explains the same ten things every morning.',
      owner: cast.desk.email,
      value: 4,
      effort: 2,
      risk: 1,
      measure: 'service-desk.first-contact-resolution',
      unit: '%',
      baseline: 41,
      baseline_on: 'day:-240',
      target: 50,
      due_on: 'day:-90',
      plan: 'Write the articles with the groups that solve these calls; link them in the form.',
      done_on: 'day:-120',
      effect_value: 46,
      measured_on: 'day:-45',
      conclusion: 'Half of the way. The articles help where the form shows them; six forms do not yet.',
      told: 'Service desks in Paris and Warszawa',
    },
  ],
  [
    'measured',
    {
      title: 'Standard changes for boutique openings',
      source: 'audit',
      origin: 'Trial audit, change management',
      says: 'Openings were emergency changes, because nobody had agreed a standard one.',
      owner: cast.change.email,
      value: 4,
      effort: 2,
      risk: 2,
      measure: 'change.emergency-share',
      unit: '%',
      baseline: 19,
      baseline_on: 'day:-200',
      target: 12,
      due_on: 'day:-20',
      plan: 'Agree one standard change for openings with the retail office.',
      done_on: 'day:-80',
      effect_value: 11,
      measured_on: 'day:-10',
    },
  ],
  [
    'implementing',
    {
      title: 'One place where suppliers see what waits for them',
      source: 'feedback',
      says: 'Suppliers say that they hear of a ticket when it is already late.',
      owner: cast.suppliers.email,
      value: 3,
      effort: 3,
      risk: 2,
      measure: 'records.hand-over-wait',
      unit: 'hours',
      baseline: 9,
      baseline_on: 'day:-100',
      target: 4,
      due_on: 'day:60',
      plan: 'Open the queue view to the three largest suppliers.',
    },
  ],
  [
    'approved',
    {
      title: 'Approvals of standard items without a manager',
      source: 'suggestion',
      owner: cast.desk.email,
      value: 4,
      effort: 1,
      risk: 2,
      measure: 'service-request.approval-wait',
      unit: 'hours',
      baseline: 26,
      baseline_on: 'day:-30',
      target: 8,
    },
  ],
  [
    'parked',
    {
      title: 'Chat for boutiques',
      source: 'suggestion',
      value: 3,
      effort: 5,
      risk: 3,
      owner: cast.desk.email,
    },
  ],
  [
    'raised',
    { title: 'Signed-off test plans before releases to tills', source: 'audit', origin: 'Trial audit' },
  ],
]

const lessons = [
  {
    title: 'Interview the night shift too',
    kind: 'do it differently',
    happened: 'Half of the emergency changes come from nights, and nobody had asked there.',
    advice: 'Plan two interviews after ten in the evening in each country.',
    phase: 'assessment',
    owner: cast.manager.email,
    learned_on: 'day:-150',
  },
  {
    title: 'Show process owners their own figures first',
    kind: 'do it again',
    happened: 'Whoever saw the figures before the meeting came with an explanation and not with a defence.',
    advice: 'Send each owner the measures of his process a week before they are shown to others.',
    phase: 'assessment',
    owner: cast.manager.email,
    learned_on: 'day:-110',
  },
] as const

/** What was done that recurs, as far as somebody wrote it down; much of it nobody did. */
const activities = [
  ['service-report', 'Service reports for the retail office', -20],
  ['service-report', 'Service reports for the retail office', -50],
  ['budget-review', 'Cost of IT compared with the budget', -12],
  ['relationship-review', 'Service review with retail France', -35],
  ['catalogue-review', 'Catalogue looked through with service owners', -60],
  ['problem-analysis', 'Trends of the quarter', -40],
] as const

/** Improvements, lessons and duties; days are counted from the day on which the story is told. */
export function improvementRecords(): readonly Draft[] {
  return [
    ...improvements.map(([state, data]) => ({ register: 'improvements', state, data })),
    ...lessons.map((data) => ({ register: 'lessons', state: 'kept', data })),
    ...activities.map(([duty, title, inDays]) => ({
      register: 'activities',
      state: 'done',
      data: { title, duty, done_on: `day:${inDays}`, done_by: cast.manager.email },
    })),
    {
      register: 'certification-audits',
      state: 'planned',
      data: { title: 'Stage 1', kind: 'stage 1', body: 'Certification body of the story (simulated)' },
    },
  ]
}
