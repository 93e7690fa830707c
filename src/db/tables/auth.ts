/** Filled by its migration. */
export type AuthTables = Record<never, never>
