import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { stringify } from 'yaml'
import { z } from 'zod'
import type { Language } from '#base/language.ts'
import { describe } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { parseYaml } from '#content/read.ts'
import { RequirementId } from '#content/requirement.ts'
import { openProgrammeSpeech } from '#deliver/programme-speech.ts'
import { printRoadmapFile } from '#deliver/write-workbooks.ts'
import { keep } from '#evidence/store.ts'
import { assumedPlan, Plan } from '#roadmap/plan.ts'
import { planRoadmap } from '#roadmap/plan-roadmap.ts'
import { proposeRemedies, type Task, tasksOf, undecided } from '#roadmap/remedy.ts'
import type { RoadmapFormat } from '#roadmap/roadmap-file.ts'
import type { RoadmapSchedule } from '#roadmap/roadmap-schedule.ts'
import { roadmapBook } from '#roadmap/task-table.ts'
import { packages } from '#roadmap/work-packages.ts'
import { withFolder, withLanguage, withStatements } from './command-options.ts'
import { content } from './folders.ts'
import { print } from './print.ts'
import { showProgress } from './progress.ts'
import { type Assessed, assessStep, type Options } from './steps.ts'
import { writeOnce } from './write-once.ts'

/** roadmap.yaml: the plan, and the remedies that are not worked on, with the reason. */
const PlanFile = Plan.extend({
  left_out: z.array(z.object({ requirement: RequirementId, reason: z.string().min(1) })).default([]),
})

type PlanOptions = Options & { json?: boolean; language?: Language }

const formats: readonly RoadmapFormat[] = ['xlsx', 'csv', 'ics', 'xml']

/** clausewise plan: gives the remedies of all gaps their dates, with roles and dates of roadmap.yaml. */
export function addPlan(program: Command): void {
  const command = program
    .command('plan')
    .description('Plan the remedies of the gaps, with the roles and dates of roadmap.yaml')
  withLanguage(withStatements(withFolder(command))).action(async (options: PlanOptions) => {
    const progress = showProgress(options.json ?? false)
    try {
      const assessed = await assessStep(options, progress)
      progress.tell('Planning')
      const today = options.on ?? new Date().toISOString().slice(0, 10)
      const path = join(options.out, 'roadmap.yaml')
      const { plan, tasks } = read(path, assessed, today)
      const schedule = planRoadmap({ tasks, plan, today })
      keep(options.out, 'roadmap.json', schedule)
      const speech = openProgrammeSpeech(content, roadmapBook, options.language ?? 'en')
      const name = assessed.programme.organization ?? speech.say('organization.unnamed')
      const plannedAt = `${today}T00:00:00Z`
      const matter = { schedule, plan, organization: 'workspace', name, plannedAt }
      for (const format of formats) {
        const file = join(options.out, `roadmap.${format}`)
        writeFileSync(`${file}.new`, await printRoadmapFile(format, matter, speech))
        renameSync(`${file}.new`, file)
      }
      progress.end()
      print(schedule, linesOf(schedule, path), options.json)
    } finally {
      progress.end()
    }
  })
}

function read(path: string, assessed: Assessed, today: string): { plan: Plan; tasks: readonly Task[] } {
  const { assessment, catalogue } = assessed
  const roles = assessment.gaps.map(({ role }) => role)
  if (!existsSync(path)) writeOnce(path, stringify({ ...assumedPlan(roles, today), left_out: [] }))
  const { value, problems } = parseYaml(readFileSync(path, 'utf8'), PlanFile, path)
  if (!value) throw new Refusal('invalid', problems.map((problem) => describe(problem)).join('\n'))
  const { left_out: leftOut, ...plan } = value
  const out = new Map(leftOut.map(({ requirement, reason }) => [requirement, reason]))
  const decisions = new Map(
    assessment.gaps.map(({ requirement: id }) => {
      const reason = out.get(id)
      const state = reason === undefined ? ('accepted' as const) : ('declined' as const)
      return [id, { ...undecided, state, reason: reason ?? '' }]
    }),
  )
  const remedies = proposeRemedies(assessment.gaps, decisions)
  return { plan, tasks: tasksOf(remedies, catalogue.requirements, packages(catalogue)) }
}

function linesOf(schedule: RoadmapSchedule, path: string): readonly string[] {
  const { tasks, personDays, start, finish, bound, isProved, risk } = schedule
  return [
    `${tasks.length} tasks, ${personDays} person-days, from ${start} to ${finish}`,
    isProved
      ? 'No shorter plan exists with these roles (proved).'
      : `No plan can finish before ${bound} (proved).`,
    `Half of ${risk.runs} simulated courses are finished by ${risk.p50}, four fifths by ${risk.p80}.`,
    ...risk.dates.map(
      ({ title, on, probability }) =>
        `${title} on ${on} is kept in ${Math.round(100 * probability)} % of them.`,
    ),
    '',
    `Roles, dates and what is left out: ${path}`,
    `Files: ${formats.map((format) => `roadmap.${format}`).join(', ')}`,
  ]
}
