import type { Actor } from '#access/actor.ts'
import { assess } from '#assessment/assess.ts'
import { currentBaseline } from '#assessment/baseline-store.ts'
import { asConfirmed } from '#assessment/kept-rating.ts'
import { latestKept } from '#assessment/kept-rating-store.ts'
import { latestStated } from '#assessment/statement-store.ts'
import { countDemanded } from '#content/standard.ts'
import type { Tx } from '#db/records.ts'
import { planRoadmap } from '#roadmap/plan-roadmap.ts'
import { writePlan } from '#roadmap/plan-store.ts'
import { proposeRemedies, tasksOf } from '#roadmap/remedy.ts'
import { decideAll, readDecisions } from '#roadmap/remedy-store.ts'
import { keepSchedule, setBaseline } from '#roadmap/schedule-store.ts'
import { packages } from '#roadmap/work-packages.ts'
import { dayAfter } from '#roadmap/working-days.ts'
import type { Listener, Story } from './told-story.ts'

/** Keeps what the story says is done about the gaps, plans it, and sets it as a baseline. */
export async function keepRoadmap(
  tx: Tx,
  { roadmap, programme }: Pick<Story, 'roadmap' | 'programme'>,
  people: ReadonlyMap<string, Actor>,
  { owner, catalogue, at }: Listener,
): Promise<void> {
  const today = at.toISOString().slice(0, 10)
  const known = new Set(catalogue.requirements.map(({ id }) => id))
  for (const [by, decided] of Map.groupBy(roadmap.remedies, (one) => one.by))
    await decideAll(
      tx,
      people.get(by) ?? owner,
      decided.map(({ requirement, state, reason }) => ({ requirement, state, reason })),
      { known, at },
    )
  const plan = {
    startOn: today,
    weekdays: [1, 2, 3, 4, 5],
    holidays: [],
    roles: roadmap.roles,
    dates: roadmap.dates.map(({ inDays, ...date }) => ({ ...date, on: dayAfter(today, inDays) })),
    links: [],
    tasks: roadmap.tasks,
  }
  const kept = await writePlan(tx, owner, plan, { version: 0, at })
  const baseline = await currentBaseline(tx)
  if (!baseline || roadmap.remedies.length === 0) return
  const { gaps } = assess({
    requirements: catalogue.requirements,
    results: [],
    statements: [...(await latestStated(tx, baseline.id)).values()].map(({ statement }) => statement),
    ratings: [...(await latestKept(tx, baseline.id)).values()].map(asConfirmed),
    programme,
    requiredDocuments: countDemanded(catalogue.documents),
    on: today,
  })
  const remedies = proposeRemedies(gaps, await readDecisions(tx))
  const tasks = tasksOf(remedies, catalogue.requirements, packages(catalogue))
  const schedule = planRoadmap({ tasks, plan: kept.plan ?? plan, today })
  await keepSchedule(tx, owner, schedule, { after: undefined, planVersion: kept.version, at })
  await setBaseline(tx, owner, { name: roadmap.baseline, at })
}
