/** Filled by its migration. */
export type AssessmentTables = Record<never, never>
