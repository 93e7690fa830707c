import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { declaredFigures, type Reading, readingOf } from '../../test/worlds/declared-figures.ts'
import { needsReader } from '../../test/worlds/pdf.ts'
import { fullMatter, programmeOf } from '../../test/worlds/programme.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { originOf, wholeSnapshot } from '../../test/worlds/snapshot.ts'
import { isDocumented } from './documented-matter.ts'
import { makeExecutiveSummary } from './executive-summary.ts'
import type { Programme } from './programme-figures.ts'
import { openProgrammeSpeech } from './programme-speech.ts'
import type { DrawnDocument } from './snapshot-matter.ts'
import { writeFromSnapshot } from './write-from-snapshot.ts'

const declared = declaredFigures()
const declaredInGerman = declaredFigures('de')
/** Their figures are no figures of the programme; what they are is held in test/every-figure-declared.test.ts. */
const others = new Set(['process guidelines', 'difference report', 'service report'])
// What management signs is held by the next chapter; the file names documents by their kinds, which the first test holds.
const kinds = Object.keys(declared).filter(
  (kind) => !isDocumented(kind) && !others.has(kind),
) as DrawnDocument[]
const readings = new Map<string, Reading>()

before(async () => {
  if (needsReader.skip) return
  for (const kind of kinds)
    readings.set(kind, await readingOf(await writeFromSnapshot(kind, originOf(wholeSnapshot()))))
})

type Read = Readonly<{ places: Readonly<Record<string, string>> | undefined; read: Reading | undefined }>

/** Figures that stand otherwise in a file than in a programme, or not at all. */
function wrongIn(kind: string, programme: Programme): readonly string[] {
  return wrong({ places: declared[kind], read: readings.get(kind) }, programme)
}

function wrong({ places = {}, read }: Read, programme: Programme): readonly string[] {
  return Object.entries(places).flatMap(([id, place]) => {
    const figure = programme.figures.get(id)
    const found = read?.(place)
    // A day in a cell is a day, and only looks as its language writes it.
    const isCell = /^[^!]+![A-Z]+\d+$/.test(place)
    const wanted = isCell ? figure?.value : figure?.shown.replaceAll('\u00A0', ' ')
    const isSame =
      typeof found === 'number' && typeof wanted === 'number'
        ? Math.abs(found - wanted) < 1e-6
        : found === wanted
    return found !== undefined && isSame ? [] : [`${id}: ${found} instead of ${wanted}`]
  })
}

test(
  'every figure that a document declares is read back out of its file, and is that of the snapshot',
  needsReader,
  () => {
    const programme = programmeOf(fullMatter)

    for (const kind of kinds) assert.deepEqual(wrongIn(kind, programme), [], kind)
    assert.ok(kinds.every((kind) => Object.keys(declared[kind] ?? {}).length > 3))
  },
)

test('a file of another snapshot is found out: the reading is no decoration', needsReader, () => {
  const { assessment } = fullMatter
  const fewer = programmeOf({ ...fullMatter, assessment: { ...assessment, gaps: assessment.gaps.slice(5) } })

  assert.deepEqual(
    wrongIn('executive summary', fewer).map((says) => says.split(':')[0]),
    ['gaps.total', 'gaps.major', 'gaps.days'],
  )
  assert.ok(wrongIn('strategy framework', fewer).length >= 2)
  assert.equal(readings.get('playbook')?.('no such words {} here'), undefined)
})

for (const kind of Object.keys(declaredInGerman) as DrawnDocument[]) // named by kinds; the test below holds them
  test(
    `the figures of the ${kind} are read back out of its German file, written as German does`,
    needsReader,
    async () => {
      const programme = programmeOf(fullMatter, openProgrammeSpeech(pack, 'executive-summary', 'de'))
      const read = await readingOf(
        await writeFromSnapshot(kind, originOf(wholeSnapshot(), { language: 'de' })),
      )

      assert.deepEqual(wrong({ places: declaredInGerman[kind], read }, programme), [])
      assert.ok(Object.keys(declaredInGerman[kind] ?? {}).length > 3)
    },
  )

test('the summary declares every figure that it places, and no other', () => {
  const { figures } = makeExecutiveSummary(programmeOf(fullMatter))

  assert.deepEqual([...figures].toSorted(), Object.keys(declared['executive summary'] ?? {}).toSorted())
})
