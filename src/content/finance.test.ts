import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readFinance } from './finance.ts'
import { compileFormula, namesIn, parseFormula } from './formula.ts'

const content = join(import.meta.dirname, '../../content')
const folder = mkdtempSync(join(tmpdir(), 'clausewise-finance-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** The problems of a copy of the pack in which one text stands for another. */
function problemsAfter(file: string, from: string, to: string) {
  const copy = mkdtempSync(join(folder, 'pack-'))
  cpSync(join(content, 'finance'), join(copy, 'finance'), { recursive: true })
  const path = join(copy, 'finance', file)
  const text = readFileSync(path, 'utf8')
  assert.ok(text.includes(from))
  writeFileSync(path, text.replace(from, to))
  const line = text.slice(0, text.indexOf(from)).split('\n').length
  return { line, problems: readFinance(copy).problems }
}

test('the pack is read without a problem', () => {
  const { model, problems } = readFinance(content)

  assert.deepEqual(problems, [])
  assert.ok(model.costs.length >= 12 && model.benefits.length >= 14 && model.claims.length === 18)
})

test('an assumption that a formula names and nobody described is a problem with file and line', () => {
  const { line, problems } = problemsAfter('lines.yaml', 'once: internal_days_y0 *', 'once: days_of_nobody *')

  assert.equal(problems.length, 1)
  assert.match(problems[0]?.where.file ?? '', /lines\.yaml$/)
  assert.equal(problems[0]?.where.line, line)
  assert.match(problems[0]?.message ?? '', /no assumption days_of_nobody/)
})

test('a formula that cannot be understood is a problem with file and line', () => {
  const { line, problems } = problemsAfter(
    'lines.yaml',
    'yearly: tooling_per_year',
    'yearly: (tooling_per_year',
  )

  assert.deepEqual(
    problems.map(({ where }) => where.line),
    [line],
  )
  assert.match(problems[0]?.message ?? '', /bracket/)
})

test('an id that stands twice is a problem', () => {
  const { problems } = problemsAfter('claims.yaml', 'id: C-02', 'id: C-01')

  assert.match(problems[0]?.message ?? '', /C-01 stands twice/)
})

test('no claim is verified, and none may stand for a value outside scenarios', () => {
  const { claims } = readFinance(content).model

  assert.deepEqual(
    claims.filter(({ use }) => use.includes('scenario')).map(({ id }) => id),
    ['C-06', 'C-11'],
  )
  assert.ok(claims.every(({ status }) => status === 'unverified'))
})

test('every measure that finance names is in the pack', () => {
  const { assumptions, benefits } = readFinance(content).model
  const named = [
    ...assumptions.flatMap(({ baseline, beside }) => [...(baseline ? [baseline.measure] : []), ...beside]),
    ...benefits.flatMap(({ proof }) => proof ?? []),
  ]
  const missing = named.filter((id) => !existsSync(join(content, 'measures', `${id.replace('.', '/')}.yaml`)))

  assert.deepEqual(missing, [])
})

test('a formula multiplies before it adds, works from left to right, and brackets come first', () => {
  const row = Float64Array.of(2, 3, 4)
  const of = (text: string) => compileFormula(parseFormula(text), (name) => 'abc'.indexOf(name))(row)

  assert.deepEqual(
    ['a + b * c', '(a + b) * c', 'a - b - c', 'c / a / 2', '1.5 * b'].map(of),
    [14, 20, -5, 1, 4.5],
  )
  assert.deepEqual(namesIn(parseFormula('b * (a + b)')), ['b', 'a'])
})

test('what is no formula says where', () => {
  for (const text of ['a +', 'a b', 'a & b', '(a', 'a)', '2a', ''])
    assert.throws(() => parseFormula(text), Error, text)
})
