import { createHash } from 'node:crypto'

/** The id of one of several things that a job makes: the same job makes it under the same id when it is begun again. */
export function derivedId(job: string, name: string): string {
  const hex = createHash('sha256').update(`${job} ${name}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
