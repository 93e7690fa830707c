import type { Library } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import { type Coverage, coverDocuments } from '#registers/document-coverage.ts'
import { keptInRegisters } from '#registers/kept-in.ts'
import { countRecords, readAll } from '#registers/record-store.ts'
import type { RegisterFacts } from './programme-from-registers.ts'

/** How each piece of documented information is covered by the registers. */
export async function readCoverage(
  tx: Tx,
  organization: string,
  { catalogue }: Library,
  on: string,
): Promise<readonly Coverage[]> {
  const counts = await countByRegister(tx, organization)
  const documents = await readAll(tx, organization, 'documents')
  return coverDocuments(catalogue.documents, documents, keptInRegisters(counts), on)
}

/** What the registers say about the programme. */
export async function readRegisterFacts(
  tx: Tx,
  organization: string,
  library: Library,
  on: string,
): Promise<RegisterFacts> {
  const counts = await countByRegister(tx, organization)
  const isSilent = (counts.get('documents') ?? 0) === 0
  const coverage = isSilent ? [] : await readCoverage(tx, organization, library, on)
  return {
    services: counts.get('services'),
    parties: counts.get('parties'),
    documentsInForce: isSilent ? undefined : coverage.filter(isInForce).length,
  }
}

function isInForce({ required, status }: Coverage): boolean {
  return required && (status === 'covered' || status === 'in a register')
}

async function countByRegister(tx: Tx, organization: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { register, records } of await countRecords(tx, organization))
    counts.set(register, (counts.get(register) ?? 0) + records)
  return counts
}
