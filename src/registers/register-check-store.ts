import type { Tx } from '#db/records.ts'
import { type Chain, type ChainAgreement, type ChainService, checkChain } from './agreement-chain.ts'
import { type Coverage, coverDocuments, type KeptIn, type Piece } from './document-coverage.ts'
import { namesIn } from './import-store.ts'
import type { Record } from './record.ts'
import { countRecords, readAll } from './record-store.ts'
import { registers } from './registers.ts'
import type { Named } from './row-finder.ts'
import { Target } from './target.ts'

const all = Number.MAX_SAFE_INTEGER

/** The chain of agreements of an organization on a day, with the parties that it names. */
export async function readChain(
  tx: Tx,
  organization: string,
  today: string,
): Promise<Chain & { readonly parties: ReadonlyMap<string, Named> }> {
  const agreements = await readAll(tx, organization, 'agreements', 0, all)
  const services = await readAll(tx, organization, 'services', 0, all)
  const parties = await namesIn(tx, organization, 'parties')
  const chain = checkChain(agreements.map(toAgreement), services.map(toService), today)
  return { ...chain, parties: new Map(parties.map((party) => [party.id, party])) }
}

function toAgreement({ id, number, label, state, data }: Record): ChainAgreement {
  return {
    id,
    number,
    label,
    state,
    kind: String(data.kind),
    services: ids(data.services),
    party: ids(data.party)[0],
    targets: Target.array().parse(data.targets ?? []),
    validTo: text(data.valid_to),
    misfitAccepted: text(data.misfit_accepted),
  }
}

function toService({ id, number, label, state, data }: Record): ChainService {
  return { id, number, label, state, dependsOn: ids(data.depends_on), providedBy: ids(data.provided_by) }
}

function ids(value: unknown): readonly string[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** How each piece of documented information is covered in an organization on a day. */
export async function readCoverage(
  tx: Tx,
  organization: string,
  pieces: readonly Piece[],
  today: string,
): Promise<readonly Coverage[]> {
  const documents = await readAll(tx, organization, 'documents', 0, all)
  const counts = await countRecords(tx, organization)
  const keptIn = new Map(
    registers.flatMap(({ register }) => {
      const own = counts.filter((count) => count.register === register.id)
      const records = own.reduce((sum, count) => sum + count.records, 0)
      return register.keeps.map((piece): [string, KeptIn] => [
        piece,
        { register: register.id, title: register.title, records },
      ])
    }),
  )
  return coverDocuments(pieces, documents, keptIn, today)
}
