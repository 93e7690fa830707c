import { APIError, type createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { carryAccountChanges } from '#access/account-change-store.ts'
import { demandGoodPassword } from '#access/password.ts'
import type { Records } from '#db/records.ts'
import { demandUnbreached, type IsBreached } from './breached.ts'
import { hashOfCode } from './recovery-codes.ts'
import type { SecurityEvent, TellSecurity } from './security-log.ts'
import { freshMinutes } from './session-life.ts'
import { countTry, forgetTries } from './sign-in-limit.ts'

/** The header in which the address of the caller is handed on; whatever a caller writes there is thrown away. */
export const addressHeader = 'x-clausewise-address'

/** What the library hands to a hook. */
export type Hooked = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

type Parts = Readonly<{ records: Records; tell: TellSecurity }>
type Weighing = Readonly<{ isBreached: IsBreached }>

/** The library's addresses by which people change how they sign in, and what each is called in the security log. */
const changes: Readonly<Record<string, string>> = {
  '/change-password': 'change password',
  '/reset-password': 'reset password',
  '/request-password-reset': 'ask for a new password',
  '/verify-password': 'prove by password',
  '/two-factor/enable': 'set up second step',
  '/two-factor/disable': 'turn off second step',
  '/two-factor/generate-backup-codes': 'renew recovery codes',
  '/passkey/verify-registration': 'add passkey',
  '/passkey/delete-passkey': 'remove passkey',
}

/** Those that need a sign-in of the last minutes: whoever finds an open browser may not make himself a key. */
const wantsFresh = /^\/(two-factor\/(enable|disable|generate-backup-codes)|passkey\/(delete|update)-passkey)$/

/** Before the library looks at a request: sign-ins are counted, and a new password ends every other session. */
export async function beforeAuth({ records, tell, isBreached }: Parts & Weighing, ctx: Hooked) {
  await refuseWeak(isBreached, ctx)
  if (wantsFresh.test(ctx.path)) await demandFresh(ctx)
  if (ctx.path === '/change-password')
    return { context: { body: { ...ctx.body, revokeOtherSessions: true } } }
  // A browser that is trusted would be a second factor that nobody sees.
  if (ctx.path.startsWith('/two-factor/verify-')) return { context: { body: secondStepOf(ctx) } }
  if (ctx.path !== '/sign-in/email') return undefined
  const wait = await countTry(records, tryingOf(ctx))
  if (wait === 0) return undefined
  await tellSignIn({ records, tell }, ctx, 'failed', 'too many tries')
  throw new APIError(
    'TOO_MANY_REQUESTS',
    {
      code: 'TOO_MANY_TRIES',
      message: `Too many failed sign-ins. Try again in ${Math.ceil(wait / 60)} minutes, or ask for a new password.`,
    },
    { 'retry-after': String(wait) },
  )
}

function secondStepOf({ path, body }: Hooked): object {
  const given = { ...body, trustDevice: false }
  return path === '/two-factor/verify-backup-code'
    ? { ...given, code: hashOfCode(String(body?.code)) }
    : given
}

/** After it: what came of a sign-in or a change is told, and changes are carried into the trails. */
export async function afterAuth({ records, tell }: Parts, ctx: Hooked): Promise<void> {
  const isFailed = ctx.context.returned instanceof Error
  if (ctx.path === '/sign-in/email') {
    if (!isFailed) await forgetTries(records, tryingOf(ctx))
    await tellSignIn({ records, tell }, ctx, outcomeOf(ctx), undefined)
  }
  const step = stepOf(ctx.path)
  if (step) tellStep(tell, ctx, step)
  const change = changes[ctx.path]
  if (change) tell({ event: 'account', outcome: isFailed ? 'failed' : 'passed', way: change, ...whoOf(ctx) })
  if (change || step) await carryAccountChanges(records)
}

/** What a sign-in is finished by, at the addresses that finish one. */
function stepOf(path: string): string | undefined {
  if (path === '/two-factor/verify-totp') return 'code'
  if (path === '/two-factor/verify-backup-code') return 'recovery code'
  if (path === '/passkey/verify-authentication') return 'passkey'
  return path.startsWith('/callback/') ? 'single sign-on' : undefined
}

function outcomeOf(ctx: Hooked): SecurityEvent['outcome'] {
  if (ctx.context.returned instanceof Error) return 'failed'
  const user = ctx.context.newSession?.user as { twoFactorEnabled?: boolean | null } | undefined
  return user?.twoFactorEnabled ? 'second step asked' : 'passed'
}

async function tellSignIn(
  { records, tell }: Parts,
  ctx: Hooked,
  outcome: SecurityEvent['outcome'],
  why: string | undefined,
): Promise<void> {
  // The address that was typed is not written down: people type passwords into the wrong field.
  const known = await records.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', tryingOf(ctx).email.trim().toLowerCase())
    .executeTakeFirst()
  const told = why ?? (known ? undefined : 'no such account')
  tell({ event: 'sign-in', outcome, way: 'password', ...whoOf(ctx), person: known?.id, why: told })
}

/** The steps that end a sign-in, or confirm a second step that is being set up. */
function tellStep(tell: TellSecurity, ctx: Hooked, step: string): void {
  const opened = ctx.context.newSession
  const isSetUp = ctx.context.session !== null && ctx.context.session !== undefined
  const event = isSetUp && ctx.path.startsWith('/two-factor/') ? 'account' : 'sign-in'
  tell({
    event,
    outcome: opened || (isSetUp && !(ctx.context.returned instanceof Error)) ? 'passed' : 'failed',
    way: event === 'account' ? 'turn on second step' : step,
    ...whoOf(ctx),
  })
}

function whoOf(ctx: Hooked): Pick<SecurityEvent, 'person' | 'address'> {
  const session = ctx.context.newSession ?? ctx.context.session
  return { person: session?.user.id, address: ctx.headers?.get(addressHeader) ?? undefined }
}

async function demandFresh(ctx: Hooked): Promise<void> {
  const session = await getSessionFromCtx(ctx)
  if (!session) return
  const age = Date.now() - new Date(session.session.createdAt).getTime()
  if (age < freshMinutes * 60_000) return
  throw new APIError('FORBIDDEN', {
    code: 'SESSION_NOT_FRESH',
    message: `This needs a sign-in of the last ${freshMinutes} minutes. Sign out, sign in again, and repeat it.`,
  })
}

/** A new password has to stand as many tries as the first one. */
async function refuseWeak(isBreached: IsBreached, ctx: Hooked): Promise<void> {
  const { newPassword } = (ctx.body ?? {}) as { newPassword?: unknown }
  if (typeof newPassword !== 'string') return
  try {
    demandGoodPassword(newPassword, [])
    await demandUnbreached(isBreached, newPassword)
  } catch (error) {
    throw new APIError('BAD_REQUEST', { code: 'WEAK_PASSWORD', message: (error as Error).message })
  }
}

function tryingOf(ctx: Hooked): { email: string; address: string | undefined } {
  const { email } = (ctx.body ?? {}) as { email?: unknown }
  return { email: String(email ?? ''), address: ctx.headers?.get(addressHeader) ?? undefined }
}
