import { Refused } from './refused.ts'

/** Talks to the sign-in service, whose addresses are its own and not part of the contract. */
async function auth<T>(path: string, body: object = {}): Promise<T> {
  const answer = await fetch(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new Refused({ status: 0, title: 'unreachable', detail: '' }, cause)
  })
  if (!answer.ok) throw await Refused.of(answer)
  return (await answer.json()) as T
}

/** Signs in by password; true when a second step is still needed. */
export async function signIn(email: string, password: string): Promise<{ needsSecondStep: boolean }> {
  const said = await auth<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password })
  return { needsSecondStep: said.twoFactorRedirect === true }
}

/** The second step by the code of an authenticator app. */
export function verifyTotp(code: string): Promise<unknown> {
  return auth('/two-factor/verify-totp', { code })
}

/** The second step by one of the recovery codes, which is used up by it. */
export function verifyBackupCode(code: string): Promise<unknown> {
  return auth('/two-factor/verify-backup-code', { code })
}

/** Ends the session. */
export function signOut(): Promise<unknown> {
  return auth('/sign-out')
}

/** Signs in with a passkey of this device or key. */
export async function signInWithPasskey(): Promise<unknown> {
  return auth('/passkey/verify-authentication', { response: await presentPasskey() })
}

/** Asks a passkey to answer a challenge of the server; what it answers proves who is there, once. */
export async function presentPasskey(): Promise<Record<string, unknown>> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const answer = await fetch('/api/auth/passkey/generate-authenticate-options', {
    credentials: 'same-origin',
  })
  if (!answer.ok) throw await Refused.of(answer)
  const optionsJSON = await answer.json()
  return { ...(await startAuthentication({ optionsJSON })) }
}

/** Sets a new password; every other session ends. */
export function changePassword(currentPassword: string, newPassword: string): Promise<unknown> {
  return auth('/change-password', { currentPassword, newPassword, revokeOtherSessions: true })
}

/** Begins the second step: the address for the app, and codes for the day on which the app is lost. */
export function beginTotp(
  password: string,
): Promise<Readonly<{ totpURI: string; backupCodes: readonly string[] }>> {
  return auth('/two-factor/enable', { password })
}

/** Ends the second step. */
export function endTotp(password: string): Promise<unknown> {
  return auth('/two-factor/disable', { password })
}

/** Keeps a passkey of this device or key. */
export async function addPasskey(name: string): Promise<unknown> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const answer = await fetch('/api/auth/passkey/generate-register-options', { credentials: 'same-origin' })
  if (!answer.ok) throw await Refused.of(answer)
  const response = await startRegistration({ optionsJSON: await answer.json() })
  return auth('/passkey/verify-registration', { response, name })
}

/** Leads to the identity provider and back. */
export async function signInByProvider(back: string): Promise<void> {
  const { url } = await auth<{ url: string }>('/sign-in/social', { provider: 'sign-on', callbackURL: back })
  location.assign(url)
}

/** Asks for a mail with a link to a new password. */
export function forgetPassword(email: string): Promise<unknown> {
  return auth('/request-password-reset', { email })
}

/** Sets the password that the link of such a mail allows. */
export function resetPassword(token: string, newPassword: string): Promise<unknown> {
  return auth('/reset-password', { token, newPassword })
}
