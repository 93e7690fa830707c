import { Refusal } from '#base/refusal.ts'
import { type Permission, permissionsOf, type Role } from './permissions.ts'

/**
 * Who asks, in the name of which organization. A person signs in, a token speaks for a program, the system acts by itself.
 * scopes: what a token was limited to; absent means all that the role may.
 */
export type Actor = Readonly<{
  kind: 'person' | 'token' | 'system'
  id: string | undefined
  name: string
  organization: string
  role: Role
  scopes?: readonly Permission[]
}>

/** True when the role, and the scope of a token, allow it. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.scopes && !actor.scopes.includes(permission)) return false
  return permissionsOf(actor.role).has(permission)
}

/** Refuses what the actor may not do, and says who may. */
export function demandMay(actor: Actor, permission: Permission): void {
  if (may(actor, permission)) return
  throw new Refusal(
    'not-allowed',
    `Your role (${actor.role}) may not ${permission}. Ask an owner or programme manager of the organization.`,
  )
}
