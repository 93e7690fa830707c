import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { describe } from '#base/problem.ts'
import { readAwareness } from '#content/awareness.ts'
import { readFinance } from '#content/finance.ts'
import { readForms } from '#content/forms.ts'
import { readGlossary } from '#content/glossary.ts'
import { readGuides } from '#content/guides.ts'
import { readQuestions } from '#content/pack.ts'
import { readPeopleSide } from '#content/people-side.ts'
import { readRegisterWords } from '#content/register-words.ts'
import { sentenceProblems } from '#content/sentences.ts'
import { createCanonical } from '#content/table.ts'
import { englishTitles, readTitles } from '#content/titles.ts'
import { emptyDuck, emptyPostgres } from '#db/engines.ts'
import { templateProblems } from '#documented/template.ts'
import { prepareCanonical, prepareFacts, tryCases } from '#evidence/try-cases.ts'
import { phraseKeys } from '#registers/phrases.ts'
import { renewLock } from './lock.ts'

/**
 * npm run content [-- --only incident]: validates the pack and runs every case on both engines; when all is green,
 * content/lock.yaml is written anew (--no-lock leaves it).
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    engine: { type: 'string' },
    lock: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const pack = readQuestions('content')
const problems = [
  ...pack.problems,
  ...readFinance('content').problems,
  ...readAwareness('content').problems,
  ...readForms('content').problems,
  ...readGlossary('content').problems,
  ...readGuides('content').problems,
  ...readPeopleSide('content').problems,
  ...readRegisterWords('content', phraseKeys()).problems,
  ...sentenceProblems('content'),
  ...templateProblems('content'),
  ...(pack.problems.length > 0 ? [] : readTitles('content', englishTitles('content')).problems),
]
for (const problem of problems) console.log(describe(problem))

const facts = pack.facts.flatMap((fact) =>
  fact.cases ? [{ id: `fact ${fact.name}`, sql: fact.sql, cases: fact.cases, parameters: {} }] : [],
)
const questions = [...pack.checks, ...pack.measures].map(({ id, sql, cases, about }) => ({
  id,
  sql,
  cases,
  parameters: about.parameters,
}))
const chosen = [...facts, ...questions].filter(({ id }) => !values.only || id.includes(values.only))

let differences = 0
for (const open of [emptyDuck, () => emptyPostgres(mkdtempSync(join(tmpdir(), 'clausewise-')))]) {
  if (values.engine && !open.toString().toLowerCase().includes(values.engine)) continue
  const engine = await open()
  await prepareCanonical(engine, createCanonical(pack.tables))
  await prepareFacts(engine, pack.facts)
  for (const question of chosen) {
    for (const difference of await tryCases(engine, question)) {
      differences++
      console.log(
        `\n${difference.id} on ${difference.engine}: ${difference.case}\n  expected\n${difference.expected}\n  got\n${difference.got}`,
      )
    }
  }
  await engine.close()
}
const cases = chosen.reduce((sum, { cases }) => sum + Object.keys(cases.cases).length, 0)
console.log(
  `${chosen.length} questions, ${cases} cases on each engine, ${differences} differences, ${problems.length} problems`,
)
process.exitCode = differences + problems.length > 0 ? 1 : 0
const isWhole = values.only === undefined && values.engine === undefined
if (values.lock && isWhole && process.exitCode === 0) {
  const { isWritten, said } = renewLock('content')
  console.log(said)
  if (!isWritten) process.exitCode = 1
}
