import type { BetterAuthOptions } from 'better-auth'
import { addressHeader } from './auth-hooks.ts'
import type { TellSecurity } from './security-log.ts'
import { ways } from './session-life.ts'

type SessionHooks = NonNullable<NonNullable<BetterAuthOptions['databaseHooks']>['session']>
type Making = Parameters<NonNullable<NonNullable<SessionHooks['create']>['before']>>[1]

/** Passkeys whose owner was recognized by a PIN or a fingerprint, by the request that showed them. */
const verified = new WeakSet<object>()

/** Remembers that a passkey was more than a thing that somebody has. */
export async function noteVerified(shown: {
  ctx: { request?: Request | undefined }
  verification: { authenticationInfo: { userVerified: boolean } }
}): Promise<void> {
  const { request } = shown.ctx
  if (request && shown.verification.authenticationInfo.userVerified) verified.add(request)
}

/** Writes down how each session was proved, and tells when one is ended by its owner. */
export function sessionHooks(parts: Readonly<{ tell: TellSecurity; asksStrength: boolean }>): SessionHooks {
  return {
    create: {
      before: async (session, ctx) => ({ data: { ...session, way: wayOf(ctx, parts.asksStrength) } }),
    },
    delete: {
      after: async (session, ctx) => {
        if (ctx?.path !== '/sign-out') return
        const address = ctx.headers?.get(addressHeader) ?? undefined
        parts.tell({ event: 'sign-out', outcome: 'passed', person: session.userId, address })
      },
    },
  }
}

/** How a session is proved that is made now; one that follows another keeps its way. */
function wayOf(ctx: Making, asksStrength: boolean): string {
  const path = ctx?.path ?? ''
  if (path === '/two-factor/verify-totp') return ways.code
  if (path === '/two-factor/verify-backup-code') return ways.recovery
  if (path === '/passkey/verify-authentication')
    return ctx?.request && verified.has(ctx.request) ? ways.verifiedPasskey : ways.passkey
  if (path.startsWith('/callback/')) return asksStrength ? ways.strongSignOn : ways.signOn
  const before = ctx?.context.session?.session as { way?: unknown } | undefined
  return path === '/change-password' && typeof before?.way === 'string' ? before.way : ways.password
}
