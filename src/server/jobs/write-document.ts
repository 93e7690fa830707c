import { readFileSync } from 'node:fs'
import { openFinance } from '#content/finance.ts'
import { openGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import { openPlaybookText } from '#content/playbook.ts'
import { openStrategy } from '#content/strategy.ts'
import { makeExecutiveSummary } from '#deliver/executive-summary.ts'
import { makeGapReport } from '#deliver/gap-report.ts'
import { type OpenDataInput, printOpenData } from '#deliver/open-data.ts'
import { printOscal } from '#deliver/oscal.ts'
import { makePlaybook } from '#deliver/playbook.ts'
import { makeGuideBook } from '#deliver/process-guides.ts'
import { freezeProgramme, type Programme } from '#deliver/programme-figures.ts'
import type { ProgrammeMatter } from '#deliver/programme-matter.ts'
import { type IssuedReport, makeServiceReport } from '#deliver/service-report.ts'
import { makeStrategyDeck } from '#deliver/strategy-deck.ts'
import { printExecutiveSummary, printGapReport, printPlaybook, printServiceReport } from '#deliver/write.ts'
import { printDeck } from '#deliver/write-deck.ts'
import { printGuideBook } from '#deliver/write-guides.ts'
import { printCaseBook, printRoadmapBook } from '#deliver/write-workbooks.ts'
import { servicesOf } from '#evidence/services-store.ts'
import { knowledgeOf } from './knowledge-of.ts'
import type { OscalMatter, PlaybookMatter, ReportMatter, WriteTask } from './task.ts'

/** Makes the bytes of a document from what the server has written down for it. */
export async function writeDocument(task: WriteTask): Promise<Uint8Array> {
  return writers[task.kind](task)
}

const writers: Readonly<Record<WriteTask['kind'], (task: WriteTask) => Promise<Uint8Array>>> = {
  'gap report': gapReport,
  'process guidelines': processGuidelines,
  playbook,
  'service report': async (task) =>
    printServiceReport(makeServiceReport(matterOf<IssuedReport>(task)), task.content),
  'strategy framework': async (task) => printDeck(makeStrategyDeck(programmeOf(task))),
  oscal,
  'open data': async (task) => printOpenData(matterOf<OpenDataInput>(task)),
  'implementation roadmap': async (task) => printRoadmapBook(programmeOf(task)),
  'business case': async (task) => printCaseBook(programmeOf(task)),
  'executive summary': async (task) =>
    printExecutiveSummary(makeExecutiveSummary(programmeOf(task)), task.content),
}

async function gapReport(task: WriteTask): Promise<Uint8Array> {
  const { folder, content } = task
  const services = await servicesOf(folder)
  const { catalogue } = openLibrary(content)
  return printGapReport(makeGapReport({ ...matterOf<ReportMatter>(task), services, catalogue }), content)
}

function processGuidelines(task: WriteTask): Promise<Uint8Array> {
  const { catalogue } = openLibrary(task.content)
  const { models } = knowledgeOf(task)
  const shelf = openGuides(task.content)
  return printGuideBook(makeGuideBook({ ...matterOf<ReportMatter>(task), catalogue, models, shelf }))
}

async function playbook(task: WriteTask): Promise<Uint8Array> {
  const { content } = task
  const { catalogue } = openLibrary(content)
  const { models } = knowledgeOf(task)
  const text = openPlaybookText(content)
  const matter = matterOf<PlaybookMatter>(task)
  return printPlaybook(
    makePlaybook({ ...matter, catalogue, models, text, shelf: openGuides(content) }),
    content,
  )
}

/** The figures of a programme are computed once for whichever of its documents is made. */
function programmeOf(task: WriteTask): Programme {
  const { content } = task
  return freezeProgramme(matterOf<ProgrammeMatter>(task), {
    catalogue: openLibrary(content).catalogue,
    shelf: openGuides(content),
    strategy: openStrategy(content),
    model: openFinance(content),
  })
}

async function oscal(task: WriteTask): Promise<Uint8Array> {
  return printOscal({ ...matterOf<OscalMatter>(task), catalogue: openLibrary(task.content).catalogue })
}

function matterOf<T>({ input }: WriteTask): T {
  return JSON.parse(readFileSync(input, 'utf8')) as T // written by the server for this kind
}
