import assert from 'node:assert'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins/generic-oauth'
import { z } from 'zod'
import { hashPassword, isPassword, longestPassword, shortestPassword } from '#access/password.ts'
import type { Records } from '#db/records.ts'
import { addressHeader, afterAuth, beforeAuth } from './auth-hooks.ts'
import { authNames } from './auth-names.ts'
import type { IsBreached } from './breached.ts'
import { originsOf } from './origins.ts'
import { newRecoveryCodes, storeOfCodes } from './recovery-codes.ts'
import type { TellSecurity } from './security-log.ts'
import { freshMinutes, type SessionLife } from './session-life.ts'
import { noteVerified, sessionHooks } from './session-ways.ts'
import type { Settings } from './settings.ts'

/** What signing in is built from. url: where people reach us; resetLink is sent to whoever forgot his password. */
export type AuthParts = Readonly<{
  records: Records
  url: string
  secret: string
  signOn: Settings['signOn']
  sendResetLink: (to: { name: string; email: string }, link: string) => Promise<void>
  life: SessionLife
  tell: TellSecurity
  isBreached: IsBreached
}>

/** Under this name the identity provider's accounts are kept, and its callback answers. */
export const signOnId = 'sign-on'

const hour = 60 * 60

/** Before the name of each cookie. With __Host- a browser takes it from this host alone, over https, for the whole site. */
export function cookiePrefixOf(url: string): string {
  return url.startsWith('https:') ? '__Host-clausewise' : 'clausewise'
}

/** Signing in and out, second factors, passkeys, single sign-on: by the library, with our tables, hashes and limits. */
export function openAuth({ records, url, secret, signOn, sendResetLink, life, tell, isBreached }: AuthParts) {
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
    session: {
      ...authNames.session,
      // Its last hour is fixed when it is opened; what ends it earlier is in session-life.ts.
      expiresIn: life.longestHours * hour,
      disableSessionRefresh: true,
      freshAge: freshMinutes * 60,
      additionalFields: { way: { type: 'string', required: false, input: false, returned: false } },
    },
    databaseHooks: { session: sessionHooks({ tell, asksStrength: (signOn?.strengths.length ?? 0) > 0 }) },
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
      onPasswordReset: async ({ user }) =>
        tell({ event: 'account', outcome: 'passed', way: 'new password by link', person: user.id }),
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
      cookiePrefix: cookiePrefixOf(url),
      // The library's own prefix would be the weaker __Secure-.
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, secure: url.startsWith('https:') },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => crypto.randomUUID() },
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    onAPIError: { errorURL: `${url}/sign-in` },
    hooks: {
      before: createAuthMiddleware((ctx) => beforeAuth({ records, tell, isBreached }, ctx)),
      after: createAuthMiddleware((ctx) => afterAuth({ records, tell }, ctx)),
    },
    plugins: [
      twoFactor({
        issuer: 'Clausewise',
        schema: authNames.twoFactor,
        backupCodeOptions: {
          customBackupCodesGenerate: newRecoveryCodes,
          storeBackupCodes: storeOfCodes(secret),
        },
      }),
      passkey({
        rpName: 'Clausewise',
        rpID: passkeyHost(url),
        origin: [...origins],
        schema: authNames.passkey,
        authentication: { afterVerification: noteVerified },
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
    ...strengthOf(signOn),
  }
}

/** The strength (acr) that is asked of the provider, and looked for in the ID token, whose signature was checked before. */
function strengthOf({ strengths }: NonNullable<Settings['signOn']>): Partial<GenericOAuthConfig> {
  if (strengths.length === 0) return {}
  return {
    authorizationUrlParams: { acr_values: strengths.join(' ') },
    accountSubject: ({ tokens }) => {
      const { sub, acr } = Claims.parse(JSON.parse(decoded(tokens.idToken?.split('.')[1])))
      assert(acr !== undefined && strengths.includes(acr), 'signed in less strongly than is asked for')
      return sub
    },
  }
}

const Claims = z.object({ sub: z.string().min(1), acr: z.string().optional() })

function decoded(part = ''): string {
  return Buffer.from(part, 'base64url').toString()
}
