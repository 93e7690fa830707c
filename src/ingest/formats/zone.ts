import type { StagedTable } from './staged.ts'

const offset = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i

/** Counts which time stamps of a file say their offset from UTC. */
export class ZoneTally {
  #with = 0
  #without = 0

  /** Looks behind the T or the blank only, for a date's own dashes are no offset. */
  see(stamp: string): void {
    const clock = stamp.slice(10)
    if (offset.test(clock)) this.#with += 1
    else this.#without += 1
  }

  get zone(): StagedTable['zone'] {
    if (this.#with > 0 && this.#without > 0) return 'mixed'
    if (this.#with > 0) return 'offset'
    return this.#without > 0 ? 'none' : 'unknown'
  }
}
