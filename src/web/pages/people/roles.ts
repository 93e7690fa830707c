import type { Organization } from '../../data/organization.ts'

export type Role = Organization['role']

/** The roles, as they are chosen from. */
export const roles: readonly Role[] = [
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
]

/** The end of a day that was chosen, as an instant. */
export function endOf(day: string): string {
  return `${day}T23:59:59.000Z`
}
