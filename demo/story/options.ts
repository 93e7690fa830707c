import type { Draft } from '#server/told-story.ts'
import { cast } from './people.ts'

const ownRate = { own_rate: 420, years: 3 } as const

/** Three ways to the same certificate. Rates are those of the offers the house asked for. */
const alternatives = [
  {
    title: 'Led by a consultancy',
    way: 'consultants',
    months: 11,
    external_days_low: 90,
    external_days: 120,
    external_days_high: 170,
    external_rate: 1_150,
    own_days_low: 320,
    own_days: 420,
    own_days_high: 560,
    source: 'Offer of a consultancy of 3 March 2026; own days by the remedies of the roadmap',
    because: 'Soonest, and the knowledge leaves with the consultants.',
  },
  {
    title: 'Bought templates and own people',
    way: 'bought templates',
    months: 15,
    external_days: 10,
    external_rate: 1_150,
    documents: 40,
    document_price: 60,
    own_days_low: 480,
    own_days: 610,
    own_days_high: 820,
    source: 'Price list of a publisher, seen on 10 March 2026; claim C-16, unverified, names a like price',
    because: 'Cheap to buy; every template still has to be made true by somebody.',
  },
  {
    title: 'Own people with a platform',
    way: 'own people',
    months: 14,
    external_days_low: 15,
    external_days: 25,
    external_days_high: 40,
    external_rate: 1_150,
    licence_once: 0,
    licence_yearly: 0,
    own_days_low: 400,
    own_days: 510,
    own_days_high: 680,
    source:
      'Offer for coaching of 17 March 2026; the platform is free software, its operation is in the own days',
    because: 'What is learned stays; the programme manager has to be free for it.',
  },
] as const

const strategyOptions = [
  {
    title: 'Step by step: boutiques first',
    says: 'The certificate covers the services of the boutiques; online and back office follow in two yearly extensions.',
    suits: 'Houses with few people for it and one part that matters most',
    goals: ['Open every day'],
    conditions: [
      {
        condition: 'The scope can be told apart by service and site',
        holds: 'yes',
        shown_by: 'Catalogue of services',
      },
      {
        condition: 'Customers accept a certificate of a part',
        holds: 'yes',
        shown_by: 'Two tenders of 2026',
      },
      {
        condition: 'The same people do not serve both parts',
        holds: 'no',
        shown_by: 'The desk serves all: it works by the new way for everybody from the start',
      },
    ],
    effort_days_low: 300,
    effort_days: 390,
    effort_days_high: 520,
    months: 12,
    risk: 'low',
    risk_says: 'The extensions may never come.',
    because: 'First proof where the money is made, within the people that are there.',
    state: 'chosen',
  },
  {
    title: 'Everything at once',
    says: 'One scope with all live services of the house.',
    suits: 'Houses with one team and few services',
    goals: ['Open every day', 'Grow with the house'],
    conditions: [
      { condition: 'All process owners are named', holds: 'yes', shown_by: 'Register of roles' },
      { condition: 'Back office suppliers report as agreed', holds: 'not known' },
      { condition: 'No other large programme runs beside it', holds: 'no' },
    ],
    effort_days_low: 420,
    effort_days: 560,
    effort_days_high: 760,
    months: 18,
    risk: 'high',
    risk_says: 'The move of the order platform takes the same people.',
    state: 'compared',
  },
  {
    title: 'Together with ISO/IEC 27001',
    says: 'One management system for both; audits, reviews and documents are shared.',
    suits: 'Houses that hold or need both',
    goals: ['The law is kept'],
    conditions: [
      {
        condition: 'The other standard is held or decided',
        holds: 'no',
        shown_by: 'Decision of the board of 2025',
      },
      {
        condition: 'Documents can serve both',
        holds: 'yes',
        shown_by: 'References of the requirements',
      },
    ],
    effort_days_low: 500,
    effort_days: 640,
    effort_days_high: 880,
    months: 20,
    risk: 'medium',
    risk_says: 'Two certificates wait for each other.',
    state: 'compared',
  },
] as const

const sevenS = [
  [
    'strategy',
    'Boutiques open every day, growth online',
    'Two goals compete for the same people.',
    'fits in part',
  ],
  ['structure', 'IT by site', 'Paris and Warszawa report apart; changes cross the border.', 'does not help'],
  [
    'systems',
    'One ticket tool, two ways of using it',
    'States mean different things by site.',
    'fits in part',
  ],
  ['shared values', 'The client comes first', 'It is lived in the boutiques and believed in IT.', 'fits'],
  [
    'skills',
    'Strong in the till, thin in continuity',
    'Two people know the payment gateway.',
    'does not help',
  ],
  [
    'style',
    'Things are settled in the corridor',
    'Decisions are quick and cannot be looked up.',
    'works against',
  ],
  ['staff', 'Nights hang on four people', 'Leave of one of them shows in the queue.', 'does not help'],
] as const

const statements = [
  {
    title: 'Till back before opening',
    statement: 'The till was dead at eight and we sold at ten. Nobody had to call twice.',
    customer: 'Boutique Paris Saint-Honoré',
    person: 'Head of the boutique',
    said_on: '2026-09-14',
    tone: 'praise',
    came_by: 'service review',
    services: ['Caisse boutique'],
    consent: 'without a name',
    consent_on: '2026-09-14',
    consent_until: '2027-09-14',
    state: 'usable',
  },
  {
    title: 'New badges take too long',
    statement: 'A new colleague waits three days for a badge. That is no welcome.',
    customer: 'Human resources',
    said_on: '2026-10-02',
    tone: 'criticism',
    came_by: 'conversation',
    follow_up: 'See the simplification of badges.',
    state: 'received',
  },
  {
    title: 'The web shop team is heard',
    statement: 'We know who changes what and when. It was not so two years ago.',
    customer: 'Online sales',
    person: 'Head of online sales',
    said_on: '2026-06-18',
    tone: 'mixed',
    came_by: 'survey',
    services: ['Online store'],
    consent: 'inside the house',
    consent_on: '2026-06-18',
    state: 'usable',
  },
] as const

const simplifications = [
  {
    title: 'One approval for a new badge instead of three',
    process: 'Service requests',
    kind: 'approvals merged',
    says: 'Line manager, site security and IT approved one after the other; now the line manager does, the others are told.',
    done_on: '2026-10-12',
    steps_before: 9,
    steps_after: 6,
    approvals_before: 3,
    approvals_after: 1,
    measure: 'Working days until the badge is handed out, by the list of the reception',
    unit: 'working days',
    value_before: 3.1,
    before_until: '2026-09-30',
    value_after: 1.2,
    after_from: '2026-10-13',
    after_cases: 23,
    benefit_line: 'request_automation',
    conclusion: 'Kept. The reception goes on counting until the end of the year.',
    state: 'measured',
  },
  {
    title: 'No paper form for a price list',
    process: 'Change enablement',
    kind: 'form dropped',
    says: 'Price lists were signed on paper beside the change; the change alone remains.',
    done_on: '2026-11-02',
    steps_before: 7,
    steps_after: 5,
    measure: 'Minutes of work for one price list, taken with a watch',
    unit: 'minutes',
    value_before: 55,
    before_until: '2026-10-30',
    state: 'in use',
  },
] as const

/** Ways, worksheet, voices of customers, and what was made simpler. */
export function optionRecords(): readonly Draft[] {
  const owner = cast.manager.email
  return [
    ...alternatives.map((data) => ({
      register: 'alternatives',
      state: 'compared',
      data: { ...data, ...ownRate, owner },
    })),
    ...strategyOptions.map(({ state, ...data }) => ({
      register: 'strategy-options',
      state,
      data: { ...data, alternative: 'Own people with a platform', owner: cast.sponsor.email },
    })),
    ...sevenS.map(([element, title, now, fit]) => ({
      register: 'seven-s',
      state: 'looked at',
      data: { element, title, now, fit, owner, looked_on: '2026-05-20' },
    })),
    ...statements.map(({ state, ...data }) => ({
      register: 'customer-statements',
      state,
      data: { ...data, owner: cast.levels.email },
    })),
    ...simplifications.map(({ state, ...data }) => ({
      register: 'simplifications',
      state,
      data: { ...data, owner: cast.desk.email },
    })),
  ]
}
