import type { Programme } from './programme.ts'

/** What the registers say about the programme; undefined where a register is empty and so says nothing. */
export type RegisterFacts = Readonly<{
  services: number | undefined
  parties: number | undefined
  /** How many of the required pieces of documented information are in force. */
  documentsInForce: number | undefined
}>

/**
 * The facts about the programme. Scope: what a person wrote down, else what the registers know. Documents, audit, review,
 * training, roles and what recurs: what was recorded (told by the chapters that keep it), else what a person wrote down.
 */
export function completeProgramme(
  programme: Programme,
  facts: RegisterFacts,
  told: Programme = {},
): Programme {
  const { services, parties, documentsInForce } = facts
  const { scope, documents, internal_audit: audit } = programme
  const services_named = scope?.services_named ?? (services === undefined ? undefined : services > 0)
  const other_parties_known = scope?.other_parties_known ?? (parties === undefined ? undefined : parties > 0)
  return {
    ...programme,
    ...told,
    // Recorded audits replace what was written down as a whole: half of each would be true of neither.
    ...(told.internal_audit
      ? { internal_audit: { requirements: audit?.requirements, ...told.internal_audit } }
      : {}),
    scope: { ...scope, services_named, other_parties_known },
    documents: { ...documents, in_force: documentsInForce ?? documents?.in_force },
  }
}
