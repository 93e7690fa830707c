import type { Actor } from '#access/actor.ts'
import { permissionsOf } from '#access/permissions.ts'

/**
 * True for a role that works with the whole assessment. The others (respondents) see the requirements that are assigned
 * to them and nothing else.
 */
export function seesEveryRequirement({ role }: Pick<Actor, 'role'>): boolean {
  return permissionsOf(role).has('read readiness')
}
