import { cast } from './people.ts'

/** Matters inside and outside that bear on the management system (4.1). */
export const issues = [
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

/** What may go wrong, or right, and what is done about it (6.1). */
export const risks = [
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

/** What the management system is to reach (6.2). */
export const objectives = [
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

/** What the law and contracts make the house do (6.3). */
export const obligations = [
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

/** Who answers for what (5.3). */
export const roles = [
  ['Owner of incident management', 'incident management', cast.incident, cast.desk],
  ['Owner of change enablement', 'change management', cast.change, cast.problem],
  ['Owner of problem management', 'problem management', cast.problem, cast.incident],
  ['Owner of service levels', 'service level management', cast.levels, cast.suppliers],
  ['Owner of supplier management', 'supplier management', cast.suppliers, cast.levels],
  ['Owner of information security', 'information security management', cast.security, cast.incident],
  ['Manager of the service management system', 'all processes', cast.manager, cast.levels],
] as const
