import type { RegisteredDocument } from '#content/standard.ts'
import type { Draft } from '#server/told-story.ts'
import { cast } from './people.ts'

const record =
  (register: string, state: string) =>
  (data: Readonly<Record<string, unknown>>): Draft => ({ register, state, data })

/** Matters inside and outside that bear on the management system (4.1). */
const issues = [
  [
    'Boutiques open on Sundays in more countries',
    'outside',
    'economic',
    'hinders',
    'Demand for support outside office hours grows faster than the desk.',
  ],
  [
    'Card payment rules tighten again',
    'outside',
    'legal',
    'hinders',
    'Tills and the payment gateway need two major changes within a year.',
  ],
  [
    'Heat waves in the two data centres',
    'outside',
    'environment and climate',
    'hinders',
    'Cooling reached its limit twice; continuity plans name no heat scenario.',
  ],
  [
    'Clienteling is the growth plan of the house',
    'outside',
    'technological',
    'helps',
    'New digital services need a standard way to go live.',
  ],
  [
    'Two desks in two languages',
    'inside',
    'people and culture',
    'both',
    'Knowledge is written twice or not at all.',
  ],
  [
    'One ticket tool for all teams',
    'inside',
    'technology and tools',
    'helps',
    'The history of every ticket is there and can be read.',
  ],
  [
    'Emergency changes are a habit in peak season',
    'inside',
    'structure and processes',
    'hinders',
    'Approval follows after the fact between November and January.',
  ],
] as const

const risks = [
  [
    'Tills stop in a peak week',
    'availability',
    'possible',
    'severe',
    'reduce',
    'treating',
    'Test the fallback of the tills in October, with two boutiques.',
  ],
  [
    'The only person who knows the integration hub leaves',
    'the organization',
    'likely',
    'serious',
    'reduce',
    'treating',
    'Train a second person and record the interfaces.',
  ],
  [
    'The hosting supplier misses its recovery time',
    'continuity',
    'possible',
    'severe',
    'share',
    'treating',
    'Agree a recovery test in the contract.',
  ],
  [
    'Approvals after the fact hide a failed change',
    'service requirements',
    'likely',
    'serious',
    'reduce',
    'assessed',
    '',
  ],
  [
    'Customer data leaks through a shared account',
    'information security',
    'unlikely',
    'severe',
    'avoid',
    'treating',
    'Remove shared accounts of the clienteling service.',
  ],
  [
    'Suppliers learn of major incidents too late',
    'other parties',
    'possible',
    'moderate',
    'reduce',
    'identified',
    '',
  ],
] as const

const objectives = [
  [
    'Deliver services a fifth faster',
    'Grow with the house',
    'Median time to resolve, business hours, weighted by the mix',
    'hours',
    cast.incident.email,
    '2027-06-30',
  ],
  [
    'Satisfied users',
    'Clients return',
    'Satisfaction of closed tickets',
    'points',
    cast.desk.email,
    '2027-06-30',
  ],
  [
    'Changes that do no harm',
    'Open every day',
    'Changes without an incident within a week',
    '%',
    cast.change.email,
    '2027-03-31',
  ],
  ['Everybody trained', 'A house that learns', 'Training completed', '%', cast.hr.email, '2026-12-31'],
] as const

const obligations = [
  [
    'Protection of personal data',
    'law or regulation',
    'Regulation (EU) 2016/679',
    'European Union',
    'met in part',
    'Records of processing are kept; requests are answered through the desk.',
  ],
  [
    'Security of card payments',
    'contract',
    'Contract with the payment processor',
    'all countries',
    'met',
    'Yearly review by the processor; network separated.',
  ],
  [
    'Network and information security',
    'law or regulation',
    'Directive (EU) 2022/2555',
    'European Union',
    'not known',
    '',
  ],
  [
    'Accessibility of the online store',
    'law or regulation',
    'Directive (EU) 2019/882',
    'European Union',
    'met in part',
    'Audited in May; nine findings open.',
  ],
] as const

const roles = [
  ['Owner of incident management', 'incident management', cast.incident, cast.desk],
  ['Owner of change enablement', 'change management', cast.change, cast.problem],
  ['Owner of problem management', 'problem management', cast.problem, cast.incident],
  ['Owner of service levels', 'service level management', cast.levels, cast.suppliers],
  ['Owner of supplier management', 'supplier management', cast.suppliers, cast.levels],
  ['Owner of information security', 'information security management', cast.security, cast.incident],
  ['Manager of the service management system', 'all processes', cast.manager, cast.levels],
] as const

/** What nobody exports from a ticket tool: context, risks, objectives, obligations, roles, documents. */
export function governanceRecords(documents: readonly RegisteredDocument[]): readonly Draft[] {
  return [
    ...issues.map(([title, side, theme, tone, effect]) =>
      record(
        'issues',
        'current',
      )({
        title,
        side,
        theme,
        tone,
        effect,
        owner: cast.manager.email,
        reviewed_on: '2026-05-20',
        review_on: '2027-05-20',
      }),
    ),
    ...risks.map(riskRecord),
    ...objectives.map(([title, goal, measure, unit, owner, due]) =>
      record(
        'objectives',
        'approved',
      )({
        title,
        level: 'the organization',
        goal,
        measure,
        unit,
        owner,
        responsible: owner,
        due_on: due,
        target: unit === '%' ? 95 : 20,
        review_on: '2027-01-15',
      }),
    ),
    ...obligations.map(([title, kind, source, territory, standing, control]) =>
      record(
        'obligations',
        control ? 'applied' : 'identified',
      )({
        title,
        kind,
        source,
        territory,
        standing,
        control,
        owner: cast.security.email,
        reviewed_on: '2026-03-10',
        review_on: '2027-03-10',
      }),
    ),
    ...roles.map(([name, process, holder, deputy]) =>
      record(
        'roles',
        'in place',
      )({ name, process, accountable: holder.email, deputy: deputy.email, told_on: '2026-02-02' }),
    ),
    ...documents.flatMap(documentRecord),
  ]
}

function riskRecord([
  title,
  category,
  likelihood,
  effect,
  treatment,
  state,
  action,
]: (typeof risks)[number]): Draft {
  return record(
    'risks',
    state,
  )({
    title,
    kind: 'risk',
    category,
    ...(state === 'identified' ? {} : { likelihood, effect, treatment }),
    owner: cast.manager.email,
    ...(action ? { action, action_owner: cast.change.email, due_on: '2027-01-29' } : {}),
    review_on: '2027-02-15',
  })
}

/** Of every five documents an auditor looks for, three are in force, one is a draft, one nobody has begun. */
function documentRecord(document: RegisteredDocument, place: number): readonly Draft[] {
  if (place % 5 === 4) return []
  const isInForce = place % 5 !== 3
  const data = {
    title: document.name,
    kind: kindOf(document),
    covers: [document.id],
    version: isInForce ? '1.2' : '0.3',
    owner: cast.documents.email,
    place: `Service management library, folder ${document.group}`,
    confidentiality: 'internal',
  }
  if (!isInForce) return [record('documents', 'draft')(data)]
  const month = String(1 + (place % 9)).padStart(2, '0')
  const approved = { approved_by: cast.sponsor.email, approved_on: `2025-${month}-15` }
  return [
    record(
      'documents',
      'in force',
    )({ ...data, ...approved, review_on: `202${place % 7 === 0 ? 6 : 7}-${month}-15` }),
  ]
}

function kindOf({ name, kind }: RegisteredDocument): string {
  if (/policy/i.test(name)) return 'policy'
  if (/\bplans?\b/i.test(name)) return 'plan'
  return kind === 'record' ? 'record' : 'description'
}
