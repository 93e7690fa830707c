import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Course } from './course.ts'
import { Instrument } from './instrument.ts'
import { openLibrary } from './library.ts'
import { readPeopleSide } from './people-side.ts'
import { parseYaml, readText } from './read.ts'

const content = fileURLToPath(new URL('../../content', import.meta.url))
const { instruments, courses, problems } = readPeopleSide(content)
const { catalogue, questions } = openLibrary(content)

test('surveys and courses are read without a problem', () => {
  assert.deepEqual(problems, [])
  assert.deepEqual(
    instruments.map(({ id }) => id),
    ['culture', 'pulse', 'readiness'],
  )
  assert.deepEqual(
    courses.map(({ id }) => id),
    ['awareness', 'change', 'incident', 'internal-auditor', 'problem', 'release', 'request'],
  )
})

test('the culture survey has seven dimensions of four, the readiness survey five of two', () => {
  const sizes = (id: string) =>
    instruments.find((one) => one.id === id)?.dimensions.map(({ items }) => items.length)

  assert.deepEqual(sizes('culture'), [4, 4, 4, 4, 4, 4, 4])
  assert.deepEqual(sizes('readiness'), [2, 2, 2, 2, 2])
})

test('clauses and checks that courses name are in the pack', () => {
  const clauses = new Set(catalogue.clauses.map(({ id }) => id))
  const checks = new Set(questions.checks.map(({ id }) => id))
  const strange = courses.flatMap(({ id, clauses: own, pool, errors }) => [
    ...[...own, ...pool.map(({ clause }) => clause)]
      .filter((clause) => !clauses.has(clause))
      .map((one) => `${id} ${one}`),
    ...errors.filter((check) => !checks.has(check)).map((check) => `${id} ${check}`),
  ])

  assert.deepEqual(strange, [])
})

test('a wrong course is told with file and line', () => {
  const text = readText(`${content}/courses/request.yaml`).replace('draw: 8', 'draw: 80')
  const { problems: found } = parseYaml(text, Course, 'request.yaml')

  assert.equal(found.length, 1)
  assert.match(found[0]?.message ?? '', /has 10 questions and 80 are drawn/)
  assert.ok((found[0]?.where?.line ?? 0) > 40)
})

test('a survey that would show groups too small is refused', () => {
  const text = readText(`${content}/surveys/culture.yaml`).replace('smallest_group: 8', 'smallest_group: 4')
  const { problems: found } = parseYaml(text, Instrument, 'culture.yaml')

  assert.match(found[0]?.message ?? '', /a culture survey needs groups of 8 or more/)
  assert.ok((found[0]?.where?.line ?? 0) > 5)
})

test('every course is called something in German, French and Italian, and so is each of its lessons', () => {
  for (const { id, title, words, lessons } of courses)
    for (const language of ['de', 'fr', 'it'] as const) {
      const said = words[language]
      assert.ok(said, `${id} in ${language}`)
      assert.equal(said.lessons.length, lessons.length)
      assert.notEqual(said.title, title)
    }
})

test('words of a course that there is not, or of too few lessons, are named with file and line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-words-'))
  cpSync(join(content, 'courses/change.yaml'), join(folder, 'courses/change.yaml'))
  mkdirSync(join(folder, 'course-words'))
  const strange = ['change:', '  title: Wandel', '  says: Kurz', '  lessons: [Eins]', 'nothing:']
  writeFileSync(
    join(folder, 'course-words/de.yaml'),
    [...strange, '  title: Nichts', '  says: Nichts', '  lessons: [Eins]'].join('\n'),
  )

  const told = readPeopleSide(folder).problems.map(({ message, where }) => `${where.line}: ${message}`)

  assert.ok(
    told.some((one) => /has 1 titles, and the course has 3 lessons/.test(one)),
    told.join('\n'),
  )
  assert.ok(
    told.some((one) => /There is no course nothing/.test(one)),
    told.join('\n'),
  )
  rmSync(folder, { recursive: true })
})
