import type { Draft, Story } from '#server/told-story.ts'
import type { World } from '../world.ts'
import { cast } from './people.ts'

/** What the house wants to reach. The last two lack something, as goals in houses do. */
const goals = [
  {
    title: 'Open every day',
    theme: 'resilience',
    perspective: 'customer',
    priority: 'high',
    owner: cast.sponsor.email,
    horizon: 'one to three years',
    metric: 'Boutique hours lost to IT in a year',
    unit: 'hours',
    baseline: 420,
    target: 200,
    current: 365,
    due_on: '2028-03-31',
    clauses: ['8.7.1', '8.7.2', '8.6.1'],
    support: 'Tested continuity and tracked availability are what the standard asks for.',
  },
  {
    title: 'Clients return',
    theme: 'customer-satisfaction',
    perspective: 'customer',
    priority: 'high',
    owner: cast.desk.email,
    horizon: 'one to three years',
    metric: 'Satisfaction of closed tickets',
    unit: 'points',
    baseline: 68,
    target: 78,
    current: 71,
    due_on: '2027-12-31',
    clauses: ['8.3.2', '9.4'],
  },
  {
    title: 'Grow with the house',
    theme: 'digital-transformation',
    perspective: 'financial',
    priority: 'medium',
    owner: cast.sponsor.email,
    horizon: 'more than three years',
    metric: 'Share of sales that begin online',
    unit: '%',
    baseline: 14,
    target: 25,
    current: 16,
    due_on: '2030-12-31',
    clauses: ['8.5.2', '8.2.4'],
  },
  {
    title: 'The law is kept',
    theme: 'regulatory-compliance',
    perspective: 'process',
    priority: 'medium',
    owner: cast.security.email,
    horizon: 'this year',
    metric: 'Duties with a control and evidence younger than a year',
    unit: '%',
    baseline: 40,
    target: 100,
    current: 55,
    due_on: '2027-06-30',
    clauses: ['4.2', '8.7.3'],
  },
  {
    title: 'A house that learns',
    theme: 'people-and-learning',
    perspective: 'learning',
    priority: 'low',
    horizon: 'one to three years',
    metric: 'Training completed',
    unit: '%',
  },
  { title: 'Know what IT costs', theme: 'cost-control', perspective: 'financial', priority: 'low' },
] as const

/** Which service serves which goal: by its name in the catalogue, how strongly, and why. */
const served = [
  ['Caisse boutique', 'Open every day', 'high', 'No till, no sale.'],
  ['Kassensystem Filialen', 'Open every day', 'high', 'No till, no sale.'],
  ['Ταμείο καταστήματος', 'Open every day', 'high', 'No till, no sale.'],
  ['نقاط البيع دبي', 'Open every day', 'high', 'No till, no sale.'],
  ['Punto vendita', 'Open every day', 'high', 'No till, no sale.'],
  ['Kasa sklepowa', 'Open every day', 'high', 'No till, no sale.'],
  ['Payment gateway', 'Open every day', 'high', 'Nine in ten sales are paid by card.'],
  ['Réseau boutiques', 'Open every day', 'high', 'Tills and phones hang on it.'],
  ['Identity and access', 'Open every day', 'medium', 'Nobody opens a till without signing in.'],
  ['Online store', 'Grow with the house', 'high', 'It is where the growth is planned.'],
  ['Zarządzanie zamówieniami', 'Grow with the house', 'high', 'Every order online passes it.'],
  ['Click and collect', 'Grow with the house', 'medium', 'A third of online orders are fetched.'],
  ['Lagerverwaltung', 'Grow with the house', 'medium', 'What is not found is not sent.'],
  ['Clienteling', 'Clients return', 'high', 'It knows what a client likes.'],
  ['CRM client', 'Clients return', 'medium', 'Letters and invitations come from it.'],
  ['Fidélité', 'Clients return', 'low', 'Few clients use it.'],
  ['Certificats gemmes', 'The law is kept', 'low', 'Origin of stones has to be shown.'],
] as const

const contributes = [
  {
    goal: 'Open every day',
    kind: 'KPI',
    measure: 'change.success',
    strength: 'medium',
    rationale: 'Failed changes close boutiques.',
    owner: cast.change.email,
  },
  {
    goal: 'Clients return',
    kind: 'KPI',
    measure: 'satisfaction.customer-index',
    strength: 'high',
    rationale: 'It is what users say themselves.',
  },
  {
    goal: 'Open every day',
    kind: 'requirement',
    requirement: '8.5.1.3-a',
    strength: 'medium',
    rationale: 'What nobody approved comes as a surprise.',
  },
  {
    goal: 'Clients return',
    kind: 'initiative',
    initiative: 'One knowledge base for both desks',
    strength: 'medium',
    rationale: 'Answers come at the first call.',
  },
  {
    goal: 'Open every day',
    kind: 'initiative',
    initiative: 'Certificate for the service management system',
    strength: 'high',
    rationale: 'It brings tests of continuity and order into changes.',
  },
] as const

const initiatives = [
  {
    title: 'Certificate for the service management system',
    problem: 'Emergency changes are a habit, and nobody has tested the continuity plan.',
    value: 'Boutiques lose fewer hours; measured by hours lost and failed changes.',
    owner: cast.manager.email,
    begins_on: '2026-02-02',
  },
  {
    title: 'One knowledge base for both desks',
    problem: 'Knowledge is written twice or not at all.',
    value: 'Users get an answer at the first call; measured by first contact resolution.',
    owner: cast.desk.email,
    begins_on: '2026-05-04',
  },
  {
    title: 'Chat for boutiques',
    problem: 'Boutiques wait on the phone.',
    value: 'Not said yet.',
    owner: cast.desk.email,
  },
] as const

const hypotheses = [
  {
    hypothesis: 'Nine in ten changes succeed the first time',
    problem: 'Boutiques complain about Mondays after changes.',
    goal: 'Open every day',
    question: 'change.success',
    claim: 'at least',
    bound: 90,
    owner: cast.change.email,
  },
  {
    hypothesis: 'Changes start only after they are approved',
    problem: 'Approval follows after the fact between November and January.',
    goal: 'Open every day',
    question: 'change.approved-before-start',
    claim: 'at least',
    bound: 99,
    owner: cast.change.email,
  },
  {
    hypothesis: 'Service requests are delivered within 40 working hours',
    problem: 'Boutiques wait for equipment, and nobody knows for what.',
    goal: 'Clients return',
    question: 'service-request.delivery-time',
    claim: 'at most',
    bound: 40,
    owner: cast.desk.email,
  },
] as const

/** Goals of the house, what serves them, and what it believes. */
export function strategyRecords({ services }: World): readonly Draft[] {
  const known = new Set(services.map(({ name }) => name))
  return [
    ...goals.map((data) => ({
      register: 'goals',
      state: 'metric' in data && 'owner' in data ? 'agreed' : 'proposed',
      data,
    })),
    ...initiatives.map((data) => ({
      register: 'initiatives',
      state: 'begins_on' in data ? 'under way' : 'proposed',
      data,
    })),
    ...served
      .filter(([service]) => known.has(service))
      .map(([service, goal, strength, rationale]) => ({
        register: 'contributions',
        state: 'stated',
        data: { goal, kind: 'service', service, strength, rationale },
      })),
    ...contributes.map((data) => ({ register: 'contributions', state: 'stated', data })),
    ...hypotheses.map((data) => ({ register: 'hypotheses', state: 'open', data })),
  ]
}

/** What is said about the programme; the gates themselves wait for somebody who can sign. */
export const toldStrategy: Story['strategy'] = {
  statements: [
    {
      criterion: 'interviews-held',
      isMet: true,
      says: 'Eleven interviews, minutes in the library of service management.',
      by: cast.manager.email,
    },
    {
      criterion: 'framework-agreed',
      isMet: false,
      says: 'Two of nine process owners have not agreed yet.',
      by: cast.manager.email,
    },
  ],
  review: {
    note: 'Tills and payments are well tied to goals; finance systems serve none that is written down.',
    by: cast.manager.email,
    inDays: 90,
  },
}
