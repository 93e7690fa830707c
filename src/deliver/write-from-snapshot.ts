import type { Brand } from '#base/brand.ts'
import type { Language } from '#base/language.ts'
import { openFinance } from '#content/finance.ts'
import { openGuides } from '#content/guides.ts'
import { openImprovement } from '#content/improvement.ts'
import { openLibrary } from '#content/library.ts'
import { openPlaybookText } from '#content/playbook.ts'
import { openSentences } from '#content/sentences.ts'
import { openStrategy } from '#content/strategy.ts'
import { makeDifferenceReport } from './difference-report.ts'
import { makeExecutiveSummary } from './executive-summary.ts'
import { makeGapReport } from './gap-report.ts'
import { printOscal } from './oscal.ts'
import { makePlaybook } from './playbook.ts'
import { makeGuideBook } from './process-guides.ts'
import { freezeProgramme, type Programme } from './programme-figures.ts'
import type { SnapshotDocument, SnapshotMatter, SnapshotName } from './snapshot-matter.ts'
import { makeStrategyDeck } from './strategy-deck.ts'
import { printDifferenceReport, printExecutiveSummary, printGapReport, printPlaybook } from './write.ts'
import { printDeck } from './write-deck.ts'
import { printGuideBook } from './write-guides.ts'
import { printCaseBook, printRoadmapBook } from './write-workbooks.ts'

/** A snapshot as a document is written from it: its name, and the parts that the document is made from. */
export type OpenSnapshot = Readonly<{ name: SnapshotName; matter: SnapshotMatter }>

/** What a document is a function of. since: the earlier snapshot, for what lies between the two. content: the folder of the templates. */
export type Origin = Readonly<{
  snapshot: OpenSnapshot
  since?: OpenSnapshot | undefined
  content: string
  language: Language
  brand: Brand | undefined
}>

/** Writes one document; the same origin is the same bytes, and nothing else is read. */
export function writeFromSnapshot(kind: SnapshotDocument, origin: Origin): Promise<Uint8Array> {
  return writers[kind](origin)
}

const writers: Readonly<Record<SnapshotDocument, (origin: Origin) => Promise<Uint8Array>>> = {
  'gap report': async (origin) => {
    const { catalogue } = openLibrary(origin.content)
    const { tickets, processes } = origin.snapshot.matter
    const evidence = evidenceOf(origin)
    if (!tickets) throw new Error('The snapshot holds evidence and not what was read.')
    return printGapReport(
      makeGapReport({
        ...coverOf(origin),
        ...processes,
        ingested: tickets,
        collected: evidence,
        assessment: origin.snapshot.matter.assessment,
        catalogue,
      }),
      origin.content,
    )
  },
  'process guidelines': async (origin) =>
    printGuideBook(
      makeGuideBook({
        ...coverOf(origin),
        collected: evidenceOf(origin),
        assessment: origin.snapshot.matter.assessment,
        catalogue: openLibrary(origin.content).catalogue,
        models: origin.snapshot.matter.processes.models,
        shelf: openGuides(origin.content),
      }),
    ),
  playbook: async (origin) => {
    const { matter } = origin.snapshot
    return printPlaybook(
      makePlaybook({
        ...coverOf(origin),
        ...matter.improvement,
        collected: matter.evidence,
        assessment: matter.assessment,
        catalogue: openLibrary(origin.content).catalogue,
        models: matter.processes.models,
        text: openPlaybookText(origin.content),
        duties: openImprovement(origin.content).duties,
        shelf: openGuides(origin.content),
      }),
      origin.content,
    )
  },
  'strategy framework': async (origin) => printDeck(makeStrategyDeck(programmeOf(origin))),
  'implementation roadmap': async (origin) => printRoadmapBook(programmeOf(origin)),
  'business case': async (origin) => printCaseBook(programmeOf(origin)),
  'executive summary': async (origin) =>
    printExecutiveSummary(makeExecutiveSummary(programmeOf(origin)), origin.content),
  oscal: async (origin) => {
    const { matter } = origin.snapshot
    return printOscal({
      ...coverOf(origin),
      collected: evidenceOf(origin),
      assessment: matter.assessment,
      remedies: matter.remedies,
      catalogue: openLibrary(origin.content).catalogue,
    })
  },
  'difference report': async (origin) => {
    if (!origin.since) throw new Error('A difference lies between two snapshots.')
    const [before, after] = [origin.since, origin.snapshot].map((one) => ({
      name: one.name,
      matter: one.matter,
      programme: programmeOf({ ...origin, snapshot: one }),
    }))
    if (!before || !after) throw new Error('A difference lies between two snapshots.')
    const words = openSentences(origin.content, 'difference-report', origin.language)
    return printDifferenceReport(
      makeDifferenceReport({ before, after, words, brand: origin.brand }),
      origin.content,
    )
  },
}

/** What every document says of itself. */
function coverOf({ snapshot, brand }: Origin) {
  const { organization, madeOn, version } = snapshot.matter.programme
  return { organization, madeOn, version, brand, snapshot: snapshot.name }
}

function evidenceOf({ snapshot }: Origin) {
  const { evidence } = snapshot.matter
  if (!evidence) throw new Error('The snapshot holds no evidence.')
  return evidence
}

type Frozen = Readonly<{ brand: Brand | undefined; content: string; programme: Programme }>

const computed = new WeakMap<SnapshotMatter, Frozen>()

/** The figures of a programme are computed once for all of its documents. */
function programmeOf({ snapshot, content, brand }: Origin): Programme {
  const { matter } = snapshot
  const known = computed.get(matter)
  if (known && known.brand === brand && known.content === content) return known.programme
  const { programme: told, evidence, assessment } = matter
  const programme = freezeProgramme(
    { ...told, brand, assessment, snapshot: snapshot.name, ...(evidence ? { collected: evidence } : {}) },
    {
      catalogue: openLibrary(content).catalogue,
      shelf: openGuides(content),
      strategy: openStrategy(content),
      model: openFinance(content),
    },
  )
  computed.set(matter, { brand, content, programme })
  return programme
}
