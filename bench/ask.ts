import { readKnowledge } from '#content/knowledge.ts'
import { type NamedFact, type Questions, readQuestions } from '#content/pack.ts'
import { collect } from '#evidence/collect.ts'
import { closeEvents, openEvents, readKept } from '#evidence/store.ts'
import type { Ingested } from '#ingest/ingested.ts'

/**
 * Asks every check and measure of the pack about a workspace, without writing the evidence pack; with the word kpis those that
 * compute a KPI of the library, with the facts that these read, and says how many have figures and of how many months.
 */
const [folder = '', which] = process.argv.slice(2)
const every = readQuestions('content')
const isKpi = ({ about }: { about: { aka: readonly string[] } }) =>
  about.aka.some((name) => name.startsWith('KPI-'))
const questions = which === 'kpis' ? ofKpis(every) : every
const opened = await openEvents(folder, { threads: 2 })
const ingested = readKept(folder, 'ingest.json') as Ingested
const { collected } = await collect(
  opened,
  {
    questions,
    models: which === 'kpis' ? [] : readKnowledge('content').models,
    ingested,
    packVersion: 'bench',
  },
  () => {},
)
closeEvents(opened)
const series = [
  ...collected.measures.map(({ points }) => points.map(({ period }) => period)),
  ...collected.results
    .filter(({ population }) => population > 0)
    .map(({ months = [] }) => months.map(({ period }) => period)),
]
const found = series.filter((months) => months.length > 0)
console.log(JSON.stringify({ figures: found.length, months: new Set(found.flat()).size }))

function ofKpis(all: Questions): Questions {
  const [checks, measures] = [all.checks.filter(isKpi), all.measures.filter(isKpi)]
  const read = [...checks, ...measures].map(({ sql, about: { needs } }) => `${sql} ${needs.join(' ')}`)
  return { ...all, checks, measures, facts: factsIn(all.facts, read) }
}

/** The facts that are named in texts, and those that these name. A fact names only facts before it. */
function factsIn(facts: readonly NamedFact[], texts: readonly string[]): readonly NamedFact[] {
  const wanted = [...texts]
  const found = facts.toReversed().filter(({ name, sql }) => {
    const isNamed = wanted.some((text) => new RegExp(`\\b${name}\\b`).test(text))
    if (isNamed) wanted.push(sql)
    return isNamed
  })
  return found.toReversed()
}
