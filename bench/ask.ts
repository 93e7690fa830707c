import { readKnowledge } from '#content/knowledge.ts'
import { readQuestions } from '#content/pack.ts'
import { collect } from '#evidence/collect.ts'
import { closeEvents, openEvents, readKept } from '#evidence/store.ts'
import type { Ingested } from '#ingest/ingested.ts'

/** Asks every check and measure of the pack about a workspace, without writing the evidence pack. */
const folder = process.argv[2] ?? ''
const opened = await openEvents(folder, { threads: 2 })
const ingested = readKept(folder, 'ingest.json') as Ingested
await collect(
  opened,
  {
    questions: readQuestions('content'),
    models: readKnowledge('content').models,
    ingested,
    packVersion: 'bench',
  },
  () => {},
)
closeEvents(opened)
