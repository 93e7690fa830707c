import { type Actor, demandMay } from '#access/actor.ts'
import { Refusal } from '#base/refusal.ts'
import type { Field, Known, Register } from './definition.ts'
import { agreements } from './definitions/agreements.ts'
import { assets } from './definitions/assets.ts'
import { activities, certificates, certificationAudits } from './definitions/certification.ts'
import { communication } from './definitions/communication.ts'
import { interestedParties, issues } from './definitions/context.ts'
import { documents } from './definitions/documents.ts'
import { feedback, recognition, roleImpacts } from './definitions/feedback.ts'
import { contributions, goals } from './definitions/goals.ts'
import { improvements, lessons } from './definitions/improvements.ts'
import { hypotheses, initiatives, technologyOptions } from './definitions/initiatives.ts'
import { leadershipActs } from './definitions/leadership.ts'
import { objectives } from './definitions/objectives.ts'
import { obligations } from './definitions/obligations.ts'
import { parties } from './definitions/parties.ts'
import { competence, roles } from './definitions/people.ts'
import { resistance } from './definitions/resistance.ts'
import { risks } from './definitions/risks.ts'
import { services } from './definitions/services.ts'
import { sevenS } from './definitions/seven-s.ts'
import { simplifications } from './definitions/simplifications.ts'
import { stakeholders } from './definitions/stakeholders.ts'
import { customerStatements } from './definitions/statements.ts'
import { tenders } from './definitions/tenders.ts'
import { alternatives, strategyOptions } from './definitions/ways.ts'
import { workforce } from './definitions/workforce.ts'

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
  strategyOptions,
  alternatives,
  sevenS,
  documents,
  obligations,
  tenders,
  customerStatements,
  roles,
  competence,
  assets,
  technologyOptions,
  workforce,
  stakeholders,
  communication,
  roleImpacts,
  leadershipActs,
  resistance,
  feedback,
  recognition,
  improvements,
  simplifications,
  lessons,
  certificationAudits,
  certificates,
  activities,
]

const byId = new Map(registers.map((known) => [known.register.id, known]))

/** The register of a name; refused where there is none. */
export function demandRegister(id: string): Known {
  const known = byId.get(id)
  if (known) return known
  throw new Refusal('not-found', `There is no register ${id}. Registers are: ${[...byId.keys()].join(', ')}.`)
}

/** The register of a name, for somebody who may see its records. */
export function openRegister(actor: Actor, id: string): Known {
  const known = demandRegister(id)
  demandMay(actor, known.register.reads)
  return known
}

/** A field of a register by its name. */
export function fieldOf(register: Register, name: string): Field | undefined {
  return register.fields.find((field) => field.name === name)
}
