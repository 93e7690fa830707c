import { z } from 'zod'

/** What a backup says about itself, as its last file but one; the very last is the hash of this. */
export const Manifest = z.strictObject({
  format: z.literal('clausewise backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The schema in which the records were written. */
  migrations: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.strictObject({ name: z.string(), rows: z.number().int(), columns: z.array(z.string()) })),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.number() })),
  /** Where the audit trail of each organization ended. */
  trails: z.array(z.strictObject({ organization: z.string(), number: z.number().int(), hash: z.string() })),
  files: z.array(z.strictObject({ name: z.string(), size: z.number().int(), sha256: z.string() })),
})
export type Manifest = Readonly<z.infer<typeof Manifest>>

export const manifestName = 'manifest.json'
export const manifestHashName = 'manifest.json.sha256'

/** Where the rows of a table lie in a backup: lines of JSON text, each holding one row as PostgreSQL writes it. */
export const rowsName = /^records\/([a-z][a-z0-9_]*)\/\d{6}\.jsonl\.gz$/

/** Where files lie in a backup, and in a data folder. */
export const fileName =
  /^(organizations\/[0-9a-f-]{36}|attachments\/[0-9a-f-]{36})\/(?!.*(^|\/)\.\.?(\/|$))[^\0]+$/

export const secretName = 'installation/secret'

/** Text of values must not depend on how a server is set. */
export const plainSettings = `
  set local datestyle = 'ISO, MDY';
  set local timezone = 'UTC';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  set local search_path = public`
