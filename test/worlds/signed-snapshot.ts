import type { FrozenDocumented } from '#deliver/documented-matter.ts'
import type { FrozenRecord } from '#deliver/snapshot-matter.ts'
import type { OpenSnapshot } from '#deliver/write-from-snapshot.ts'
import type { ManagementReview } from '#improvement/management-review.ts'
import { auditPage } from './audit-page.ts'
import { reportFigures } from './service-report.ts'
import { wholeSnapshot } from './snapshot.ts'

/** What the documents that management signs show of people, money, targets and days; tests read it back out of the files. */
export const signed = {
  units: [
    { unit: 'Back office', people: 2, contractors: 1 },
    { unit: 'Operations', people: 3, contractors: 0 },
  ],
  costs: [48_000, 12_500],
  objective: { baseline: 1234.5, target: 20, current: 871 },
  stage1On: '2026-12-01',
  certificateOn: '2027-03-01',
  roadmap: { start: '2026-07-06', finish: '2026-10-29' },
  review: { now: 0.912, before: 0.874, target: 0.95, cases: 1842 },
} as const

function record(register: string, serial: number, data: FrozenRecord['data'], state: string): FrozenRecord {
  const label = String(data.name ?? data.title)
  return { id: `${register}-${serial}`, serial, number: `N-${serial}`, label, state, version: 1, data }
}

const workforce = signed.units.flatMap(({ unit, people, contractors }) =>
  Array.from({ length: people }, (_, at) => ({
    name: `${unit} ${at}`,
    unit,
    is_contractor: at < contractors,
  })),
)

const targets = [
  { measure: 'time to resolve', applies_to: 'P1', value: 4, unit: 'hours', hours: 'around the clock' },
  { measure: 'share in time', value: 95, unit: '%' },
]

const records: Readonly<Record<string, readonly FrozenRecord[]>> = {
  services: [record('services', 1, { name: 'Till', in_scope: true }, 'live')],
  agreements: [
    record('agreements', 1, { title: 'Till', kind: 'SLA', services: ['services-1'], targets }, 'in force'),
  ],
  assets: signed.costs.map((yearly_cost, at) =>
    record('assets', at + 1, { name: `Tool ${at}`, kind: 'tool of the SMS', yearly_cost }, 'in use'),
  ),
  objectives: [record('objectives', 1, { title: 'Fewer outages', ...signed.objective }, 'approved')],
  workforce: workforce.map((data, at) => record('workforce', at + 1, data, 'employed')),
}

const review: ManagementReview = {
  id: 'review-1',
  number: 3,
  heldOn: '2026-06-30',
  nextOn: '2026-12-15',
  attendees: 'Ada Rossi',
  inputs: [
    {
      id: 'satisfaction',
      title: 'Satisfaction and feedback',
      asks: 'How do they do?',
      requirements: ['9.3-a'],
      hasFacts: true,
      figures: [
        {
          id: 'satisfaction.complaints',
          title: 'Complaints closed within the target',
          unit: 'share',
          good: 'up',
          value: signed.review.now,
          before: signed.review.before,
          target: signed.review.target,
          n: signed.review.cases,
          period: '2026-06',
        },
      ],
    },
  ],
  carried: [],
  minutes: {},
  conclusion: '',
  preparedBy: 'Ada Rossi',
  preparedAt: '2026-06-20T08:00:00Z',
  version: 1,
  signature: undefined,
}

/** The snapshot with everything, and with records for all that documents to be signed can show. */
export function signedSnapshot(number = 1): OpenSnapshot {
  const { documented } = wholeSnapshot().matter
  if (!documented) throw new Error('The snapshot of the tests has documents to be signed.')
  const { stage1On, certificateOn, roadmap } = signed
  const [level] = reportFigures.levels
  const filled: FrozenDocumented = {
    ...documented,
    currency: 'CHF',
    stage1On,
    certificateOn,
    roadmap,
    audits: [auditPage],
    reviews: [review],
    services: {
      'services-1': {
        months: level?.months ?? [],
        chain: { links: [], supporters: [] },
        reports: [],
        reviews: [],
      },
    },
  }
  const registers = Object.entries(records).map(([register, own]) => ({
    register,
    title: register,
    isForAll: true,
    records: own,
  }))
  return wholeSnapshot(number, { documented: filled, registers })
}
