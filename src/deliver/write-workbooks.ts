import { Refusal } from '#base/refusal.ts'
import { caseWorkbook } from '#finance/case-workbook.ts'
import type { DayRates, FileMatter } from '#roadmap/file-matter.ts'
import { type RoadmapFormat, roadmapFile } from '#roadmap/roadmap-file.ts'
import { taskWorkbook } from '#roadmap/task-workbook.ts'

import { brandWorkbook } from './brand-workbook.ts'
import { saySnapshot } from './figures/snapshot-name.ts'
import type { Programme } from './programme-figures.ts'
import { caseSheets, nameSheets, roadmapSheets, sheetNames } from './sheet-names.ts'
import type { Speech } from './speech.ts'

/** The assumptions of the pack that say what a day costs. */
const dayRates = { internal: 'internal_day_rate', external: 'consultancy_day_rate' } as const

/** The roadmap as a workbook, with the day rates of the business case; the same programme is the same bytes. */
export async function printRoadmapBook(programme: Programme): Promise<Uint8Array> {
  const { roadmap, organization, madeOn } = programme.matter
  if (!roadmap)
    throw new Refusal(
      'not-found',
      'There is no roadmap yet. Accept remedies on the page Roadmap, say who has time, and plan it first.',
    )
  const rates = ratesOf(programme)
  const book = await taskWorkbook({
    schedule: roadmap.schedule,
    plan: roadmap.plan,
    organization,
    name: organization,
    plannedAt: `${madeOn}T00:00:00Z`,
    words: programme.speech.sentences,
    ...madeFromOf(programme),
    ...(rates ? { rates } : {}),
  })
  return dressed(nameSheets(book, sheetNames(programme.speech, roadmapSheets)), programme)
}

/** A roadmap in one of the forms it goes out in; the workbook with sheets, heads and days of the language, and what of it is English. */
export async function printRoadmapFile(
  format: RoadmapFormat,
  matter: Omit<FileMatter, 'words' | 'madeFrom'>,
  speech: Speech,
): Promise<Uint8Array> {
  const madeFrom = speech.notes.join('. ')
  const about = { ...matter, words: speech.sentences, ...(madeFrom === '' ? {} : { madeFrom }) }
  const file = await roadmapFile(format, about)
  return format === 'xlsx' ? nameSheets(file, sheetNames(speech, roadmapSheets)) : file
}

/** The business case as a workbook with live formulas; the same programme is the same bytes. */
export async function printCaseBook(programme: Programme): Promise<Uint8Array> {
  const { businessCase, matter, pack, speech } = programme
  if (!businessCase)
    throw new Refusal(
      'not-found',
      matter.businessCase
        ? 'The business case lacks values that its lines need. Its page names them.'
        : 'There is no business case yet. Set it up on the page Business case first.',
    )
  const { organization, madeOn } = matter
  const book = await caseWorkbook({
    ...businessCase,
    organization,
    madeOn,
    ...madeFromOf(programme),
    words: speech.sentences,
    model: pack.model,
  })
  return dressed(nameSheets(book, sheetNames(speech, caseSheets)), programme)
}

/** A workbook in the look of the organization, with its day and logo said in the language. */
function dressed(book: Uint8Array, { matter, speech }: Programme): Uint8Array {
  const { organization, madeOn, brand } = matter
  return brandWorkbook(book, {
    organization,
    madeOn: speech.day(madeOn),
    logoSays: speech.say('logo', { organization }),
    brand,
  })
}

/** What a workbook says it was made from, and what of it is English. */
function madeFromOf({ matter: { snapshot }, speech }: Programme): { madeFrom?: string } {
  const said = [...(snapshot ? [saySnapshot(snapshot, speech)] : []), ...speech.notes]
  return said.length === 0 ? {} : { madeFrom: said.join('. ') }
}

function ratesOf({ businessCase }: Programme): DayRates | undefined {
  if (!businessCase) return undefined
  const { assumptions } = businessCase.kept
  const [internal, external] = [dayRates.internal, dayRates.external].map(
    (id) => assumptions.get(id)?.range.base,
  )
  return {
    currency: businessCase.currency,
    ...(internal === undefined ? {} : { internal }),
    ...(external === undefined ? {} : { external }),
  }
}
