import { Refusal } from '#base/refusal.ts'
import type { Field, Known, Register } from './definition.ts'
import { agreements } from './definitions/agreements.ts'
import { assets } from './definitions/assets.ts'
import { interestedParties, issues } from './definitions/context.ts'
import { documents } from './definitions/documents.ts'
import { contributions, goals } from './definitions/goals.ts'
import { hypotheses, initiatives, technologyOptions } from './definitions/initiatives.ts'
import { objectives } from './definitions/objectives.ts'
import { obligations } from './definitions/obligations.ts'
import { parties } from './definitions/parties.ts'
import { competence, roles } from './definitions/people.ts'
import { risks } from './definitions/risks.ts'
import { services } from './definitions/services.ts'

/** Every register, in the order in which people meet them. */
export const registers: readonly Known[] = [
  services,
  agreements,
  parties,
  interestedParties,
  issues,
  risks,
  goals,
  initiatives,
  objectives,
  contributions,
  hypotheses,
  documents,
  obligations,
  roles,
  competence,
  assets,
  technologyOptions,
]

const byId = new Map(registers.map((known) => [known.register.id, known]))

/** The register of a name; refused where there is none. */
export function demandRegister(id: string): Known {
  const known = byId.get(id)
  if (known) return known
  throw new Refusal('not-found', `There is no register ${id}. Registers are: ${[...byId.keys()].join(', ')}.`)
}

/** A field of a register by its name. */
export function fieldOf(register: Register, name: string): Field | undefined {
  return register.fields.find((field) => field.name === name)
}
