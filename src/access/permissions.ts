import { z } from 'zod'

/** What a person is in an organization; personas and jobs are described in the guide. */
export const Role = z.enum([
  'owner',
  'programme manager',
  'process owner',
  'service desk lead',
  'contributor',
  'internal auditor',
  'sponsor',
  'finance partner',
  'line manager',
  'consultant',
  'read-only',
  'external auditor',
])
export type Role = z.infer<typeof Role>

/** What can be allowed; each reads as the end of the sentence "may ...". */
export const Permission = z.enum([
  'see own tasks',
  'read readiness',
  'read requirements',
  'read evidence',
  'read registers',
  'read the roadmap',
  'read sources',
  'read people',
  'read the business case',
  'read the audit trail',
  'answer assigned requirements',
  'rate requirements',
  'confirm ratings',
  'assign requirements',
  'manage baselines',
  'freeze snapshots',
  'sign decisions',
  'draw samples',
  'decide on remedies',
  'plan the roadmap',
  'write registers',
  'write the business case',
  'write comments',
  'attach files',
  'import tickets',
  'collect evidence',
  'make documents',
  'manage people',
  'manage tokens',
  'manage webhooks',
  'manage settings',
  'enter the evidence room',
  'take part in adoption',
  'read adoption',
  'send surveys',
  'manage adoption',
  'keep stakeholders',
  'confirm leadership acts',
  'read leadership scores',
])
export type Permission = z.infer<typeof Permission>

const reading: readonly Permission[] = [
  'see own tasks',
  'read readiness',
  'read requirements',
  'read evidence',
  'read registers',
  'read the roadmap',
  'read sources',
  'read people',
  'take part in adoption',
  'read adoption',
]
const contributing: readonly Permission[] = [
  'answer assigned requirements',
  'write comments',
  'attach files',
  'take part in adoption',
]
const owning: readonly Permission[] = [
  ...reading,
  ...contributing,
  'write registers',
  'rate requirements',
  'make documents',
]
const programme: readonly Permission[] = [
  ...owning,
  'read the business case',
  'write the business case',
  'read the audit trail',
  'confirm ratings',
  'assign requirements',
  'manage baselines',
  'freeze snapshots',
  'draw samples',
  'decide on remedies',
  'plan the roadmap',
  'import tickets',
  'collect evidence',
  'manage people',
  'manage webhooks',
  'manage settings',
  'enter the evidence room',
  'send surveys',
  'manage adoption',
  'keep stakeholders',
  'confirm leadership acts',
]

/** The whole rule, role by role. What is not listed is not allowed. */
const allowed: Readonly<Record<Role, readonly Permission[]>> = {
  owner: [...programme, 'sign decisions', 'manage tokens'],
  'programme manager': programme,
  consultant: programme.filter((one) => one !== 'manage people'),
  'process owner': [...owning, 'read the business case', 'import tickets', 'collect evidence'],
  'service desk lead': [...reading, ...contributing, 'write registers'],
  contributor: ['see own tasks', 'read requirements', ...contributing],
  'internal auditor': [
    ...reading,
    'read the business case',
    'read the audit trail',
    'draw samples',
    'write comments',
    'attach files',
    'confirm ratings',
    'make documents',
    'enter the evidence room',
  ],
  sponsor: [
    ...reading,
    'read the business case',
    'read the audit trail',
    'decide on remedies',
    'write comments',
    'make documents',
    'sign decisions',
    'keep stakeholders',
    'confirm leadership acts',
    'read leadership scores',
  ],
  'finance partner': [
    ...reading,
    'read the business case',
    'write the business case',
    'write comments',
    'make documents',
  ],
  'line manager': [
    'see own tasks',
    'read readiness',
    'read requirements',
    'write comments',
    'take part in adoption',
    'read adoption',
    'send surveys',
  ],
  'read-only': [...reading, 'read the business case'],
  'external auditor': ['enter the evidence room', 'draw samples'],
}

const sets = new Map(Role.options.map((role) => [role, new Set(allowed[role])]))

/** What a role may do. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return sets.get(role) ?? new Set()
}
