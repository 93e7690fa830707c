import { canonical } from '#access/trail.ts'
import { count } from '#base/format.ts'
import { say } from '#content/sentences.ts'
import type { FrozenRegister } from '../snapshot-matter.ts'
import type { DifferenceInput } from './input.ts'

/** Registers with records that are new, changed or gone. */
export type RegisterChanges = Readonly<{
  says: string
  rows: readonly (readonly string[])[]
  figures: Readonly<Record<string, string>>
}>

const named = 4

/** Holds the registers of two snapshots against each other. Records of registers that not everybody reads are counted, not named. */
export function registerChangesOf({ before, after, words }: DifferenceInput): RegisterChanges {
  const old = new Map(before.matter.registers.map((register) => [register.register, register]))
  const changed = after.matter.registers
    .map((register) => ({ register, ...between(old.get(register.register), register) }))
    .filter(({ fresh, moved, gone }) => fresh.length + moved.length + gone.length > 0)
  const sum = (what: (one: (typeof changed)[number]) => readonly string[]) =>
    count(changed.reduce((all, one) => all + what(one).length, 0))
  const figures = {
    'records.new': sum(({ fresh }) => fresh),
    'records.changed': sum(({ moved }) => moved),
    'records.gone': sum(({ gone }) => gone),
  }
  return {
    says: say(words, changed.length === 0 ? 'records.none' : 'records.says', {
      fresh: figures['records.new'],
      moved: figures['records.changed'],
      gone: figures['records.gone'],
    }),
    rows: changed.map(({ register, fresh, moved, gone }) => {
      const told = (numbers: readonly string[]) => {
        if (numbers.length === 0) return '–'
        if (!register.isForAll) return count(numbers.length)
        const more = numbers.length > named ? ' …' : ''
        return `${count(numbers.length)}: ${numbers.slice(0, named).join(', ')}${more}`
      }
      return [register.title, told(fresh), told(moved), told(gone)]
    }),
    figures,
  }
}

/** Older snapshots hold no more of a record. */
function seen({ number, label, state, data }: FrozenRegister['records'][number]) {
  return { number, label, state, data }
}

function between(before: FrozenRegister | undefined, after: FrozenRegister) {
  const old = new Map(before?.records.map((record) => [record.number, record]))
  const young = new Set(after.records.map(({ number }) => number))
  return {
    fresh: after.records.filter(({ number }) => !old.has(number)).map(({ number }) => number),
    moved: after.records
      .filter((record) => {
        const earlier = old.get(record.number)
        return earlier !== undefined && canonical(seen(earlier)) !== canonical(seen(record))
      })
      .map(({ number }) => number),
    gone: [...old.keys()].filter((number) => !young.has(number)),
  }
}
