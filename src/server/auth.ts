import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins/generic-oauth'
import { carryAccountChanges } from '#access/account-change-store.ts'
import {
  demandGoodPassword,
  hashPassword,
  isPassword,
  longestPassword,
  shortestPassword,
} from '#access/password.ts'
import type { Records } from '#db/records.ts'
import { authNames } from './auth-names.ts'
import { originsOf } from './origins.ts'
import type { Settings } from './settings.ts'
import { countTry, forgetTries } from './sign-in-limit.ts'

/** What signing in is built from. url: where people reach us; resetLink is sent to whoever forgot his password. */
export type AuthParts = Readonly<{
  records: Records
  url: string
  secret: string
  signOn: Settings['signOn']
  sendResetLink: (to: { name: string; email: string }, link: string) => Promise<void>
}>

/** The header in which the address of the caller is handed on; whatever a caller writes there is thrown away. */
export const addressHeader = 'x-clausewise-address'

/** Under this name the identity provider's accounts are kept, and its callback answers. */
export const signOnId = 'sign-on'

const day = 24 * 60 * 60

/** The library's addresses by which people change how they sign in. */
const changesAccount =
  /^\/(change-password|reset-password|two-factor\/|passkey\/(verify-registration|delete-passkey))/

/** Signing in and out, second factors, passkeys, single sign-on: by the library, with our tables, hashes and limits. */
export function openAuth({ records, url, secret, signOn, sendResetLink }: AuthParts) {
  const origins = originsOf(url)
  return betterAuth({
    appName: 'Clausewise',
    baseURL: url,
    basePath: '/api/auth',
    secret,
    database: { db: records.db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: [...origins],
    user: { ...authNames.user },
    session: { ...authNames.session, expiresIn: 14 * day, updateAge: day },
    account: {
      ...authNames.account,
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: signOn?.trustsAddresses ? [signOnId] : [] },
    },
    verification: { ...authNames.verification, storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: ({ password, hash }) => isPassword(password, hash) },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      sendResetPassword: ({ user, token }) => sendResetLink(user, `${url}/new-password#code=${token}`),
    },
    rateLimit: {
      ...authNames.rateLimit,
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/*': { window: 60, max: 60 }, '/get-session': false },
    },
    advanced: {
      cookiePrefix: 'clausewise',
      useSecureCookies: url.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => crypto.randomUUID() },
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    onAPIError: { errorURL: `${url}/sign-in` },
    hooks: { before: beforeOf(records), after: afterOf(records) },
    plugins: [
      twoFactor({ issuer: 'Clausewise', schema: authNames.twoFactor }),
      passkey({
        rpName: 'Clausewise',
        rpID: passkeyHost(url),
        origin: [...origins],
        schema: authNames.passkey,
      }),
      genericOAuth({ config: signOn ? [providerOf(signOn)] : [] }),
    ],
  })
}

export type Auth = ReturnType<typeof openAuth>

/** Passkeys belong to a host name; on one's own machine that is localhost, since browsers take no number. */
function passkeyHost(url: string): string {
  const { hostname } = new URL(url)
  return /^[\d.]+$|^\[/.test(hostname) ? 'localhost' : hostname
}

function providerOf(signOn: NonNullable<Settings['signOn']>): GenericOAuthConfig {
  return {
    providerId: signOnId,
    name: signOn.name,
    discoveryUrl: `${signOn.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId: signOn.clientId,
    clientSecret: signOn.clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    disableSignUp: !signOn.newPeople,
  }
}

type Hooked = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** Before the library looks at a request: sign-ins are counted, and a new password ends every other session. */
function beforeOf(records: Records) {
  return createAuthMiddleware(async (ctx) => {
    refuseWeak(ctx)
    if (ctx.path === '/change-password')
      return { context: { body: { ...ctx.body, revokeOtherSessions: true } } }
    if (ctx.path !== '/sign-in/email') return undefined
    const wait = await countTry(records, tryingOf(ctx))
    if (wait > 0)
      throw new APIError(
        'TOO_MANY_REQUESTS',
        {
          code: 'TOO_MANY_TRIES',
          message: `Too many failed sign-ins. Try again in ${Math.ceil(wait / 60)} minutes, or ask for a new password.`,
        },
        { 'retry-after': String(wait) },
      )
    return undefined
  })
}

/** A new password has to stand as many tries as the first one. */
function refuseWeak(ctx: Hooked): void {
  const { newPassword } = (ctx.body ?? {}) as { newPassword?: unknown }
  if (typeof newPassword !== 'string') return
  try {
    demandGoodPassword(newPassword, [])
  } catch (error) {
    throw new APIError('BAD_REQUEST', { code: 'WEAK_PASSWORD', message: (error as Error).message })
  }
}

function afterOf(records: Records) {
  return createAuthMiddleware(async (ctx) => {
    if (ctx.path === '/sign-in/email' && !(ctx.context.returned instanceof Error))
      await forgetTries(records, tryingOf(ctx))
    if (changesAccount.test(ctx.path)) await carryAccountChanges(records)
  })
}

function tryingOf(ctx: Hooked): { email: string; address: string | undefined } {
  const { email } = (ctx.body ?? {}) as { email?: unknown }
  return { email: String(email ?? ''), address: ctx.headers?.get(addressHeader) ?? undefined }
}
