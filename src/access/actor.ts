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

/** Refuses what the actor may not do, and says who may; of several permissions any one is enough. */
export function demandMay(actor: Actor, permission: Permission | readonly Permission[]): void {
  const enough = typeof permission === 'string' ? [permission] : permission
  if (enough.some((one) => may(actor, one))) return
  throw new Refusal(
    'not-allowed',
    `Your role (${actor.role}) may not ${enough[0]}. Ask an owner or programme manager of the organization.`,
  )
}
