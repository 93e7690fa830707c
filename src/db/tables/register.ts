/** Filled by its migration. */
export type RegisterTables = Record<never, never>
