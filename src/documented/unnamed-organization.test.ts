import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '#base/language.ts'
import { documentedKinds } from '#deliver/documented-matter.ts'
import type { SnapshotDocument } from '#deliver/snapshot-matter.ts'
import { readingOf } from '../../test/worlds/declared-figures.ts'
import { needsReader } from '../../test/worlds/pdf.ts'
import { originOf, wholeSnapshot } from '../../test/worlds/snapshot.ts'
import { writeAnyDocument } from './write-document.ts'

const unnamed: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  de: 'Organisation nicht genannt',
  fr: 'Organisation non nommée',
  it: 'Organizzazione non indicata',
}

/** Documents that are one file of text, and say whose they are. */
const kinds: readonly SnapshotDocument[] = [
  'gap report',
  'playbook',
  'executive summary',
  'strategy framework',
  'process guidelines',
  'difference report',
  ...documentedKinds,
]

async function wordsIn(kind: SnapshotDocument, language: Language): Promise<(words: string) => boolean> {
  const named = (number: number) => {
    const { name, matter } = wholeSnapshot(number)
    return { name, matter: { ...matter, programme: { ...matter.programme, organization: '' } } }
  }
  const origin = originOf(named(2), { language, since: named(1) })
  const read = await readingOf((await writeAnyDocument(kind, origin)).bytes)
  return (words) => read(`${words}{}`) !== undefined
}

for (const [at, language] of (['de', 'fr', 'it'] as const).entries())
  test(`an organization that nobody has named is called so in ${language}`, needsReader, async () => {
    // A third of the documents in each language: all of them say it by the same sentence.
    for (const kind of kinds.filter((_, place) => place % 3 === at)) {
      const says = await wordsIn(kind, language)

      assert.ok(says(unnamed[language]), kind)
      assert.ok(!says('Organization not named'), kind)
    }
  })
