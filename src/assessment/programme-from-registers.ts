import type { Programme } from './programme.ts'

/** What the registers say about the programme; undefined where a register is empty and so says nothing. */
export type RegisterFacts = Readonly<{
  services: number | undefined
  parties: number | undefined
  /** How many of the required pieces of documented information are in force. */
  documentsInForce: number | undefined
}>

/**
 * The facts about the programme, with what the registers know where nobody wrote it down. What audits and reviews that are
 * kept here tell about themselves stands for the whole part: it is not mixed with what somebody wrote about others.
 */
export function completeProgramme(
  programme: Programme,
  facts: RegisterFacts,
  told: Programme = {},
): Programme {
  const { services, parties, documentsInForce } = facts
  const { scope, documents } = programme
  const services_named = scope?.services_named ?? (services === undefined ? undefined : services > 0)
  const other_parties_known = scope?.other_parties_known ?? (parties === undefined ? undefined : parties > 0)
  return {
    ...programme,
    ...told,
    scope: { ...scope, services_named, other_parties_known },
    documents: { ...documents, in_force: documents?.in_force ?? documentsInForce },
  }
}
