import { join } from 'node:path'
import type { Records } from '#db/records.ts'

export type { Tx } from '#db/records.ts'

/** What work that takes long is done with. */
export type Workshop = Readonly<{
  records: Records
  folder: string
  content: string
  now: () => Date
}>

/** The workspace of an organization, in the same form as that of the command line. */
export function workspaceOf({ folder }: Pick<Workshop, 'folder'>, organization: string): string {
  return join(folder, 'organizations', organization)
}

/** Where an uploaded file lies until it was read. */
export function uploadsOf(shop: Pick<Workshop, 'folder'>, organization: string): string {
  return join(workspaceOf(shop, organization), 'uploads')
}
