import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { readKnowledge } from '#content/knowledge.ts'
import { readQuestions } from '#content/pack.ts'
import { ingestInto, type TestWorkspace } from '../../test/worlds/workspace.ts'
import { written } from '../../test/worlds/written.ts'
import { collect } from './collect.ts'
import type { Collected } from './collected.ts'
import { monthsOf, type Period } from './period.ts'
import type { Result } from './result.ts'
import { closeEvents, openEvents } from './store.ts'

const knowledge = readKnowledge('content')
const questions = readQuestions('content')

type World = Readonly<Record<string, readonly string[]>>

/** One ticket as it is drawn: minutes after the first of January, minutes until it ends, and what stands on it. */
const Drawn = fc.record({
  begin: fc.integer({ min: 0, max: 110 * 1440 }),
  lasts: fc.integer({ min: 5, max: 9000 }),
  priority: fc.constantFrom('', '1', '2', '3', '4'),
  category: fc.constantFrom('', 'Network', 'Mail'),
  group: fc.constantFrom('Team A', 'Team B'),
  isOpen: fc.boolean(),
  isShort: fc.boolean(),
  type: fc.constantFrom('normal', 'standard', 'emergency'),
})
type Drawn = ReturnType<typeof Drawn.generate>['value']

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()

const incidentOf = (drawn: Drawn, n: number) => {
  const { begin, lasts, priority, category, group, isOpen } = drawn
  const ended = isOpen ? ',' : `${at(begin + lasts)},${at(begin + lasts + 60)}`
  return `INC${n},${isOpen ? 'In Progress' : 'Closed'},${priority},2,2,${category},Shop,${group},${at(begin)},${ended},Solved`
}
const changeOf = ({ begin, lasts, type, isOpen }: Drawn, n: number) =>
  `CHG${n},${isOpen ? 'Scheduled' : 'Closed'},${type},${at(begin)},${at(begin + 60)},${at(begin + lasts)},${isOpen ? '' : 'successful'}`

/** A way through the states, some without a separate resolution; every step has a minute of its own. */
const stepsOf = (drawn: Drawn, n: number) => {
  const { begin, lasts, isOpen, isShort } = drawn
  const end = isShort
    ? [`INC${n},${at(begin + lasts)},state,In Progress,Closed`]
    : [
        `INC${n},${at(begin + lasts)},state,In Progress,Resolved`,
        `INC${n},${at(begin + lasts + 60)},state,Resolved,Closed`,
      ]
  return [`INC${n},${at(begin + 2)},state,New,In Progress`, ...(isOpen ? [] : end)]
}

function worldOf(drawn: readonly Drawn[]): World {
  return {
    'incident.csv': [
      'number,state,priority,impact,urgency,category,business_service,assignment_group,opened_at,resolved_at,closed_at,close_code',
      ...drawn.map(incidentOf),
    ],
    'change_request.csv': [
      'number,state,type,opened_at,work_start,work_end,close_code',
      ...drawn.map(changeOf),
    ],
    'history.csv': ['number,sys_created_on,fieldname,oldvalue,newvalue', ...drawn.flatMap(stepsOf)],
  }
}

/** The same files with their rows in another order. */
function shuffled(world: World, sort: (rows: readonly string[]) => readonly string[]): World {
  return Object.fromEntries(
    Object.entries(world).map(([name, [head = '', ...rows]]) => [name, [head, ...sort(rows)]]),
  )
}

async function askOf({ folder, ingested }: TestWorkspace, period?: Period, only?: readonly string[]) {
  const opened = await openEvents(folder)
  const checks = questions.checks.filter(({ id }) => only === undefined || only.includes(id))
  const asked = { ...questions, checks, ...(only === undefined ? {} : { measures: [] }) }
  try {
    const { collected } = await collect(
      opened,
      {
        questions: asked,
        models: knowledge.models,
        ingested,
        packVersion: 'test',
        ...(period === undefined ? {} : { period }),
      },
      () => {},
    )
    return collected
  } finally {
    closeEvents(opened)
  }
}

/** What a world says: everything but the hash of its files. */
async function saidBy(world: World): Promise<Collected> {
  const files = written(world)
  const workspace = await ingestInto([files.folder], { timezone: 'Europe/Paris' }, knowledge)
  try {
    const collected = await askOf(workspace)
    const results = collected.results.map((result) => ({ ...result, dataHash: '' }))
    return { ...collected, dataHash: '', results }
  } finally {
    workspace.remove()
    files.remove()
  }
}

const drawn = fc.array(Drawn, { minLength: 25, maxLength: 35 })
const judged = ({ results }: Collected) => results.filter(({ population }) => population > 0)

test('the order of the tickets in their files does not matter for anything that is said', async () => {
  await fc.assert(
    fc.asyncProperty(drawn, fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), async (tickets, keys) => {
      const world = worldOf(tickets)
      const key = (row: string) => (keys[row.length % 9] ?? 0) ^ Number(/\d+/.exec(row)?.[0] ?? 0)
      const other = shuffled(world, (rows) => rows.toSorted((a, b) => key(a) - key(b)).toReversed())
      const [one, two] = [await saidBy(world), await saidBy(other)]

      assert.ok(judged(one).length > 10, `only ${judged(one).length} checks had a case`)
      assert.deepEqual(two, one)
    }),
    { numRuns: 1, seed: 1 },
  )
})

test('a ticket of another type changes no answer about incidents and changes', async () => {
  const about = new Set(['incident', 'change'])
  const own = ({ results, measures, conformance }: Collected) => ({
    results: results.filter(({ check }) =>
      questions.checks.some(
        ({ id, about: { process, subject } }) => id === check && about.has(process) && about.has(subject),
      ),
    ),
    conformance,
    measures: measures.filter(({ process }) => about.has(process)),
  })
  await fc.assert(
    fc.asyncProperty(drawn, fc.integer({ min: 100, max: 80 * 1440 }), async (tickets, minute) => {
      // The first and the last instant of the data stay as they are.
      const edge = { ...tickets[0], begin: 0, lasts: 115 * 1440, isOpen: false, isShort: false } as Drawn
      const world = worldOf([edge, ...tickets])
      const more = {
        'complaint.csv': ['number,state,opened_at,closed_at', `CMP1,Closed,${at(minute)},${at(minute + 90)}`],
      }
      const one = own(await saidBy(world))

      assert.ok(one.results.length > 20 && one.measures.length > 10)
      assert.deepEqual(own(await saidBy({ ...world, ...more })), one)
    }),
    { numRuns: 1, seed: 2 },
  )
})

const monthly = ['incident.category-recorded', 'incident.resolution-code-recorded']
let files: ReturnType<typeof written>
let workspace: TestWorkspace

before(async () => {
  files = written(worldOf(fc.sample(Drawn, { numRuns: 80, seed: 7 })))
  workspace = await ingestInto([files.folder], { timezone: 'Europe/Paris' }, knowledge)
})

after(() => {
  workspace.remove()
  files.remove()
})

test('a period cut in two has the same cases as the whole, each of them once', async () => {
  const whole = await askOf(workspace, undefined, monthly)
  const { from, to } = whole.period
  const months = monthsOf(whole.period)
  const add = (name: 'population' | 'met' | 'exceptionCount', parts: readonly Result[]) =>
    parts.reduce((sum, part) => sum + part[name], 0)

  assert.ok(months.length >= 4)
  for (const month of months.slice(1, 3)) {
    const parts = [
      await askOf(workspace, { from, to: `${month}-01` }, monthly),
      await askOf(workspace, { from: `${month}-01`, to }, monthly),
    ]
    for (const result of whole.results) {
      const own = parts.flatMap(({ results }) => results.filter(({ check }) => check === result.check))
      assert.ok(result.population > 20 && result.exceptionCount < result.population)
      assert.deepEqual(
        [add('population', own), add('met', own), add('exceptionCount', own)],
        [result.population, result.met, result.exceptionCount],
        `${result.check} cut at ${month}`,
      )
    }
  }
})

test('a part of the period of the data is everything, a period beyond the data is a part', async () => {
  const inside = await askOf(workspace, { from: '2026-02-01', to: '2026-03-01' }, monthly)
  const beyond = await askOf(workspace, { from: '2026-01-01', to: '2026-12-01' }, monthly)

  assert.deepEqual([...new Set(inside.results.map(({ basis }) => basis))], ['population'])
  assert.deepEqual([...new Set(beyond.results.map(({ basis }) => basis))], ['sample'])
})

test('what no source supplies is not asked, and the result says what is lacking', async () => {
  const { results } = await askOf(workspace, undefined, [
    'availability.outage-ended',
    'incident.answered-within-target',
  ])

  assert.deepEqual(
    results.map(({ check, subject, verdict, because }) => [check, subject, verdict, because]),
    [
      ['availability.outage-ended', 'outage', 'inconclusive', 'not supplied: outage'],
      [
        'incident.answered-within-target',
        'incident',
        'inconclusive',
        'not supplied: incident.first_response_at',
      ],
    ],
  )
  assert.ok(results.every(({ population }) => population === 0))
})
