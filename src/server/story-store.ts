import type { Actor } from '#access/actor.ts'
import { addMember } from '#access/member-store.ts'
import type { Person } from '#access/organization-store.ts'
import { createPerson, personOf } from '#access/person-store.ts'
import { assign } from '#assessment/assignment-store.ts'
import { startBaseline } from '#assessment/baseline-store.ts'
import { writeProgramme } from '#assessment/programme-store.ts'
import { confirm, rate } from '#assessment/rating-store.ts'
import { state } from '#assessment/statement-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Records, Tx } from '#db/records.ts'
import type { Known } from '#registers/definition.ts'
import { createRecord } from '#registers/record-change-store.ts'
import { demandRegister } from '#registers/registers.ts'
import { dated, keepAdoption } from './story-adoption-store.ts'
import { keepAudits } from './story-audit-store.ts'
import { keepBusinessCase } from './story-case-store.ts'
import { keepServiceReports } from './story-levels-store.ts'
import { keepMonitoring } from './story-monitoring-store.ts'
import { keepRoadmap } from './story-roadmap-store.ts'
import { keepStrategy } from './story-strategy-store.ts'
import type { Answered, Draft, Listener, Story } from './told-story.ts'

const day = 86_400_000

/** Writes a told story into an organization, through the same doors as everybody: every step is in the audit trail. */
export async function keepStory(
  tx: Tx,
  story: Story,
  people: ReadonlyMap<string, Actor>,
  listener: Listener,
): Promise<void> {
  const { owner, at } = listener
  await addPlaces(tx, owner, people)
  const { adoption } = story
  await keepRecords(
    tx,
    owner,
    [...story.records, ...adoption.records].map((one) => dated(one, at)),
  )
  await keepAudits(tx, story, people, listener)
  await writeProgramme(tx, owner, story.programme, { version: 0, at })
  await startBaseline(tx, owner, { ...story.baseline, kind: 'full' }, at)
  for (const one of story.answers) await keepAnswer(tx, one, people, listener)
  await keepRoadmap(tx, story, people, listener)
  await keepStrategy(tx, story, people, listener)
  await keepMonitoring(tx, story, people, listener)
  await keepServiceReports(tx, story, listener)
  await keepBusinessCase(tx, story.businessCase, people, listener)
  await keepAdoption(tx, adoption, listener)
}

/** The people of the story, as actors. Their passwords are random and kept by nobody: an owner may invite them anew. */
export async function hire(
  records: Records,
  { people }: Story,
  owner: Actor,
): Promise<ReadonlyMap<string, Actor>> {
  const hired = new Map<string, Actor>()
  for (const { name, email, role } of people) {
    const person: Person =
      (await personOf(records, email)) ??
      (await createPerson(records, { name, email, password: `${crypto.randomUUID()}${crypto.randomUUID()}` }))
    hired.set(email, { kind: 'person', id: person.id, name, organization: owner.organization, role })
  }
  return hired
}

async function addPlaces(tx: Tx, owner: Actor, people: ReadonlyMap<string, Actor>): Promise<void> {
  for (const { id, role } of people.values())
    if (id !== undefined) await addMember(tx, owner, id, { role, expiresAt: undefined })
}

/** Writes the records in their order; a link names a record that was written before, by its label. */
async function keepRecords(tx: Tx, owner: Actor, drafts: readonly Draft[]): Promise<void> {
  const ids = new Map<string, string>()
  for (const { register, state: wanted, data } of drafts) {
    const known = demandRegister(register)
    const record = await createRecord(tx, owner, known, withLinks(known, data, ids), wanted)
    ids.set(`${register} ${record.label}`, record.id)
  }
}

function withLinks(
  { register }: Known,
  data: Draft['data'],
  ids: ReadonlyMap<string, string>,
): Draft['data'] {
  const linked = register.fields.flatMap(({ name, kind, into }) => {
    const labels = data[name]
    if (kind !== 'link' || labels === undefined) return []
    const found = [labels].flat().map((label) => ids.get(`${into} ${String(label)}`))
    const missing = found.indexOf(undefined)
    if (missing >= 0)
      throw new Refusal(
        'invalid',
        `${register.title}: there is no ${into} ${String([labels].flat()[missing])}.`,
      )
    return [[name, Array.isArray(labels) ? found : found[0]]]
  })
  return { ...data, ...Object.fromEntries(linked) }
}

async function keepAnswer(
  tx: Tx,
  { requirement: id, statement, rating, askedOf }: Answered,
  people: ReadonlyMap<string, Actor>,
  { owner, catalogue, at }: Listener,
): Promise<void> {
  const requirement = catalogue.requirements.find((one) => one.id === id)
  if (!requirement) throw new Refusal('invalid', `There is no requirement ${id}.`)
  const actorOf = (email: string) => people.get(email) ?? owner
  if (askedOf) {
    const dueOn = new Date(at.getTime() + askedOf.inDays * day).toISOString().slice(0, 10)
    const asking = { requirements: [id], person: actorOf(askedOf.person).id, dueOn, note: askedOf.note }
    await assign(tx, owner, asking, at)
  }
  if (statement) {
    const { by, ...said } = statement
    // The programme manager writes down what was said in the interview.
    const writer = actorOf(by)
    await state(tx, writer.role === 'process owner' ? writer : owner, requirement, said, { version: 0, at })
  }
  if (rating) {
    const { by, confirmedBy, ...given } = rating
    const matter = { requirements: catalogue.requirements, at }
    const kept = await rate(tx, actorOf(by), { requirement: id, ...given }, matter)
    if (confirmedBy)
      await confirm(tx, actorOf(confirmedBy), id, { isConfirmed: true, version: kept.version, at })
  }
}
