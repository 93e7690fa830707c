import { readKnowledge } from '#content/knowledge.ts'
import { readQuestions } from '#content/pack.ts'
import { collect } from '#evidence/collect.ts'
import { closeEvents, openEvents, readKept } from '#evidence/store.ts'
import type { Ingested } from '#ingest/ingested.ts'

/**
 * Asks every check and measure of the pack about a workspace, without writing the evidence pack; with the word kpis those that
 * compute a KPI of the library, and says how many have figures and of how many months.
 */
const [folder = '', which] = process.argv.slice(2)
const isKpi = ({ about }: { about: { aka: readonly string[] } }) =>
  which !== 'kpis' || about.aka.some((name) => name.startsWith('KPI-'))
const { checks, measures, ...rest } = readQuestions('content')
const opened = await openEvents(folder, { threads: 2 })
const ingested = readKept(folder, 'ingest.json') as Ingested
const { collected } = await collect(
  opened,
  {
    questions: { ...rest, checks: checks.filter(isKpi), measures: measures.filter(isKpi) },
    models: readKnowledge('content').models,
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
