/** Filled by its migration. */
export type MailTables = Record<never, never>
