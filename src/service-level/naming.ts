import type { Record } from '#registers/record.ts'

/** What a register calls things that tickets may call otherwise. */
export type Naming = Readonly<{
  /** The name of the record that a name in tickets stands for; the name itself where no record claims it. */
  own: (told: string) => string
  /** The record that a name stands for. */
  record: (told: string) => Record | undefined
  /** Every name written in the register for what this name stands for, itself included. */
  written: (told: string) => readonly string[]
}>

/** Names as tickets and registers share them: without regard to case and outer space. */
export function plainName(name: string): string {
  return name.trim().toLowerCase()
}

/** Reads the names of a register: its own first, then those that people wrote down as the names in the ticketing tool. */
export function namingOf(records: readonly Record[]): Naming {
  const byName = new Map<string, Record>()
  const claim = (name: string, record: Record) => {
    const plain = plainName(name)
    if (!byName.has(plain)) byName.set(plain, record)
  }
  for (const record of records) claim(record.label, record)
  for (const record of records) for (const name of toolNames(record)) claim(name, record)
  const record = (told: string) => byName.get(plainName(told))
  return {
    record,
    own: (told) => record(told)?.label ?? told,
    written: (told) => {
      const found = record(told)
      return found ? [...new Set([told, found.label, ...toolNames(found)])] : [told]
    },
  }
}

function toolNames({ data }: Record): readonly string[] {
  return [data.tool_names ?? []].flat().map(String)
}
