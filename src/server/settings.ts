import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '#base/refusal.ts'
import { usualLife } from './session-life.ts'

/** A sign-in by an identity provider of the organization's own, by OpenID Connect. */
const SignOn = z.strictObject({
  /** What the button says. */
  name: z.string().min(1).max(60).default('single sign-on'),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** False: only people who have an account here, or an invitation, may come in by it. */
  newPeople: z.boolean().default(true),
  /** True for a provider that checks addresses and does not say so (email_verified). */
  trustsAddresses: z.boolean().default(false),
  /** Strengths of sign-in (acr) of which the provider has to confirm one; then single sign-on counts as two factors. */
  strengths: z
    .array(z.string().regex(/^\S{1,200}$/))
    .max(10)
    .default([]),
})

/** How this installation is set up. Nothing has to be set; everything can be, in the file or in the environment. */
export const Settings = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(8020),
  /** The address by which people reach it; needed behind a proxy that speaks https. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** How many proxies stand before it and write X-Forwarded-For. */
  proxies: z.coerce.number().int().min(0).max(10).default(0),
  /** smtp://name:password@host:587, or smtps:// */
  smtp: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The sender of every message. */
  mailFrom: z.string().min(3).max(200).default('Clausewise <clausewise@localhost>'),
  /** The largest file that is taken as an upload, in megabytes. */
  largestUpload: z.coerce.number().int().min(1).max(100_000).default(2048),
  signOn: SignOn.optional(),
  /** How long a session lives without use, and at most, in hours; the guide on security says why. */
  sessionIdleHours: z.coerce.number().int().min(1).max(720).default(usualLife.idleHours),
  sessionLongestHours: z.coerce.number().int().min(1).max(720).default(usualLife.longestHours),
  /** The file of the security log; without it the lines go to standard error. */
  securityLog: z.string().min(1).optional(),
  /** A file of stolen passwords that none may be: SHA-1, one a line, in order. */
  breachedPasswords: z.string().min(1).optional(),
  /** The hosts that webhooks may lead to, parted by commas; without it every host of the public Internet. */
  webhookHosts: z
    .string()
    .default('')
    .transform((text) =>
      text
        .toLowerCase()
        .split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    ),
  /** Webhooks may lead to this machine and to private networks, and need no https. Whoever manages webhooks can then reach what this server can. */
  privateWebhooks: z.stringbool().or(z.boolean()).default(false),
})
export type Settings = Readonly<z.infer<typeof Settings>>

const words = {
  host: 'CLAUSEWISE_HOST',
  port: 'CLAUSEWISE_PORT',
  url: 'CLAUSEWISE_URL',
  proxies: 'CLAUSEWISE_PROXIES',
  smtp: 'CLAUSEWISE_SMTP',
  mailFrom: 'CLAUSEWISE_MAIL_FROM',
  privateWebhooks: 'CLAUSEWISE_PRIVATE_WEBHOOKS',
  webhookHosts: 'CLAUSEWISE_WEBHOOK_HOSTS',
  largestUpload: 'CLAUSEWISE_LARGEST_UPLOAD',
  sessionIdleHours: 'CLAUSEWISE_SESSION_IDLE_HOURS',
  sessionLongestHours: 'CLAUSEWISE_SESSION_LONGEST_HOURS',
  securityLog: 'CLAUSEWISE_SECURITY_LOG',
  breachedPasswords: 'CLAUSEWISE_BREACHED_PASSWORDS',
} as const

const signOnWords = {
  name: 'CLAUSEWISE_SIGN_ON_NAME',
  issuer: 'CLAUSEWISE_SIGN_ON_ISSUER',
  clientId: 'CLAUSEWISE_SIGN_ON_CLIENT_ID',
  clientSecret: 'CLAUSEWISE_SIGN_ON_CLIENT_SECRET',
} as const

/** Reads settings.json of the data folder, if there is one; the environment wins over it. */
export function readSettings(folder: string, env: NodeJS.ProcessEnv = process.env): Settings {
  const path = join(folder, 'settings.json')
  const file = existsSync(path) ? parse(path) : {}
  const signOn = { ...(file.signOn as object | undefined), ...named(signOnWords, env) }
  const given = {
    ...file,
    ...named(words, env),
    ...(Object.keys(signOn).length > 0 ? { signOn } : {}),
  }
  const read = Settings.safeParse(given)
  if (read.success) return read.data
  throw new Refusal(
    'invalid',
    `The settings cannot be used (${path}, or CLAUSEWISE_... in the environment):\n${z.prettifyError(read.error)}`,
  )
}

function parse(path: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new Refusal('invalid', `${path} is not JSON: ${(error as Error).message}`, { cause: error })
  }
}

function named(names: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv): Record<string, string> {
  const given = Object.entries(names).map(([key, word]) => [key, env[word] ?? ''] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

/** The secret that signs cookies: made at the first start, readable by this account only. */
export function readSecret(folder: string): string {
  const path = join(folder, 'secret')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const made = Buffer.from(crypto.getRandomValues(new Uint8Array(48))).toString('base64url')
    writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(path, 'utf8').trim()
}
