import type { Story } from '#server/told-story.ts'
import { instant } from '../calendar.ts'
import type { Ticket } from '../ticket.ts'
import type { World } from '../world.ts'
import { cast } from './people.ts'

type Told = NonNullable<Story['businessCase']>
type Assumed = Told['assumptions'][number]

const lastYear = { from: instant('2025-09-30T22:00:00Z'), to: instant('2026-09-30T22:00:00Z') }
const counted = 'Ticket export of the house, 2025-10 to 2026-09, counted'

/** The business case of the simulated house: volumes counted in its own world, everything else with the source that told it. */
export function tellCase(world: World): Told {
  return {
    settings: {
      currency: 'EUR',
      years: 5,
      discountRate: 0.08,
      ramp: [0, 0.4, 0.75, 1, 1, 1],
      seed: 20_000,
      trials: 10_000,
      distribution: 'PERT',
      correlation: 0,
      hurdleRate: 0.12,
      paybackLimitYears: 4,
      startsOn: '2025-07-01',
    },
    assumptions: [...volumes(world), ...costs, ...benefits],
    lines: [
      ...[
        'internal_time',
        'process_redesign',
        'running_the_sms',
        'training',
        'awareness',
        'consultancy',
        'certification',
        'tooling',
        'closing_nonconformities',
      ].map((id) => ({ id, owner: cast.manager.name, settled: '' })),
      {
        id: 'incident_handling',
        owner: cast.desk.name,
        settled: 'Incidents caused by changes were taken out of the share of incidents that no longer come.',
      },
      { id: 'user_time_avoided_incidents', owner: cast.desk.name, settled: '' },
      { id: 'user_time_faster_resolution', owner: cast.incident.name, settled: '' },
      { id: 'downtime_margin', owner: cast.levels.name, settled: '', class: 'hard' as const },
      { id: 'change_rework', owner: cast.change.name, settled: '' },
      { id: 'customer_retention', owner: cast.levels.name, settled: '' },
      {
        id: 'tenders_won',
        owner: cast.sponsor.name,
        settled: 'Tenders are those of new wholesale customers; retention counts existing ones.',
      },
      { id: 'penalties_avoided', owner: cast.suppliers.name, settled: '' },
      { id: 'audit_effort_saved', owner: cast.auditor.name, settled: '' },
    ],
    own: ownLines,
    actuals: [
      {
        line: 'change_rework',
        quarter: '2026-Q3',
        value: 3_640,
        evidence: 'Hours booked on failed changes, time sheets of July to September 2026',
        by: cast.finance.email,
      },
      {
        line: 'penalties_avoided',
        quarter: '2026-Q3',
        value: 1_650,
        evidence: 'Credit notes of the third quarter of 2026 against those of a year before',
        by: cast.finance.email,
      },
    ],
  }
}

/** Lines that no pack foresees. */
const ownLines: Told['own'] = [
  {
    title: 'Interpreters for the workshops in the boutiques abroad',
    side: 'cost',
    class: 'hard',
    kind: 'direct',
    once: { low: 6, base: 9, high: 14 },
    unit: 'days',
    price: { low: 720, base: 780, high: 860 },
    source: 'Offer of the agency of 12 May 2025, day rate with travel',
    quality: 'A',
    owner: cast.manager.name,
    settled: '',
  },
  {
    title: 'Monthly service reports that are no longer put together by hand',
    side: 'benefit',
    class: 'freed time',
    reach: 'inside IT',
    yearly: { low: 150, base: 210, high: 260 },
    unit: 'hours',
    price: { low: 48, base: 52, high: 58 },
    realisation: 0.5,
    fromYear: 1,
    claims: ['staff time of service reports'],
    guard: 'Only the time of putting figures together; the time of talking about them stays.',
    source: 'Time sheets of the service level managers, January to April 2025',
    quality: 'A',
    owner: cast.levels.name,
    settled: '',
  },
]

/** What a year brought, counted from the world itself. The range is that of a year with one tenth more or less. */
function volumes(world: World): Assumed[] {
  const within = (moment: number | undefined) =>
    moment !== undefined && moment >= lastYear.from && moment < lastYear.to
  const opened = (tickets: readonly Ticket[]) => tickets.filter(({ openedAt }) => within(openedAt)).length
  const hours = world.outages
    .filter(({ isPlanned, from }) => !isPlanned && within(from))
    .reduce((sum, { from, to }) => sum + (to - from) / 3600, 0)
  return [
    volume('incidents_per_year', opened(world.incidents)),
    volume('changes_per_year', opened(world.changes)),
    volume('downtime_hours_per_year', hours),
  ]
}

function volume(id: string, value: number): Assumed {
  const base = Math.round(value)
  return {
    id,
    low: Math.round(0.9 * base),
    base,
    high: Math.round(1.1 * base),
    source: counted,
    quality: 'measured',
    owner: cast.incident.name,
    note: '',
  }
}

type Given = readonly [id: string, low: number, base: number, high: number]

function told(source: string, quality: Assumed['quality'], owner: string, all: readonly Given[]): Assumed[] {
  return all.map(([id, low, base, high]) => ({ id, low, base, high, source, quality, owner, note: '' }))
}

const hr = 'Cost table of human resources 2026, full cost without overhead'
const offers = 'Two offers of accredited certification bodies, May 2026'

const costs: readonly Assumed[] = [
  ...told(
    'Effort of the open remedies, reviewed by the process owners in June 2026',
    'J',
    cast.manager.name,
    [
      ['internal_days_y0', 420, 640, 960],
      ['process_redesign_share', 0.2, 0.3, 0.4],
      ['sms_operation_days', 120, 180, 260],
      ['nonconformity_days_y0', 10, 20, 40],
      ['nonconformity_days_per_year', 5, 10, 20],
    ],
  ),
  ...told(hr, 'A', cast.finance.name, [
    ['internal_day_rate', 360, 420, 480],
    ['staff_hour_cost', 48, 55, 62],
    ['engineer_hour_cost', 55, 55, 55],
    ['user_hour_cost', 38, 38, 38],
  ]),
  ...told('Framework contract with the consultancy, rate card of 2026', 'B', cast.suppliers.name, [
    ['consultancy_days_y0', 30, 60, 110],
    ['consultancy_day_rate', 900, 1100, 1400],
    ['consultancy_days_per_year', 3, 5, 8],
  ]),
  ...told(offers, 'B', cast.finance.name, [
    ['audit_days_initial', 8, 11, 14],
    ['audit_day_rate', 1200, 1400, 1800],
    ['certificate_fixed_fee_initial', 2500, 2500, 2500],
    ['surveillance_days', 4, 4, 4],
    ['surveillance_fixed', 1000, 1000, 1000],
    ['recert_days', 8, 8, 8],
    ['recert_fixed', 1500, 1500, 1500],
  ]),
  ...told('Training plan of human resources, June 2026', 'J', cast.hr.name, [
    ['training_y0', 35_000, 48_600, 70_000],
    ['training_per_year', 12_000, 15_000, 20_000],
    ['awareness_people', 150, 150, 150],
    ['awareness_hours_y0', 2, 3, 4],
    ['awareness_hours_per_year', 1, 1.5, 2],
  ]),
  ...told('Offer of the tool supplier, March 2026, with own days for integration', 'B', cast.suppliers.name, [
    ['tooling_y0', 30_000, 48_000, 80_000],
    ['tooling_per_year', 22_000, 26_000, 32_000],
  ]),
]

const benefits: readonly Assumed[] = [
  ...told(
    'Workshop of desk and problem management on the repeat incidents of the year',
    'J',
    cast.desk.name,
    [
      ['incident_volume_reduction', 0.05, 0.12, 0.2],
      ['resolution_time_saving_hours', 0.1, 0.25, 0.4],
    ],
  ),
  ...told('Cost of the service desk of 2025 divided by its tickets, IT controlling', 'A', cast.finance.name, [
    ['handling_cost_per_incident', 18, 24, 30],
  ]),
  ...told('Survey among 412 users in boutiques and offices, March 2026', 'A', cast.desk.name, [
    ['hours_lost_per_incident', 0.8, 1.2, 1.8],
    ['users_affected_per_incident', 1.1, 1.3, 1.6],
    ['productivity_realisation', 0.3, 0.5, 0.6],
  ]),
  ...told(
    'Retail finance: sales of the hour that do not come back later, sample of 40 outages',
    'A',
    cast.finance.name,
    [['downtime_margin_loss_per_hour', 1500, 2500, 4500]],
  ),
  ...told('Review of the outages of the year with the service owners', 'J', cast.levels.name, [
    ['downtime_reduction', 0.1, 0.2, 0.35],
  ]),
  ...told('Review of the failed changes of the year', 'J', cast.change.name, [
    ['change_failure_reduction_points', 0.01, 0.03, 0.05],
    ['change_failure_rate', 0.06, 0.09, 0.12],
    ['rework_hours_per_failed_change', 10, 14, 20],
  ]),
  ...told('Wholesale controlling, plan of 2026', 'J', cast.sponsor.name, [
    ['retained_customer_margin', 3_500_000, 4_000_000, 4_500_000],
    ['churn_reduction_points', 0, 0.004, 0.008],
    ['retention_attribution', 0.3, 0.5, 0.7],
    ['tenders_per_year', 3, 4, 5],
    ['tender_uplift', 0, 0.05, 0.1],
    ['tender_margin', 120_000, 150_000, 180_000],
  ]),
  ...told('Credit notes to wholesale customers in 2025', 'A', cast.finance.name, [
    ['penalties_per_year', 60_000, 60_000, 60_000],
    ['penalty_reduction', 0.1, 0.25, 0.4],
  ]),
  ...told('Calendar of customer audits 2025 with the days booked on them', 'A', cast.auditor.name, [
    ['audit_days_saved', 15, 25, 35],
  ]),
]
