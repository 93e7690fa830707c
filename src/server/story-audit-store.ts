import type { Actor } from '#access/actor.ts'
import { addAction, changeAction } from '#audit/action-store.ts'
import { readAuditPage, signAudit } from '#audit/audit-page-store.ts'
import { moveAudit, planAudit, readAudit } from '#audit/audit-store.ts'
import { answerLines } from '#audit/checklist-store.ts'
import type { Finding } from '#audit/finding.ts'
import { raiseFinding } from '#audit/finding-page-store.ts'
import { readFinding } from '#audit/finding-store.ts'
import { approveCause, changeFinding, checkEffect, moveFinding } from '#audit/finding-work-store.ts'
import { openKnowledge } from '#content/knowledge.ts'
import { openLibrary } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import type { Listener, Story, ToldFinding } from './told-story.ts'

const day = 86_400_000
const steps = [
  'contained',
  'analysing',
  'action_planned',
  'implementing',
  'implemented',
  'verifying',
] as const

type People = ReadonlyMap<string, Actor>
type Telling = Readonly<{ people: People; listener: Listener }>

/** Keeps the audits of the past and what became of their findings, by the same doors as everybody. The report was signed on paper. */
export async function keepAudits(
  tx: Tx,
  { audits }: Story,
  people: People,
  listener: Listener,
): Promise<void> {
  const library = openLibrary(listener.content)
  const { models } = openKnowledge(listener.content)
  for (const told of audits) {
    const at = daysFrom(listener, told.heldInDays)
    const processes = { catalogue: library.catalogue, models }
    const lead = people.get(told.lead) ?? listener.owner
    const heldOn = at.toISOString().slice(0, 10)
    const { heldInDays: _, answers, findings, conclusion, lead: __, ...plan } = told
    const planned = { ...plan, kind: 'internal' as const, plannedOn: heldOn, heldOn, lead: lead.id, team: [] }
    const { id } = await planAudit(tx, lead, planned, { processes, at })
    for (const to of ['planned', 'prepared', 'conducting'] as const)
      await moveAudit(tx, lead, id, { to, processes, at, version: undefined })
    await answerAll(tx, lead, id, answers, { library, models, at })
    const raised: (readonly [ToldFinding, string])[] = []
    for (const finding of findings) {
      const { chain: ___, owner, ...text } = finding
      const raising = { ...text, source: 'internal audit' as const, audit: id, owner: people.get(owner)?.id }
      raised.push([finding, (await raiseFinding(tx, lead, raising, { library, now: at })).id])
    }
    await moveAudit(tx, lead, id, { to: 'drafted', processes, at, version: undefined })
    const asking = { organization: lead.organization, library, models, now: at }
    const { seal } = await readAuditPage(tx, lead, id, asking)
    await signAudit(tx, lead, id, { conclusion, seal, provedBy: 'paper', at }, asking)
    await moveAudit(tx, lead, id, { to: 'following_up', processes, at, version: undefined })
    for (const [finding, number] of raised) await walk(tx, finding, number, { people, listener })
  }
}

type Answers = Story['audits'][number]['answers']
type Content = Readonly<{
  library: ReturnType<typeof openLibrary>
  models: ReturnType<typeof openKnowledge>['models']
  at: Date
}>

/** What is not said otherwise was met. */
async function answerAll(
  tx: Tx,
  lead: Actor,
  id: string,
  answers: Answers,
  { library, models, at }: Content,
): Promise<void> {
  const { lines } = await readAuditPage(tx, lead, id, {
    organization: lead.organization,
    library,
    models,
    now: at,
  })
  const told = new Map(answers.map((one) => [one.requirement, one]))
  const given = lines.map(({ requirement, version }) => ({
    requirement,
    answer: told.get(requirement)?.answer ?? ('met' as const),
    notes: told.get(requirement)?.notes ?? '',
    version,
  }))
  const processes = { catalogue: library.catalogue, models }
  await answerLines(tx, lead, await readAudit(tx, id), given, { processes, at })
}

/** Walks a finding as far as it has come. */
async function walk(
  tx: Tx,
  { chain, owner: email }: ToldFinding,
  id: string,
  telling: Telling,
): Promise<void> {
  const { people, listener } = telling
  if (!chain) return
  const owner = people.get(email) ?? listener.owner
  const at = daysFrom(listener, chain.inDays)
  const { inDays: _, until, actions: __, effect, approvedBy: ___, ...said } = chain
  await changeFinding(tx, owner, id, said, { version: undefined, at })
  for (const to of steps.slice(0, steps.indexOf(until) + 1)) {
    await makeReady(tx, { id, owner, chain, to }, telling)
    await moveFinding(tx, to === 'verifying' ? listener.owner : owner, id, { to, version: undefined, at })
  }
  if (!effect) return
  const checker = people.get(effect.by) ?? listener.owner
  const { isEffective, says } = effect
  const checkedAt = daysFrom(listener, effect.inDays)
  await checkEffect(tx, checker, id, { isEffective, says, version: undefined, at: checkedAt })
}

type Step = Readonly<{ id: string; owner: Actor; chain: Chain; to: (typeof steps)[number] }>

/** What has to be there before a finding goes on. */
async function makeReady(tx: Tx, { id, owner, chain, to }: Step, telling: Telling): Promise<void> {
  const { people, listener } = telling
  if (to === 'action_planned') {
    const approver = people.get(chain.approvedBy) ?? listener.owner
    await approveCause(tx, approver, id, { version: undefined, at: daysFrom(listener, chain.inDays) })
    for (const action of chain.actions) await plan(tx, owner, id, action, telling)
  }
  if (to === 'implemented') await doAll(tx, owner, await readFinding(tx, owner, id), chain, telling)
  if (to === 'verifying' && chain.effect) await awaitEffect(tx, id, chain.effect, telling)
}

type Chain = NonNullable<ToldFinding['chain']>

async function plan(
  tx: Tx,
  owner: Actor,
  id: string,
  action: Chain['actions'][number],
  { people, listener }: Telling,
) {
  const dueOn = daysFrom(listener, action.dueInDays).toISOString().slice(0, 10)
  const person = people.get(action.owner)?.id ?? owner.id ?? ''
  await addAction(tx, owner, id, { says: action.says, owner: person, dueOn })
}

async function doAll(
  tx: Tx,
  owner: Actor,
  finding: Finding,
  chain: Chain,
  { listener }: Telling,
): Promise<void> {
  const today = listener.at.toISOString().slice(0, 10)
  for (const action of finding.actions) {
    const told = chain.actions.find(({ says }) => says === action.says)
    if (told?.doneInDays === undefined) continue
    const done = {
      doneOn: daysFrom(listener, told.doneInDays).toISOString().slice(0, 10),
      evidence: told.evidence,
    }
    await changeAction(tx, owner, { finding: finding.id, action: action.id }, done, {
      version: undefined,
      today,
    })
  }
}

/** Whoever follows up says from when on, and by what, the effect is judged. */
async function awaitEffect(
  tx: Tx,
  id: string,
  effect: NonNullable<Chain['effect']>,
  { listener }: Telling,
): Promise<void> {
  const at = daysFrom(listener, effect.inDays)
  const said = { criterion: effect.criterion, effectDueOn: at.toISOString().slice(0, 10) }
  await changeFinding(tx, listener.owner, id, said, { version: undefined, at })
}

function daysFrom({ at }: Listener, days: number): Date {
  return new Date(at.getTime() + days * day)
}
