/** Filled by its migration. */
export type EvidenceTables = Record<never, never>
