import { plainBrand } from '#base/brand.ts'
import type { IssuedReport } from '#deliver/service-report.ts'
import { type ChainAgreement, checkChain } from '#registers/agreement-chain.ts'
import { attainmentOf, decidedOf, judge, noOutcomes } from '#service-level/attainment.ts'
import { summaryOf, timed } from '#service-level/complaint-summary.ts'
import type { LevelMonth } from '#service-level/level-months.ts'
import { ReportPart } from '#service-level/report.ts'
import type { ReportFigures } from '#service-level/report-figures.ts'
import { satisfactionBy } from '#service-level/satisfaction.ts'

const promised = { share: 0.95, standing: 'agreed', agreements: [named('AGR-1', 'SLA for mail')] } as const

function named(number: string, label: string) {
  return { id: number.toLowerCase(), number, label, version: 2 }
}

/** A month of a service by how many clocks were kept and missed, against what was agreed. */
export function monthOf(month: string, kept: number, missed: number): LevelMonth {
  const outcomes = { ...noOutcomes, kept, missed, openMissed: missed > 0 ? 1 : 0, unusable: 2, noClock: 1 }
  return {
    month,
    isClosed: true,
    outcomes,
    decided: decidedOf(outcomes),
    attainment: attainmentOf(outcomes),
    agreed: promised,
    verdict: judge(outcomes, promised.share),
    today: undefined,
    collection: 'collection-1',
  }
}

const january = monthOf('2026-01', 1204, 31)
const february: LevelMonth = {
  ...monthOf('2026-02', 1180, 95),
  agreed: { ...promised, standing: 'several', agreements: [named('AGR-1', 'SLA'), named('AGR-7', 'Other')] },
  today: { outcomes: { ...noOutcomes, kept: 1181, missed: 97 }, attainment: 1181 / 1278, number: 9 },
}
const march: LevelMonth = {
  ...monthOf('2026-03', 0, 0),
  outcomes: noOutcomes,
  decided: 0,
  attainment: undefined,
  verdict: 'no cases',
}
const silent: LevelMonth = {
  ...monthOf('2026-01', 8, 0),
  agreed: { share: undefined, standing: 'unsaid', agreements: [named('AGR-1', 'SLA for mail')] },
  verdict: 'no target',
}

function agreement(id: string, kind: string, targets: ChainAgreement['targets']): ChainAgreement {
  const about = { state: 'in force', services: ['mail'], party: `party ${id}`, validTo: undefined }
  return { id, number: id, label: `${kind} ${id}`, kind, ...about, targets, misfitAccepted: undefined }
}

const hours = 'around the clock'
/** An SLA and three agreements below: every verdict and every reason of the chain check stands in it. */
const agreements: readonly ChainAgreement[] = [
  {
    ...agreement('AGR-1', 'SLA', [
      { measure: 'time to resolve', applies_to: 'P1', value: 4, unit: 'hours', hours },
      { measure: 'time to respond', applies_to: 'P1', value: 15, unit: 'minutes', hours },
      { measure: 'availability', value: 99.9, unit: '%' },
      { measure: 'share in time', value: 95, unit: '%' },
      { measure: 'recovery time', value: 2, unit: 'days' },
      { measure: 'satisfaction', value: 80, unit: '%' },
    ]),
    misfitAccepted: 'The supplier offers no more before 2027.',
  },
  agreement('AGR-2', 'OLA', [
    { measure: 'time to resolve', value: 8, unit: 'hours', hours },
    { measure: 'time to respond', value: 10, unit: 'minutes' },
    { measure: 'availability', value: 99.95, unit: '%' },
    { measure: 'share in time', value: 98, unit: '%' },
    { measure: 'recovery time', value: 30, unit: 'hours' },
  ]),
  agreement('AGR-3', 'underpinning contract', [
    { measure: 'time to resolve', applies_to: 'P1', value: 2, unit: 'hours', hours: 'office hours' },
    { measure: 'time to respond', value: 10, unit: 'minutes', hours },
    { measure: 'availability', value: 99.92, unit: '%' },
    { measure: 'share in time', value: 95, unit: '%' },
    { measure: 'recovery time', value: 30, unit: 'hours' },
  ]),
]

/** The figures of a report about two services with all its parts. */
export const reportFigures: ReportFigures = {
  form: 1,
  organization: 'Alp IT & Söhne',
  language: 'en',
  brand: plainBrand,
  definition: {
    title: 'Mail and payroll for Nordwind',
    audience: 'Steering group of Nordwind AG',
    purpose: 'Whether mail and payroll came as promised in the quarter.',
    services: ['Mail and calendar', 'Payroll'],
    customer: 'Nordwind AG',
    parts: ReportPart.options,
    cadence: 'quarterly',
    dueDays: 10,
    issuer: 'Ada Lindqvist',
    recipients: [],
    firstMonth: '2026-01',
  },
  period: { name: '2026-Q1', from: '2026-01', to: '2026-03', endsOn: '2026-03-31', dueOn: '2026-04-10' },
  data: [{ number: 4, dataUntil: '2026-04-02T00:00:00Z', dataHash: 'ab'.repeat(32), packVersion: '1.4.0' }],
  levels: [
    {
      service: 'Mail and calendar',
      metric: 'resolution',
      months: [january, february, march],
      trend: [monthOf('2025-11', 980, 20), monthOf('2025-12', 1010, 61), january, february],
      breaches: [
        { month: '2026-02', tickets: Array.from({ length: 64 }, (_, at) => `INC${4000 + at}`) },
        { month: '2026-01', tickets: ['INC3001', 'INC3007'] },
      ],
      rules: [
        { computedBy: 'source', pauseRule: 'pending_customer', reopenRule: 'exclude_closed', clocks: 2514 },
        { computedBy: 'platform', pauseRule: 'none', reopenRule: 'restart', clocks: 1 },
      ],
    },
    {
      service: 'Payroll',
      metric: 'response',
      months: [silent],
      trend: [silent],
      breaches: [],
      rules: [{ computedBy: '', pauseRule: '', reopenRule: '', clocks: 11 }],
    },
  ],
  chains: [
    {
      service: 'Mail and calendar',
      chain: {
        links: checkChain(agreements, [], '2026-04-01').links,
        supporters: [
          {
            agreement: named('AGR-2', 'OLA AGR-2'),
            kind: 'OLA',
            party: 'Messaging team',
            held: { kept: 412, decided: 431, as: 'group' },
            agreed: 0.98,
            verdict: 'missed',
          },
          {
            agreement: named('AGR-3', 'Contract AGR-3'),
            kind: 'underpinning contract',
            party: undefined,
            held: undefined,
            agreed: undefined,
            verdict: 'no cases',
          },
        ],
      },
    },
    { service: 'Payroll', chain: { links: [], supporters: [] } },
  ],
  satisfaction: satisfactionBy(
    [
      {
        service: 'Mail and calendar',
        customer: '',
        month: '2026-01',
        sent: 140,
        answered: 61,
        satisfied: 52,
      },
      { service: 'Payroll', customer: '', month: '2026-01', sent: 20, answered: 3, satisfied: 3 },
      { service: '', customer: '', month: '2026-02', sent: 4, answered: 0, satisfied: 0 },
    ],
    (one) => one.service,
  ),
  complaints: [],
  complaintSummary: summaryOf([]),
  reviews: [
    {
      service: 'Mail and calendar',
      heldOn: '2026-02-12',
      nextOn: '2026-05-12',
      attendees: ['Ada Lindqvist', 'Kaur (Nordwind)', 'Mina Okafor'],
    },
  ],
  actions: [
    action('Raise the capacity of the mail gateway', '2026-03-01', undefined),
    action('Agree a share in time for payroll', '2026-06-01', undefined),
    action('Name a contact for escalations', '2026-02-20', '2026-02-19'),
  ],
}

function action(what: string, dueOn: string, doneOn: string | undefined) {
  const of = { id: what, review: 'review-1', agreedOn: '2026-02-12', customer: 'Nordwind AG', version: 1 }
  return {
    ...of,
    service: 'Mail and calendar',
    what,
    owner: 'Mina Okafor',
    dueOn,
    doneOn,
    doneSays: undefined,
  }
}

/** The same figures with complaints. */
export function withComplaints(): ReportFigures {
  const about = { service: 'Payroll', customer: 'Nordwind AG', month: '2026-02', endedAt: undefined }
  const complaints = timed([
    {
      ...about,
      ticket: 'CMP-12',
      state: 'answered',
      isOpen: false,
      receivedAt: '2026-02-03T08:00:00Z',
      answeredAt: '2026-02-05T20:30:00Z',
    },
    {
      ...about,
      ticket: 'CMP-19',
      state: 'investigating',
      isOpen: true,
      receivedAt: '2026-02-27T08:00:00Z',
      answeredAt: undefined,
    },
  ])
  return { ...reportFigures, complaints, complaintSummary: summaryOf(complaints) }
}

/** The report as it went out, some days late. */
export function issuedReport(figures: ReportFigures = withComplaints()): IssuedReport {
  return {
    id: '4f0f3f0e-0000-4000-8000-000000000001',
    report: '4f0f3f0e-0000-4000-8000-000000000002',
    period: figures.period.name,
    dueOn: figures.period.dueOn,
    seal: '0123456789abcdef'.repeat(4),
    issuedBy: 'Ada Lindqvist',
    issuedAt: '2026-04-14T09:00:00.000Z',
    figures,
  }
}
