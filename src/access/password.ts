import { hash, verify } from '@node-rs/argon2'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { Refusal } from '#base/refusal.ts'

/** How long a password is at least, in characters; nothing else is asked of it (NIST SP 800-63B, ASVS 5.0 6.2). */
export const shortestPassword = 12

/** How long it is at most: more would only cost time. */
export const longestPassword = 128

/** Argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/**
 * Counts how many tries a password would stand, 0 to 4, by the method of zxcvbn (Wheeler, USENIX Security 2016): common
 * passwords, names, dates, repetitions, keys beside each other. 3 is 10^8 tries, too many for guessing at a sign-in.
 */
const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
const leastScore = 3

/** How many characters of it at least have to be other than the names of the person and the product. */
const leastOwn = 6

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
  const names = ['clausewise', ...known].map((name) => name.toLowerCase()).filter(({ length }) => length >= 3)
  const own = names.reduce((rest, name) => rest.replaceAll(name, ''), password.toLowerCase())
  if (own.length < leastOwn || guesser.check(password, names).score < leastScore)
    throw new Refusal(
      'invalid',
      'This password is easily guessed. Choose a few words that only you put together.',
    )
}
