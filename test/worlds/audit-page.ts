import type { FrozenAudit } from '#deliver/documented-matter.ts'

const audit: FrozenAudit['audit'] = {
  id: 'audit-1',
  number: 1,
  kind: 'internal',
  title: 'Change',
  state: 'reported',
  clauses: ['8.5'],
  because: '',
  plannedOn: '2026-05-01',
  heldOn: '2026-05-04',
  criteria: 'Clause 8.5',
  method: 'Interviews',
  lead: { id: 'ada', name: 'Ada' },
  team: [],
  madeBy: 'Ada',
  madeAt: '2026-04-01T00:00:00Z',
  version: 4,
}
const tally = {
  lines: 61,
  answered: 58,
  met: 41,
  improvable: 7,
  unmet: 9,
  notApplicable: 1,
  conformity: 48 / 57,
}
const grades = { major: 2, minor: 5, opportunity: 8, goodPractice: 3 }
/** An audit with the report of its checklist: its counts are those that tests ask for. */
export const auditPage: FrozenAudit = {
  audit,
  lines: [],
  findings: [],
  samples: [],
  auditors: [],
  signature: undefined,
  addenda: [],
  report: {
    name: 'AUD-1',
    title: audit.title,
    kind: audit.kind,
    clauses: ['8.5'],
    areas: [],
    areasOfStandard: [],
    criteria: audit.criteria,
    method: audit.method,
    heldOn: '2026-05-04',
    auditors: ['Ada'],
    impartial: true,
    tally,
    unmet: [],
    grades,
    findings: [],
    samples: [],
  },
}
