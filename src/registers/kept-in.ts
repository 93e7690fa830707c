import type { KeptIn } from './document-coverage.ts'
import { registers } from './registers.ts'

/** The pieces of documented information that are registers of ours, with how many records each has. */
export function keptInRegisters(counts: ReadonlyMap<string, number>): ReadonlyMap<string, KeptIn> {
  return new Map(
    registers.flatMap(({ register }) =>
      (register.keeps ?? []).map((piece) => [
        piece,
        { register: register.id, title: register.title, records: counts.get(register.id) ?? 0 },
      ]),
    ),
  )
}
