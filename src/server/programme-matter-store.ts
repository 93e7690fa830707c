import { chosenBrand } from '#access/brand-store.ts'
import { namesByEmail } from '#access/member-store.ts'
import { readTrainingOutlook } from '#adoption/training-outlook-store.ts'
import { readWorkforce } from '#adoption/workforce-store.ts'
import { openState } from '#assessment/state-store.ts'
import { openFinance } from '#content/finance.ts'
import { openLibrary } from '#content/library.ts'
import { openPeopleSide } from '#content/people-side.ts'
import { openStrategy } from '#content/strategy.ts'
import { caseAsLists, type ProgrammeMatter, type RiskLine } from '#deliver/programme-matter.ts'
import { packVersionOf } from '#evidence/collect-folder.ts'
import { readCase } from '#finance/case-store.ts'
import type { Record } from '#registers/record.ts'
import { readPlan } from '#roadmap/plan-store.ts'
import { openRoadmap } from '#roadmap/roadmap-store.ts'
import { latestDecision } from '#strategy/decision-store.ts'
import { readPhases } from '#strategy/phase-page-store.ts'
import { figuresOf, readStanding } from '#strategy/programme-facts-store.ts'
import { readStrategyPage } from '#strategy/strategy-page-store.ts'
import { openStanding } from './standing-store.ts'
import { wantedOf } from './wanted.ts'
import type { Tx, Workshop } from './workshop.ts'

/** Reads everything that the documents of a programme are made from, in one transaction. */
export async function readProgrammeMatter(
  tx: Tx,
  shop: Pick<Workshop, 'content' | 'now'>,
  organization: string,
): Promise<ProgrammeMatter> {
  const { content } = shop
  const library = openLibrary(content)
  const wanted = wantedOf(shop, organization)
  const [model, side, strategy] = [openFinance(content), openPeopleSide(content), openStrategy(content)]
  const reading = { ...wanted, library, model, side }
  const madeOn = wanted.now.toISOString().slice(0, 10)
  const standing = await readStanding(tx, reading)
  const { organization: named } = await openState(tx, library, wanted)
  const { state } = standing
  const latest = await openStanding(tx, reading)
  const kept = await readCase(tx)
  const signed = await latestDecision(tx)
  const page = await readStrategyPage(tx, { library, content: strategy, on: madeOn, organization })
  const people = await readWorkforce(tx, organization)
  const names = await namesByEmail(tx, organization)
  return {
    organization: named.name,
    madeOn,
    version: latest?.packVersion ?? packVersionOf(content),
    brand: await chosenBrand(tx),
    ...(latest ? { collected: latest.collected } : {}),
    assessment: state.assessment,
    seal: figuresOf(standing).seal,
    ...(signed ? { signed } : {}),
    ...(page.goals.length > 0 ? { strategy: page } : {}),
    phases: await readPhases(tx, { ...reading, content: strategy }),
    ...(await roadmapOf(tx, { library, ...wanted })),
    ...(kept.version > 0 ? { businessCase: caseAsLists(kept) } : {}),
    risks: standing.risks.filter(({ data }) => data.kind === 'risk').map((risk) => riskLine(risk, names)),
    ...(people.length > 0 ? { training: await readTrainingOutlook(tx, { library, side }, wanted) } : {}),
  }
}

async function roadmapOf(
  tx: Tx,
  question: Parameters<typeof openRoadmap>[1],
): Promise<Pick<ProgrammeMatter, 'roadmap'>> {
  const { schedule: kept, plan, isStale } = await openRoadmap(tx, question)
  if (!kept) return {}
  const planned = await readPlan(tx, kept.planVersion)
  return { roadmap: { schedule: kept.schedule, plan: planned.plan ?? plan, isStale } }
}

/** A risk as documents show it; whoever answers for it by name, where the address is that of a member. */
function riskLine(
  { number, label, data, state }: Record,
  names: Awaited<ReturnType<typeof namesByEmail>>,
): RiskLine {
  const owner = typeof data.owner === 'string' ? data.owner : ''
  return {
    number,
    title: label,
    level: typeof data.level === 'string' ? data.level : '',
    owner: names[owner.toLowerCase()] ?? owner,
    state,
  }
}
