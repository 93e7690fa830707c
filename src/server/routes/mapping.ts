import { join } from 'node:path'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { type MappingPreview, type MappingView, mappingApi } from '#api/mapping.ts'
import { Refusal } from '#base/refusal.ts'
import { openKnowledge } from '#content/knowledge.ts'
import { withOwnProcesses } from '#content/own-processes.ts'
import { hash } from '#evidence/collect.ts'
import { readLatestImport } from '#ingest/import-store.ts'
import type { Mapping } from '#ingest/mapping.ts'
import { checkMapping } from '#ingest/mapping-check.ts'
import { mappingText } from '#ingest/mapping-text.ts'
import { nameOf } from '#ingest/name-of.ts'
import { archivedFiles, readMappingText, replaceFile } from '#ingest/store.ts'
import type { Handlers, World } from '../call.ts'
import { isReadingFiles } from '../job-store.ts'
import { jobView } from '../job-view.ts'
import { inChild, TaskRefused } from '../jobs/child.ts'
import { machine } from '../jobs/performed.ts'
import { workspaceOf } from '../workshop.ts'
import { problemView } from './sources.ts'

const handlers: Handlers<typeof mappingApi> = {
  'GET /api/organizations/:organization/mapping': async ({ world, actor }) => {
    const { folder, text, knowledge } = opened(world, actor)
    const imported = await world.records.within(actor, readLatestImport)
    const view: MappingView = {
      text,
      hash: hash(text),
      mapping: checkMapping(text, knowledge, []),
      states: [...(imported?.ingested.states ?? [])],
      tables: archivedFiles(folder).map((one) => ({
        file: nameOf(one),
        rows: one.rows,
        columns: [...one.columns],
      })),
      canonical: Object.entries(knowledge.tables.tables).map(([table, { row, columns }]) => ({
        table,
        row,
        columns: Object.entries(columns).map(([name, { type, means, aka = [] }]) => ({
          name,
          type,
          means,
          aka: [...aka],
        })),
      })),
      ticketTypes: Object.keys(knowledge.recognition.ticket_types),
      counts: { ...imported?.ingested.counts },
      knownStates: Object.fromEntries(
        knowledge.models
          .filter(({ id, ticket_types }) => ticket_types.includes(id))
          .map(({ id, states }) => [id, states.map(({ id: state, meaning }) => ({ id: state, meaning }))]),
      ),
    }
    return view
  },
  'POST /api/organizations/:organization/mapping/preview': async ({ world, actor, body, reply }) => {
    const { folder, knowledge } = opened(world, actor)
    const text = textOf(body)
    checkMapping(text, knowledge, archivedFiles(folder))
    const imported = await world.records.within(actor, readLatestImport)
    return once(actor.organization, async () => {
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const task = { does: 'preview', folder, content: world.content, mapping: text, ...machine } as const
      const { ingested, isPart } = await inChild(task, { told: () => {} }, gone.signal).catch(plainRefusal)
      const now = new Map(
        imported?.ingested.states.map(({ type, native, state }) => [`${type} ${native}`, state]),
      )
      const preview: MappingPreview = {
        isPart,
        counts: ingested.counts,
        states: [...ingested.states],
        changedStates: ingested.states.flatMap(({ type, native, state, count }) => {
          const from = now.get(`${type} ${native}`)
          return from === state ? [] : [{ type, native, from, to: state, rows: count }]
        }),
        files: ingested.files.map(({ read_as, is_new, ...file }) => ({
          ...file,
          readAs: read_as,
          isNew: is_new,
        })),
        problems: ingested.problems.map((problem) => problemView(problem)),
        fill: ingested.fill.map((one) => ({ ...one })),
      }
      return preview
    })
  },
  'PUT /api/organizations/:organization/mapping': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      if (await isReadingFiles(tx))
        throw new Refusal(
          'conflict',
          'The files are being read just now. Wait for the end, look again, and repeat.',
        )
      const { folder, text: before, knowledge } = opened(world, actor)
      if (hash(before) !== body.basedOn)
        throw new Refusal('conflict', 'The mapping was changed meanwhile. Load it again, and repeat.')
      const text = textOf(body)
      checkMapping(text, knowledge, archivedFiles(folder))
      const job = await world.jobs.ask(tx, actor, 'ingest')
      await append(tx, actor, { action: 'change', kind: 'mapping', id: 'mapping', before, after: text })
      replaceFile(join(folder, 'mapping.yaml'), text)
      return { hash: hash(text), job: jobView(job) }
    }),
}

export const mapping = { endpoints: mappingApi, handlers }

/** The mapping of an organization as it lies in its workspace. */
function opened(world: World, actor: Actor) {
  const folder = workspaceOf(world, actor.organization)
  const text = readMappingText(join(folder, 'mapping.yaml'))
  if (text === undefined)
    throw new Refusal('not-found', 'There is no mapping yet. It is proposed when the first files are read.')
  const knowledge = withOwnProcesses(openKnowledge(world.content), join(folder, 'processes'))
  return { folder, text, knowledge }
}

type Sent = Readonly<{
  text?: string | undefined
  mapping?: Mapping | undefined
  unconfirmed?: readonly { type: string; native: string }[] | undefined
}>

function textOf({ text, mapping: parts, unconfirmed = [] }: Sent): string {
  if (parts === undefined) return text ?? ''
  const guessed = unconfirmed.map(({ type, native }) => ({
    type,
    native,
    state: parts.states[type]?.[native] ?? '',
    by: 'place' as const,
    count: 0,
  }))
  return mappingText(parts, guessed)
}

const looking = new Set<string>()

/** One look at a time for each organization: it takes a processor for a while. */
async function once<T>(organization: string, work: () => Promise<T>): Promise<T> {
  if (looking.has(organization))
    throw new Refusal('conflict', 'Another look at a mapping is under way. Wait for it to end.')
  looking.add(organization)
  try {
    return await work()
  } finally {
    looking.delete(organization)
  }
}

function plainRefusal(error: unknown): never {
  if (error instanceof TaskRefused)
    throw new Refusal(
      error.code,
      error.message.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\//g, ''),
      {
        cause: error,
      },
    )
  throw error
}
