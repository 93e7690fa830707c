/** Filled by its migration. */
export type ApiTables = Record<never, never>
