import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '#base/refusal.ts'

/** How long a password is at least, in characters; nothing else is asked of it (NIST SP 800-63B, ASVS 5.0 6.2). */
export const shortestPassword = 12

/** How long it is at most: more would only cost time. */
export const longestPassword = 128

/** Argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What is kept of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** True when a password is the one that a hash was made of. */
export function isPassword(password: string, kept: string): Promise<boolean> {
  return verify(kept, password)
}

/** Refuses a password that is short, or easily guessed by whoever knows the person. */
export function demandGoodPassword(password: string, known: readonly string[]): void {
  const characters = [...password].length
  if (characters < shortestPassword || characters > longestPassword)
    throw new Refusal(
      'invalid',
      `A password has ${shortestPassword} to ${longestPassword} characters. A few words that only you put together do well.`,
    )
  const plain = password.toLowerCase()
  const weak = [...known, 'password', 'clausewise', 'qwertyuiop', '1234567890'].some(
    (word) => word.length >= 4 && plain.replaceAll(word.toLowerCase(), '').length < 6,
  )
  if (weak || new Set(plain).size < 5)
    throw new Refusal(
      'invalid',
      'This password is easily guessed. Choose a few words that only you put together.',
    )
}
