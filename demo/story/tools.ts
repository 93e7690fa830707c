import type { Draft } from '#server/told-story.ts'
import { cast } from './people.ts'

const tools = [
  {
    name: 'Ticket tool',
    owner: cast.desk.email,
    yearly_cost: 184_000,
    contract_ends_on: '2027-03-31',
    serves_clauses: ['8.2.4', '8.3.3', '8.5.1', '8.6.1', '8.6.2', '8.6.3'],
    compatibility: 'fits',
    integration_risk: 'The export of the history takes a night; larger volumes need a second one.',
    capabilities: [
      { capability: 'role-security', standing: 'present' },
      { capability: 'service-cost', standing: 'absent', note: 'Kept in ERP Finance' },
      { capability: 'standard-reports', standing: 'present' },
    ],
  },
  {
    name: 'Monitoring',
    owner: cast.incident.email,
    yearly_cost: 62_000,
    contract_ends_on: '2026-12-31',
    serves_clauses: ['8.7.1', '8.4.3'],
    compatibility: 'fits with a workaround',
    integration_risk: 'Alerts become tickets by mail; a lost mail is a lost alert.',
    capabilities: [
      { capability: 'capacity-thresholds', standing: 'by convention', note: 'In a spreadsheet' },
    ],
  },
  {
    name: 'Deployment pipeline',
    owner: cast.change.email,
    yearly_cost: 38_000,
    serves_clauses: ['8.5.3'],
  },
] as const

const options = [
  {
    title: 'Connect monitoring by its interface',
    way: 'integrate',
    tool: 'Monitoring',
    closes: ['8.7.1'],
    fit: 'high',
    risk: 'low',
    because: 'Alerts arrive whole and can be counted.',
    cost_once: 12_000,
    cost_yearly: 2_000,
    effort_days: 15,
    ready_on: '2027-01-29',
  },
  {
    title: 'Replace monitoring',
    way: 'replace',
    tool: 'Monitoring',
    closes: ['8.7.1', '8.4.3'],
    fit: 'high',
    risk: 'high',
    because: 'Does all of it, and ties up the network team for a quarter.',
    cost_once: 95_000,
    cost_yearly: 70_000,
    effort_days: 110,
    ready_on: '2027-09-30',
  },
  {
    title: 'Keep capacity in the spreadsheet',
    way: 'keep',
    tool: 'Monitoring',
    closes: ['8.4.3'],
    fit: 'low',
    risk: 'low',
    because: 'Costs nothing and proves nothing.',
    cost_once: 0,
    cost_yearly: 0,
    effort_days: 4,
  },
] as const

/** The tools that service management works with, and ways to mend what they lack. */
export function toolRecords(): readonly Draft[] {
  return [
    ...tools.map((data) => ({
      register: 'assets',
      state: 'in use',
      data: { ...data, kind: 'tool of the SMS' },
    })),
    ...options.map((data) => ({ register: 'technology-options', state: 'compared', data })),
  ]
}
