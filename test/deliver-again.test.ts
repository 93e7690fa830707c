import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { needsTypesetter } from './worlds/pdf.ts'
import { smallExport } from './worlds/small-export.ts'

const main = new URL('../src/cli/main.ts', import.meta.url).pathname
let folder: string
let out: string
let files: ReturnType<typeof smallExport>

function call(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args, '--out', out], {
    encoding: 'utf8',
    cwd: folder,
  })
  assert.equal(status, 0, stderr)
  return stdout
}

type Kept = {
  snapshot: { number: number; sha256: string }
  documents: Record<string, { key: string; files: Record<string, string> }>
}

function kept(): Kept {
  return JSON.parse(readFileSync(join(out, 'documents.json'), 'utf8')) as Kept
}

/** Sets every document back to a day long past; one that is written anew is younger. */
function age(): readonly string[] {
  const names = Object.values(kept().documents).flatMap((one) => Object.keys(one.files))
  for (const name of names) utimesSync(join(out, name), 0, 0)
  return names
}

const young = (names: readonly string[]) => names.filter((name) => statSync(join(out, name)).mtimeMs > 0)

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-again-'))
  out = join(folder, 'workspace')
  files = smallExport()
  if (!needsTypesetter.skip) call('run', files.folder, '--organization', 'Small')
})

after(() => {
  rmSync(folder, { recursive: true, force: true })
  files.remove()
})

test(
  'what is unchanged is handed out as it was written; what was touched is written again, byte for byte',
  needsTypesetter,
  () => {
    call('deliver', '--all', '--organization', 'Small')
    const names = age()
    const first = kept()
    const report = readFileSync(join(out, 'gap-analysis-report.pdf'))
    call('deliver', '--all', '--organization', 'Small')
    const untouched = young(names)
    appendFileSync(join(out, 'gap-analysis-report.pdf'), 'somebody wrote here')
    utimesSync(join(out, 'gap-analysis-report.pdf'), 0, 0)
    call('deliver', '--all', '--organization', 'Small')

    assert.ok(names.length > 20, `${names.length} files`)
    assert.deepEqual(untouched, [])
    assert.deepEqual(young(names), ['gap-analysis-report.pdf'])
    assert.deepEqual(readFileSync(join(out, 'gap-analysis-report.pdf')), report)
    assert.deepEqual(kept(), first)
  },
)

test(
  'what is otherwise is another snapshot with the next number, and every document is written anew',
  needsTypesetter,
  () => {
    const names = age()
    const before_ = kept()
    call('deliver', '--all', '--organization', 'Smaller')

    assert.equal(kept().snapshot.number, before_.snapshot.number + 1)
    assert.deepEqual(young(names).toSorted(), [...names].toSorted())
    for (const [kind, { key }] of Object.entries(kept().documents))
      assert.notEqual(key, before_.documents[kind]?.key, kind)
  },
)

test('a list of documents that was cut off is begun anew, and no fault', needsTypesetter, () => {
  writeFileSync(join(out, 'documents.json'), '{"snapshot":{"num')
  call('deliver', '--organization', 'Small')

  assert.equal(kept().snapshot.number, 1)
  assert.deepEqual(Object.keys(kept().documents), ['gap report'])
})
