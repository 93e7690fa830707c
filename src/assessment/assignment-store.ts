import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { appendAll } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tables, Tx } from '#db/records.ts'
import { seesEveryRequirement } from './who-sees.ts'

/** Who is asked about one requirement, and until when; without a person nobody is any more. */
export type Assignment = Readonly<{
  requirement: string
  person: string | undefined
  dueOn: string | undefined
  note: string
  assignedBy: string
  assignedAt: string
  version: number
}>

/** Every assignment, by requirement. */
export async function readAssignments(tx: Tx): Promise<ReadonlyMap<string, Assignment>> {
  const rows = await tx.selectFrom('assignment').selectAll().orderBy('requirement').execute()
  return new Map(rows.map((row) => [row.requirement, toAssignment(row)]))
}

/** The requirements that are assigned to a person. */
export async function assignedTo(tx: Tx, person: string | undefined): Promise<ReadonlySet<string>> {
  if (person === undefined) return new Set()
  const rows = await tx
    .selectFrom('assignment')
    .select('requirement')
    .where('person_id', '=', person)
    .execute()
  return new Set(rows.map((row) => row.requirement))
}

/** What an actor may look at: everything, or the requirements that are assigned to him. */
export async function visibleTo(tx: Tx, actor: Actor): Promise<(requirement: string) => boolean> {
  if (seesEveryRequirement(actor)) return () => true
  const own = await assignedTo(tx, actor.kind === 'person' ? actor.id : undefined)
  return (requirement) => own.has(requirement)
}

/** Refuses a requirement that the actor does not see, as if it did not exist. */
export async function demandVisible(tx: Tx, actor: Actor, requirement: string): Promise<void> {
  const isVisible = await visibleTo(tx, actor)
  if (!isVisible(requirement))
    throw new Refusal('not-found', `There is no requirement ${requirement} among those assigned to you.`)
}

/** Whom to ask about which requirements, or nobody any more; version: of the assignment that is replaced. */
export type Asking = Readonly<{
  requirements: readonly string[]
  person: string | undefined
  dueOn?: string | undefined
  note?: string | undefined
  version?: number | undefined
}>

/** Asks one person about requirements, or nobody; who was asked before is told by the trail. */
export async function assign(tx: Tx, actor: Actor, asking: Asking, at: Date): Promise<readonly Assignment[]> {
  if (asking.person !== undefined) await demandMember(tx, asking.person)
  const standing = await readAssignments(tx)
  const assigned: Assignment[] = []
  for (const requirement of new Set(asking.requirements))
    assigned.push(await keep(tx, actor, requirement, { asking, old: standing.get(requirement), at }))
  await appendAll(
    tx,
    actor,
    assigned.map((after) => {
      const before = standing.get(after.requirement)
      return {
        action: after.person === undefined ? 'take back' : 'assign',
        kind: 'assignment',
        id: after.requirement,
        ...(before ? { before } : {}),
        after,
      }
    }),
  )
  return assigned
}

type Keeping = Readonly<{ asking: Asking; old: Assignment | undefined; at: Date }>

async function keep(
  tx: Tx,
  actor: Actor,
  requirement: string,
  { asking, old, at }: Keeping,
): Promise<Assignment> {
  const version = old?.version ?? 0
  if (asking.version !== undefined && asking.version !== version) throw changedMeanwhile()
  const values = {
    person_id: asking.person ?? null,
    due_on: asking.dueOn ?? null,
    note: asking.note ?? '',
    assigned_by: actor.id ?? null,
    assigned_by_name: actor.name,
    assigned_at: at,
    version: version + 1,
  }
  const row = await tx
    .insertInto('assignment')
    .values({ organization_id: actor.organization, requirement, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'requirement'])
        .doUpdateSet(values)
        .where('assignment.version', '=', version),
    )
    .returningAll()
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  return toAssignment(row)
}

/** Work is given only to people of the organization; a stranger's id is no person here. */
async function demandMember(tx: Tx, person: string): Promise<void> {
  const member = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (!member)
    throw new Refusal('invalid', 'This person does not belong to the organization. Invite the person first.')
}

function toAssignment(row: Selectable<Tables['assignment']>): Assignment {
  return {
    requirement: row.requirement,
    person: row.person_id ?? undefined,
    dueOn: row.due_on ?? undefined,
    note: row.note,
    assignedBy: row.assigned_by_name,
    assignedAt: row.assigned_at.toISOString(),
    version: row.version,
  }
}
