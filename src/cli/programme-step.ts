import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { openAwareness } from '#content/awareness.ts'
import { openFinance } from '#content/finance.ts'
import { openGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import { demandCourse, openPeopleSide } from '#content/people-side.ts'
import { openSentences } from '#content/sentences.ts'
import { openStrategy } from '#content/strategy.ts'
import { demandAudience, makeAwarenessDeck } from '#deliver/awareness-deck.ts'
import { makeExecutiveSummary } from '#deliver/executive-summary.ts'
import { freezeProgramme } from '#deliver/programme-figures.ts'
import type { RoadmapMatter } from '#deliver/programme-matter.ts'
import { makeStrategyDeck } from '#deliver/strategy-deck.ts'
import { printExecutiveSummary } from '#deliver/write.ts'
import { printDeck } from '#deliver/write-deck.ts'
import { printRoadmapBook } from '#deliver/write-workbooks.ts'
import { Plan } from '#roadmap/plan.ts'
import { RoadmapSchedule } from '#roadmap/roadmap-schedule.ts'
import { content } from './folders.ts'
import type { Progress } from './progress.ts'
import type { Assessed, Options } from './steps.ts'

/**
 * Writes the documents of the programme from what a workspace holds: the assessment, and the roadmap where it was planned.
 * Goals, money, risks and training are kept in the application, and the documents say that they are not here.
 */
export async function programmeStep(
  { assessment, collected, programme }: Assessed,
  options: Options & { organization?: string; awarenessFor?: string },
  progress: Progress,
): Promise<Readonly<Record<string, string>>> {
  progress.tell('Writing the documents of the programme')
  const roadmap = roadmapIn(options.out)
  const frozen = freezeProgramme(
    {
      organization: options.organization ?? programme.organization ?? 'Organization not named',
      madeOn: options.on ?? collected.dataUntil.slice(0, 10),
      version: collected.packVersion,
      collected,
      assessment,
      ...(roadmap ? { roadmap } : {}),
    },
    {
      catalogue: openLibrary(content).catalogue,
      shelf: openGuides(content),
      strategy: openStrategy(content),
      model: openFinance(content),
    },
  )
  const made: readonly (readonly [string, string, Uint8Array])[] = [
    ['strategy', 'strategy-framework.pptx', await printDeck(makeStrategyDeck(frozen))],
    ['awareness', 'awareness-deck.pptx', await printDeck(makeAwarenessDeck(frozen, awarenessOf(options)))],
    ['summary', 'executive-summary.pdf', printExecutiveSummary(makeExecutiveSummary(frozen), content)],
    ...(roadmap ? [['roadmap', 'implementation-roadmap.xlsx', await printRoadmapBook(frozen)] as const] : []),
  ]
  const paths = made.map(([name, file, bytes]) => {
    const path = resolve(options.out, file)
    writeFileSync(`${path}.new`, bytes)
    renameSync(`${path}.new`, path)
    return [name, path] as const
  })
  return Object.fromEntries(paths)
}

/** What the awareness deck says, and for whom. */
function awarenessOf({ awarenessFor = '' }: { awarenessFor?: string }) {
  const plan = openAwareness(content)
  const roles = awarenessFor.split(',').map((role) => role.trim())
  return {
    plan,
    course: demandCourse(openPeopleSide(content), plan.course),
    sentences: openSentences(content, 'awareness', 'en'),
    roles: demandAudience(
      plan,
      roles.filter((role) => role !== ''),
    ),
  }
}

/** The roadmap that "clausewise plan" left; undefined where nothing was planned. */
function roadmapIn(folder: string): RoadmapMatter | undefined {
  const [schedule, plan] = [join(folder, 'roadmap.json'), join(folder, 'roadmap.yaml')]
  if (!existsSync(schedule) || !existsSync(plan)) return undefined
  return {
    schedule: RoadmapSchedule.parse(JSON.parse(readFileSync(schedule, 'utf8'))),
    plan: Plan.parse(parse(readFileSync(plan, 'utf8'))),
    isStale: false,
  }
}
