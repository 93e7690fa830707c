import type { Brand } from '#base/brand.ts'
import type { Language } from '#base/language.ts'
import { openAwareness } from '#content/awareness.ts'
import { openFinance } from '#content/finance.ts'
import { openForms } from '#content/forms.ts'
import { openGuides } from '#content/guides.ts'
import { openImprovement } from '#content/improvement.ts'
import { openKnowledge } from '#content/knowledge.ts'
import { openLibrary } from '#content/library.ts'
import { demandCourse, openPeopleSide } from '#content/people-side.ts'
import { openPlaybookText } from '#content/playbook.ts'
import { openSentences, say } from '#content/sentences.ts'
import { openStrategy } from '#content/strategy.ts'
import { demandAudience, makeAwarenessDeck } from './awareness-deck.ts'
import { makeDifferenceReport } from './difference-report.ts'
import type { Chosen } from './document-key.ts'
import { makeExecutiveSummary } from './executive-summary.ts'
import { type FormPage, formTitles, makeForms } from './forms.ts'
import { makeGapReport } from './gap-report.ts'
import { printOscal } from './oscal.ts'
import { makePlaybook } from './playbook.ts'
import { type GuideInput, makeGuideBook } from './process-guides.ts'
import { processWords } from './process-words.ts'
import { freezeProgramme, type Programme } from './programme-figures.ts'
import { openPlaybookSpeech, openProgrammeSpeech } from './programme-speech.ts'
import type { DrawnDocument, SnapshotMatter, SnapshotName } from './snapshot-matter.ts'
import { openSpeech, type Speech } from './speech.ts'
import { makeStrategyDeck } from './strategy-deck.ts'
import { inTongue, titledCatalogue, titledOrigin, titledShelf } from './titled-origin.ts'
import { printDifferenceReport, printExecutiveSummary, printGapReport, printPlaybook } from './write.ts'
import { printDeck } from './write-deck.ts'
import { printForms } from './write-forms.ts'
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
  chosen?: Chosen | undefined
}>

/** Writes one document; the same origin is the same bytes, and nothing else is read. */
export function writeFromSnapshot(kind: DrawnDocument, origin: Origin): Promise<Uint8Array> {
  // What other programs read speaks English.
  return writers[kind](kind === 'oscal' ? origin : titledOrigin(origin, kind === 'gap report'))
}

const writers: Readonly<Record<DrawnDocument, (origin: Origin) => Promise<Uint8Array>>> = {
  'gap report': async (origin) => {
    const { tickets, processes } = origin.snapshot.matter
    const evidence = evidenceOf(origin)
    if (!tickets) throw new Error('The snapshot holds evidence and not what was read.')
    return printGapReport(
      makeGapReport({
        ...coverOf(origin),
        speech: speechOf(origin, 'gap-analysis'),
        ...processes,
        ingested: tickets,
        collected: evidence,
        assessment: origin.snapshot.matter.assessment,
        catalogue: titledCatalogue(origin),
      }),
      origin.content,
    )
  },
  'process guidelines': async (origin) => printGuideBook(makeGuideBook(guidesOf(origin))),
  playbook: async (origin) => {
    const { matter } = origin.snapshot
    return printPlaybook(
      makePlaybook({
        ...coverOf(origin),
        speech: openPlaybookSpeech(origin.content, origin.language),
        ...matter.improvement,
        collected: matter.evidence,
        assessment: matter.assessment,
        catalogue: titledCatalogue(origin),
        models: matter.processes.models,
        text: openPlaybookText(origin.content),
        duties: openImprovement(origin.content).duties,
        shelf: titledShelf(origin),
      }),
      origin.content,
    )
  },
  'strategy framework': async (origin) =>
    printDeck(makeStrategyDeck(programmeOf(origin, 'strategy-framework'))),
  'implementation roadmap': async (origin) => printRoadmapBook(programmeOf(origin, 'implementation-roadmap')),
  'business case': async (origin) => printCaseBook(programmeOf(origin, 'business-case')),
  'executive summary': async (origin) =>
    printExecutiveSummary(makeExecutiveSummary(programmeOf(origin, 'executive-summary')), origin.content),
  'awareness deck': async (origin) => {
    const { content, language, chosen } = origin
    const plan = openAwareness(content)
    const deck = makeAwarenessDeck(programmeOf(origin, 'awareness'), {
      plan,
      course: demandCourse(openPeopleSide(content), plan.course),
      sentences: openSentences(content, 'awareness', language),
      roles: demandAudience(plan, chosen?.roles ?? []),
    })
    return printDeck(deck)
  },
  forms: async (origin) => printForms(formsOf(origin)),
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
      programme: programmeOf({ ...origin, snapshot: one }, 'every'),
    }))
    if (!before || !after) throw new Error('A difference lies between two snapshots.')
    const words = openSentences(origin.content, 'difference-report', origin.language)
    return printDifferenceReport(
      makeDifferenceReport({ before, after, words, brand: origin.brand }),
      origin.content,
    )
  },
}

/** The forms to fill in. */
export function formsOf(origin: Origin): readonly FormPage[] {
  const { content, language } = origin
  const { guides } = openGuides(content)
  const sentences = openSentences(content, 'forms', language)
  return makeForms(openForms(content), coverOf(origin), { sentences, guides })
}

/** What the process guidelines are made from; one guide of them where somebody chose it. */
export function guidesOf(asked: Origin): GuideInput {
  const origin = titledOrigin(asked, false)
  const { content, language, chosen, snapshot } = origin
  const shelf = titledShelf(origin)
  const guides = shelf.guides.filter(({ id }) => chosen?.guide === undefined || id === chosen.guide)
  return {
    ...coverOf(origin),
    speech: openSpeech(content, 'every', language, [processWords]),
    collected: evidenceOf(origin),
    assessment: snapshot.matter.assessment,
    catalogue: titledCatalogue(origin),
    models: snapshot.matter.processes.models,
    reference: openKnowledge(content).models,
    forms: formTitles(openForms(content), openSentences(content, 'forms', language)),
    sentences: openSentences(content, 'process-guides', language),
    shelf: { ...shelf, guides },
  }
}

/** What every document says of itself. */
function coverOf(origin: Origin) {
  const { snapshot, brand } = origin
  const { madeOn, version } = snapshot.matter.programme
  return { organization: organizationOf(origin), madeOn, version, brand, snapshot: snapshot.name }
}

/** Whose the documents are; an organization that nobody has named is called so in the language of the document. */
function organizationOf({ snapshot, content, language }: Origin): string {
  const { organization } = snapshot.matter.programme
  return organization || say(openSentences(content, 'every', language), 'organization.unnamed')
}

function evidenceOf({ snapshot }: Origin) {
  const { evidence } = snapshot.matter
  if (!evidence) throw new Error('The snapshot holds no evidence.')
  return evidence
}

/** How a document of a snapshot speaks. */
function speechOf({ content, language }: Origin, document: string): Speech {
  return openSpeech(content, document, language)
}

type Frozen = Readonly<{ origin: Origin; document: string; programme: Programme }>

const computed = new WeakMap<SnapshotMatter, Frozen>()

/** The figures of a programme are computed once for those of its documents that say them in the same way. */
function programmeOf(origin: Origin, document: string): Programme {
  const { snapshot, content, brand, language } = origin
  const { matter } = snapshot
  const known = computed.get(matter)
  const isSame =
    known?.document === document &&
    known.origin.brand === brand &&
    known.origin.content === content &&
    known.origin.language === language
  if (known && isSame) return known.programme
  const { evidence, assessment } = matter
  const told = { ...matter.programme, organization: organizationOf(origin) }
  const programme = freezeProgramme(
    { ...told, brand, assessment, snapshot: snapshot.name, ...(evidence ? { collected: evidence } : {}) },
    {
      catalogue: titledCatalogue(origin),
      shelf: titledShelf(origin),
      strategy: openStrategy(content),
      model: openFinance(content),
    },
    openProgrammeSpeech(content, document, language),
    (thing) => inTongue(thing, origin),
  )
  computed.set(matter, { origin, document, programme })
  return programme
}
