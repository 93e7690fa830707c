import type { z } from 'zod'
import type { Field } from '../definition.ts'

/** The names by which tickets call a record that is called otherwise here; no two records of a register share one. */
export function toolNames(section: string, help: string): z.input<typeof Field> {
  return {
    name: 'tool_names',
    label: 'Names in the ticketing tool',
    kind: 'list',
    unique: true,
    section,
    help,
  }
}
