import { sql } from 'kysely'
import { type Actor, may } from '#access/actor.ts'
import type { Library } from '#content/library.ts'
import { clauseOf } from '#content/requirement.ts'
import type { Tx } from '#db/records.ts'
import { emptyKey, wordField, wordsIn } from '#registers/keys.ts'
import { registers } from '#registers/registers.ts'
import { visibleTo } from './assignment-store.ts'
import { readColleagues } from './people-store.ts'
import { type Findable, type Found, findBest } from './search.ts'

const mostFound = 20
const mostRecords = 100

const ofPack = new WeakMap<Library, readonly Findable[]>()

/** What an actor may find: requirements he sees, checks and measures, records, people, and what else there is; the best first. */
export async function search(
  tx: Tx,
  actor: Actor,
  library: Library,
  query: string,
  more: readonly Findable[] = [],
): Promise<readonly Found[]> {
  const isVisible = may(actor, 'read requirements') ? await visibleTo(tx, actor) : () => false
  const known = findablesOf(library).filter(({ kind, id }) =>
    kind === 'requirement' ? isVisible(id) : may(actor, 'read evidence'),
  )
  const records = may(actor, 'read registers') ? await recordsWith(tx, actor, query) : []
  const people = may(actor, 'read people') ? await peopleOf(tx) : []
  return findBest([...known, ...records, ...people, ...more], query, mostFound)
}

function findablesOf(library: Library): readonly Findable[] {
  const made = ofPack.get(library)
  if (made) return made
  const { catalogue, questions } = library
  const findables: Findable[] = [
    ...catalogue.requirements.map((one) => ({
      kind: 'requirement' as const,
      id: one.id,
      title: one.title,
      beside: clauseOf(one),
      text: `${one.statement} ${one.question}`,
    })),
    ...questions.checks.map(({ id, about }) => ({
      kind: 'check' as const,
      id,
      title: about.title,
      beside: about.process,
      text: `${about.claim} ${about.aka.join(' ')}`,
    })),
    ...questions.measures.map(({ id, about }) => ({
      kind: 'measure' as const,
      id,
      title: about.title,
      beside: about.process,
      text: `${about.claim} ${about.aka.join(' ')}`,
    })),
  ]
  ofPack.set(library, findables)
  return findables
}

/** Records that hold every word, found by the words the registers keep. */
async function recordsWith(tx: Tx, actor: Actor, query: string): Promise<readonly Findable[]> {
  const words = wordsIn(query).slice(0, 8)
  if (words.length === 0) return []
  const holding = words.map(
    (word) => sql`select record_id from record_key
      where field = ${wordField} and key >= ${word} and key < ${word + emptyKey}`,
  )
  const { rows } = await sql<{ id: string; number: string; label: string; register: string; state: string }>`
    select id, number, label, register, state
    from record
    where id in (${sql.join(holding, sql` intersect `)}) and deleted_at is null
      and register in (${sql.join(registersFor(actor))})
    order by updated_at desc, id
    limit ${mostRecords}`.execute(tx)
  return rows.map(({ id, number, label, register, state }) => ({
    kind: 'record',
    id,
    title: label,
    beside: register,
    text: `${number} ${state} ${query}`,
  }))
}

/** The registers whose records an actor may see. */
function registersFor(actor: Actor): readonly string[] {
  return registers.filter(({ register }) => may(actor, register.reads)).map(({ register }) => register.id)
}

async function peopleOf(tx: Tx): Promise<readonly Findable[]> {
  return [...(await readColleagues(tx)).values()].map(({ id, name, role }) => ({
    kind: 'person',
    id,
    title: name,
    beside: role,
    text: '',
  }))
}
