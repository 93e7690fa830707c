import type { Draft } from '#server/told-story.ts'
import { cast } from './people.ts'

const day = (inDays: number) => `day:${inDays}`
const record = (register: string, state: string, data: Draft['data']): Draft => ({ register, state, data })

/** Who can stop or carry the change, and how their attitude went. */
export const stakeholderRecords: readonly Draft[] = (
  [
    ['Executive committee', 5, 2.5, 2, 'supports', ['neutral', 'supports'], 'Money and the date', 14],
    ['Finance', 4, 3, 3, 'supports', ['doubts', 'neutral'], 'Whether the saving is real', -6],
    [
      'Boutique managers',
      4,
      4.5,
      4,
      'supports',
      ['doubts', 'neutral', 'supports'],
      'No freeze in the peak season',
      9,
    ],
    ['Service desks', 2, 5, 5, 'drives', ['neutral', 'supports', 'supports'], 'Fear of being watched', 5],
    [
      'Platform engineers',
      3.5,
      4,
      5,
      'supports',
      ['blocks', 'doubts', 'doubts'],
      'Paperwork before every change',
      -3,
    ],
    ['Works council', 4.5, 3.5, 3, 'neutral', ['doubts', 'neutral'], 'What is stored about people', 20],
    [
      'Process owners',
      3,
      5,
      4,
      'drives',
      ['neutral', 'supports', 'drives'],
      'Time besides the daily work',
      12,
    ],
    ['Suppliers', 2.5, 2, 3, 'supports', ['neutral'], 'More reports without more money', 30],
    ['Certification body', 3, 3, 1, 'neutral', ['neutral'], 'Dates and scope', 45],
  ] as const
).map(([name, power, interest, impact, needed, attitudes, concerns, contact]) =>
  record('stakeholders', 'current', {
    name,
    power,
    interest,
    impact,
    attitude_needed: needed,
    attitudes: attitudes.map((attitude, place) => ({
      on: day(-150 + place * 60),
      attitude,
      because: 'talk',
    })),
    concerns,
    owner: cast.manager.email,
    next_contact: day(contact),
    channel: 'talk',
  }),
)

/** What is said to whom, and what became of it. */
export const messages: readonly Draft[] = (
  [
    [
      'Why we do this',
      'Everybody in scope',
      'launch',
      'know',
      -145,
      'town hall',
      cast.sponsor,
      [164, 138, 0],
    ],
    [
      'Scope and policy',
      'Everybody in scope',
      'scope and policy',
      'know',
      -130,
      'letter and team talks',
      cast.sponsor,
      [164, 121, 24],
    ],
    [
      'Priority comes from impact and urgency',
      'Service desks',
      'process: before',
      'do',
      -60,
      'shift talk',
      cast.desk,
      [34, 31, 12],
    ],
    [
      'The matrix is on from today',
      'Service desks',
      'process: on the day',
      'do',
      -46,
      'card at the desk',
      cast.desk,
      [34, 34, 9],
    ],
    [
      'Two weeks with the matrix',
      'Service desks',
      'process: after two weeks',
      'feel',
      -30,
      'retrospective',
      cast.desk,
      [34, 27, 18],
    ],
    [
      'Progress of the month',
      'Everybody in scope',
      'monthly progress',
      'know',
      -12,
      'news page',
      cast.manager,
      [164, 97, 0],
    ],
    [
      'Changes start after approval',
      'Platform engineers',
      'process: before',
      'do',
      6,
      'team talk',
      cast.change,
      undefined,
    ],
    [
      'What the matrix brought',
      'Service desks',
      'process: result',
      'know',
      12,
      'shift talk',
      cast.desk,
      undefined,
    ],
    [
      'How to answer an auditor',
      'Everybody in scope',
      'audit preparation',
      'do',
      40,
      'team talk',
      cast.auditor,
      undefined,
    ],
    [
      'Quarterly report on improvement',
      'Executive committee',
      'quarterly report',
      'know',
      20,
      'meeting',
      cast.manager,
      undefined,
    ],
  ] as const
).map(([title, audience, occasion, aim, inDays, channel, sender, reached]) =>
  record('communication', reached ? 'measured' : 'planned', {
    title,
    audience,
    occasion,
    ...(occasion.startsWith('process')
      ? { process: audience === 'Service desks' ? 'Incident management' : 'Change management' }
      : {}),
    aim,
    message: title,
    on: day(inDays),
    ...(channel === 'town hall' || channel === 'meeting' ? { at: '10:00', minutes: 45 } : {}),
    channel,
    sender: sender.email,
    way_back: 'Feedback page',
    measure: 'Pulse, and what the tickets show',
    ...(reached ? { audience_size: reached[0], reached: reached[1], involved: reached[2] } : {}),
  }),
)

/** What leaders did in the last quarter; most of it is confirmed, one act waits, one task was missed. */
export const leadershipRecords: readonly Draft[] = (
  [
    [cast.sponsor, 'sponsor task', 'Town hall on the why', -80, -82, 'confirmed'],
    [cast.sponsor, 'communication', 'Visit at the desk in Warszawa', undefined, -40, 'confirmed'],
    [cast.sponsor, 'communication', 'Letter on the policy', undefined, -20, 'confirmed'],
    [cast.sponsor, 'taking part', 'Management review', -50, -50, 'confirmed'],
    [cast.finance, 'communication', 'Word at the finance meeting', undefined, -15, 'confirmed'],
    [cast.finance, 'taking part', 'Review of the business case', -33, undefined, 'missed'],
    [cast.manager, 'communication', 'Team talk on progress', undefined, -12, 'confirmed'],
    [cast.manager, 'communication', 'Opened the awareness course', undefined, -66, 'confirmed'],
    [cast.manager, 'taking part', 'Walk-through of the desk', -25, -25, 'confirmed'],
    [cast.levels, 'communication', 'Service review with the boutiques', undefined, -28, 'confirmed'],
    [cast.levels, 'taking part', 'Internal audit preparation', -18, -18, 'confirmed'],
    [cast.security, 'communication', 'Talk on reporting fast', undefined, -35, 'confirmed'],
    [cast.security, 'communication', 'Post on lessons of the incident', undefined, -9, 'confirmed'],
    [cast.security, 'taking part', 'Management review', -50, -50, 'confirmed'],
    [cast.suppliers, 'taking part', 'Supplier review', -44, undefined, 'missed'],
    [cast.line, 'communication', 'Team talk on the new way', undefined, -7, 'declared'],
    [cast.line, 'taking part', 'Pilot of the change form', -30, undefined, 'missed'],
    [cast.desk, 'communication', 'Shift talks on the matrix', undefined, -46, 'confirmed'],
    [cast.desk, 'communication', 'Retrospective of two weeks', undefined, -30, 'confirmed'],
    [cast.desk, 'sponsor task', 'Agents released for training', -20, -24, 'confirmed'],
  ] as const
).map(([leader, kind, title, due, done, state]) =>
  record('leadership-acts', state, {
    title,
    leader: leader.email,
    kind,
    ...(due === undefined ? {} : { due_on: day(due) }),
    ...(done === undefined ? {} : { done_on: day(done) }),
    ...(state === 'confirmed'
      ? { confirmed_by: leader === cast.manager ? cast.sponsor.email : cast.manager.email }
      : {}),
  }),
)

export const resistanceRecords: readonly Draft[] = [
  record('resistance', 'in hand', {
    sign: 'Changes start before the approval is recorded',
    unit: 'Platforms',
    seen_on: day(-50),
    seen_in: 'Check on approval before start',
    cause: 'desire',
    measure:
      'The owner of change sits with the team for a week; standard changes are taken out of the long form.',
    owner: cast.change.email,
    due_on: day(15),
  }),
  record('resistance', 'noted', {
    sign: 'Closing notes hold one word',
    unit: 'Service desks',
    seen_on: day(-20),
    seen_in: 'Sample of closed incidents',
    cause: 'ability',
  }),
  record('resistance', 'eased', {
    sign: 'Nobody came to the first review',
    unit: 'Stores and commerce',
    seen_on: day(-100),
    cause: 'awareness',
    measure: 'A boutique manager told what an outage on a Saturday costs.',
    owner: cast.manager.email,
    due_on: day(-60),
    effect: 'Nine of twelve came to the second one.',
  }),
]

/** What people said, and what became of it. */
export const voices: readonly Draft[] = [
  record('feedback', 'done', {
    title: 'The change form asks the same twice',
    words: 'Risk stands on page one and on page three.',
    channel: 'form',
    received_on: day(-60),
    owner: cast.change.email,
    triaged_on: day(-58),
    answered_on: day(-52),
    answer: 'You are right. The second one goes away with the next version of the form.',
    changed: 'One field less in the form, guide version 1.3.',
  }),
  record('feedback', 'not followed', {
    title: 'Do away with the priority matrix',
    words: 'We know best what is urgent.',
    channel: 'team talk',
    received_on: day(-44),
    owner: cast.incident.email,
    triaged_on: day(-42),
    answered_on: day(-38),
    answer:
      'The matrix stays: customers were promised the same answer from both desks. Exceptions are the task of the shift lead.',
  }),
  record('feedback', 'answered', {
    title: 'Training at the end of a night shift',
    words: 'Nobody learns at six in the morning.',
    channel: 'pulse',
    received_on: day(-16),
    owner: cast.hr.email,
    triaged_on: day(-15),
    answered_on: day(-10),
    answer: 'From next month courses are taken in working time of the day shift.',
  }),
  record('feedback', 'received', {
    title: 'Who owns tickets of the atelier at weekends?',
    words: 'They wait until Monday, and nobody tells the user.',
    channel: 'suggestion',
    received_on: day(-2),
  }),
]
