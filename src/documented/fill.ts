import { auditName } from '#audit/audit.ts'
import { Refusal } from '#base/refusal.ts'
import type { Library } from '#content/library.ts'
import type { FrozenDocumented } from '#deliver/documented-matter.ts'
import type { SnapshotMatter, SnapshotName } from '#deliver/snapshot-matter.ts'
import type { Origin } from '#deliver/write-from-snapshot.ts'
import { coverDocuments } from '#registers/document-coverage.ts'
import { keptInRegisters } from '#registers/kept-in.ts'
import type { DocumentedMatter, Subject } from './matter.ts'
import type { About } from './template.ts'

/** The parts of a snapshot that documents to be signed are filled from. */
export type SignedMatter = Readonly<{
  programme: Pick<SnapshotMatter['programme'], 'organization' | 'madeOn' | 'version'>
}> &
  Pick<SnapshotMatter, 'registers' | 'documented'>

/** From what a document is filled: a snapshot, which is not named where only is looked at; our knowledge of the standard; the look. */
export type Filled = Readonly<{
  snapshot: Readonly<{ name?: SnapshotName; matter: SignedMatter }>
  library: Library
  brand?: Origin['brand']
}>

const gone = new Set(['retired', 'transferred', 'rejected'])

/** What documents can be about: live services, audits that were not called off, and reviews; the first is written about where none is named. */
export function subjectsOf({ matter }: Filled['snapshot'], about: About): readonly Subject[] {
  const { audits, reviews } = demandDocumented(matter)
  switch (about) {
    case 'organization':
      return []
    case 'service':
      return (indexOf(matter).registers.get('services') ?? [])
        .filter(({ state }) => !gone.has(state))
        .map(({ id, label }) => ({ id, name: label }))
    case 'audit':
      return audits
        .map(({ audit }) => audit)
        .filter(({ state }) => state !== 'cancelled')
        .map((audit) => ({ id: audit.id, name: `${auditName(audit)} ${audit.title}` }))
    case 'review':
      return reviews.map(({ id, number, heldOn }) => ({ id, name: `MR-${number}, ${heldOn}` }))
  }
}

/** What one document is filled from: the snapshot, about the subject that is named or the first there is; without any, the document says so. */
export function matterOf(
  { snapshot, library, brand }: Filled,
  { about, subject }: Readonly<{ about: About; subject?: string | undefined }>,
): DocumentedMatter {
  const { matter, name } = snapshot
  const { people: _, audits, findings, services, ...frozen } = demandDocumented(matter)
  const { organization, madeOn, version } = matter.programme
  const { catalogue } = library
  const { registers, people } = indexOf(matter)
  const counts = new Map([...registers].map(([register, records]) => [register, records.length]))
  const found = findSubject(subjectsOf(snapshot, about), { about, subject })
  return {
    ...frozen,
    organization,
    madeOn,
    version,
    snapshot: name,
    brand,
    clauses: catalogue.clauses,
    requirements: catalogue.requirements,
    registers,
    people,
    coverage: coverDocuments(
      catalogue.documents,
      registers.get('documents') ?? [],
      keptInRegisters(counts),
      madeOn,
    ),
    audits: audits.map(({ audit }) => audit).toReversed(),
    findings: findings.toReversed(),
    subject: found,
    ...(about === 'service' && found ? { service: services[found.id] } : {}),
    ...(about === 'audit' && found ? { audit: audits.find(({ audit }) => audit.id === found.id) } : {}),
    ...(about === 'review' && found ? { review: frozen.reviews.find(({ id }) => id === found.id) } : {}),
  }
}

function findSubject(
  known: readonly Subject[],
  { about, subject }: Readonly<{ about: About; subject?: string | undefined }>,
): Subject | undefined {
  if (subject === undefined) return known[0]
  if (about === 'organization')
    throw new Refusal('invalid', 'This document is about the whole organization: leave the subject out.')
  const found = known.find(({ id }) => id === subject)
  if (!found) throw new Refusal('not-found', `There is no such ${about} to write about.`)
  return found
}

/** What is looked up in a snapshot, laid out once for all the documents that are filled from it. */
type Index = Pick<DocumentedMatter, 'registers' | 'people'>
const indexes = new WeakMap<SignedMatter, Index>()

function indexOf(matter: SignedMatter): Index {
  const known = indexes.get(matter)
  if (known) return known
  const index = {
    registers: new Map(matter.registers.map(({ register, records }) => [register, records])),
    people: new Map(Object.entries(demandDocumented(matter).people)),
  }
  indexes.set(matter, index)
  return index
}

function demandDocumented({ documented }: SignedMatter): FrozenDocumented {
  if (!documented) throw new Error('The snapshot holds nothing that documents to be signed are filled from.')
  return documented
}
