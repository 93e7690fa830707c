import { keyOfWords } from '#content/sentences.ts'
import type { Speech } from './speech.ts'

/** The folder of the names of processes and roles, which documents about processes share. */
export const processWords = 'processes'

/** The title of a process in the language; of one that is none of ours as it was written. */
export function sayProcess({ id, title }: Readonly<{ id: string; title: string }>, speech: Speech): string {
  return speech.known(`process.${id}`) ?? title
}

/** A role of the guides in the language; another as it was written. */
export function sayRole(role: string, speech: Speech): string {
  return speech.known(keyOfRole(role)) ?? role
}

/** Where a role is said: "SMS manager" is role.sms-manager. */
export function keyOfRole(role: string): string {
  return `role.${keyOfWords(role)}`
}
