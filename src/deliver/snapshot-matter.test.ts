import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentedKinds } from './documented-matter.ts'
import { demandParts, partsOfDocument, type SnapshotDocument } from './snapshot-matter.ts'

const kinds = Object.keys(partsOfDocument) as SnapshotDocument[] // its keys are the kinds
const everything = [...new Set(kinds.flatMap((kind) => partsOfDocument[kind]))]

/** Why a document cannot be made of a snapshot; undefined where it can. */
function whyNot(kind: SnapshotDocument, had: readonly string[], missing: readonly string[] = []) {
  try {
    demandParts(kind, { number: 7, had, missing })
    return undefined
  } catch (error) {
    return String(error)
  }
}

test('of a whole snapshot every document can be made', () => {
  for (const kind of kinds) assert.equal(whyNot(kind, everything), undefined, kind)
})

test('a snapshot of before this part was frozen is refused for what management signs, and for nothing else', () => {
  const older = everything.filter((part) => part !== 'documented')

  for (const kind of documentedKinds)
    assert.match(whyNot(kind, older) ?? '', /Snapshot 7 was taken before.*Take a new one/, kind)
  for (const kind of ['gap report', 'forms', 'playbook'] as const)
    assert.equal(whyNot(kind, older), undefined, kind)
})

test('what was let go is named, part by part', () => {
  assert.match(
    whyNot('scope statement', everything, ['registers', 'documented', 'kpis']) ?? '',
    /Missing for this document: registers, audits, reviews, service levels and people\./,
  )
})
