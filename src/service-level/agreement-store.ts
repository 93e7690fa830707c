import { historyOf } from '#access/trail-store.ts'
import type { Tx } from '#db/records.ts'
import { readAll } from '#registers/record-store.ts'
import { type VersionedAgreement, versionsOf } from './agreement-version.ts'
import { type Naming, namingOf } from './naming.ts'

const all = Number.MAX_SAFE_INTEGER

/** How many changes of one agreement are followed back. */
const longestPast = 500

/** The agreements of an organization with their past, and what the registers call services and customers. */
export type Agreements = Readonly<{
  agreements: readonly VersionedAgreement[]
  services: Naming
  customers: Naming
  parties: Naming
}>

/** Reads the agreements with all their versions; a record that was never changed has no past to read. */
export async function readAgreements(tx: Tx, organization: string): Promise<Agreements> {
  const agreements: VersionedAgreement[] = []
  for (const record of await readAll(tx, organization, 'agreements', 0, all)) {
    const { id, number, label, version, state, data, createdAt } = record
    const entries = version === 1 ? [] : await historyOf(tx, 'record', id, longestPast)
    const versions = versionsOf({ version, state, data, createdAt: createdAt.toISOString(), entries })
    agreements.push({ id, number, label, versions })
  }
  return {
    agreements,
    services: namingOf(await readAll(tx, organization, 'services', 0, all)),
    customers: namingOf(await readAll(tx, organization, 'interested-parties', 0, all)),
    parties: namingOf(await readAll(tx, organization, 'parties', 0, all)),
  }
}
