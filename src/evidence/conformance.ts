import type { ProcessModel } from '#content/process.ts'
import type { Conformance, Deviation } from './collected.ts'
import { teamsOf, teamsOfDeviations } from './teams.ts'

/** The part of a store that conformance needs. */
type Rows = {
  rows: <T extends Record<string, string | number | boolean | null>>(sql: string) => Promise<T[]>
}

/** Holds the paths of every ticket type that has a model and a history against that model. */
export async function conformanceOf(duck: Rows, models: readonly ProcessModel[]): Promise<Conformance[]> {
  const types = await duck.rows<{ type: string }>(
    'select type from fact.path group by type having count(*) > 0 order by type',
  )
  const found: Conformance[] = []
  for (const { type } of types) {
    const model = models.find(({ id }) => id === type)
    if (model) found.push(await conformanceOfType(duck, model))
  }
  return found
}

/** Where the paths and stays are read from: all tickets, or those of one group. */
type From = Readonly<{ path: string; stay: string }>

const everyone: From = { path: 'fact.path', stay: 'fact.state_interval' }

/**
 * The paths of the tickets that one group has, held against the model: read from the facts of an evidence pack, given as
 * the names of its files.
 */
export function conformanceOfTeam(
  duck: Rows,
  model: ProcessModel,
  team: string,
  facts: Readonly<{ path: string; stay: string }>,
): Promise<Conformance> {
  const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`
  const of = (file: string) =>
    `(select * from read_parquet(${quoted(file)}) where ticket_id in (select ticket_id from canonical.ticket where group_id = ${quoted(team)}))`
  return conformanceOfType(duck, model, { path: of(facts.path), stay: of(facts.stay) })
}

async function conformanceOfType(
  duck: Rows,
  model: ProcessModel,
  from: From = everyone,
): Promise<Conformance> {
  const type = `'${model.id}'`
  const [totals] = await duck.rows<Record<string, number>>(`
    select
        cast(count(*) as integer) as tickets,
        cast(count(*) filter (where path.is_finished) as integer) as finished,
        cast(count(*) filter (where path.is_finished and not path.has_wrong_start and path.wrong_step_count = 0 and not path.has_wrong_end) as integer) as fitting,
        cast(count(*) filter (where path.is_finished and path.strict_wrong_step_count = 0 and first.is_strict_initial and last.is_strict_final) as integer) as strict_fitting,
        coalesce(avg(1 - (cast(path.has_wrong_start as integer) + path.wrong_step_count + cast(path.has_wrong_end as integer)) / cast(path.step_count + 2 as double))
            filter (where path.is_finished), 0) as fitness
    from ${from.path} as path
    left join canonical.model_state as first on first.type = path.type and first.state = path.first_state
    left join canonical.model_state as last on last.type = path.type and last.state = path.last_state
    where path.type = ${type}`)
  const map = await duck.rows<{
    from: string
    to: string
    count: number
    median_minutes: number
    is_allowed: boolean
  }>(`
    with leaving as (
        select state as from_state, lead(state) over (partition by ticket_id order by place) as to_state, minutes from ${from.stay} as state_interval where type = ${type}
    )
    select leaving.from_state as "from", leaving.to_state as "to", cast(count(*) as integer) as count, quantile_cont(leaving.minutes, 0.5) as median_minutes,
        bool_or(model_step.to_state is not null) as is_allowed
    from leaving
    left join canonical.model_step on model_step.type = ${type} and model_step.from_state = leaving.from_state and model_step.to_state = leaving.to_state
    where leaving.to_state is not null
    group by 1, 2 order by count desc, 1, 2`)
  const states = await duck.rows<{
    state: string
    visits: number
    median_minutes: number | null
    starts: number
    ends: number
  }>(`
    select state, cast(count(*) as integer) as visits, quantile_cont(minutes, 0.5) as median_minutes,
        cast(count(*) filter (where place = 1) as integer) as starts, cast(count(*) filter (where is_last and is_finished) as integer) as ends
    from ${from.stay} as state_interval where type = ${type} group by state order by visits desc, state`)
  const { variants, count } = await variantsOf(duck, type, from)
  return {
    type: model.id,
    title: model.title,
    clause: model.clause,
    tickets: totals?.tickets ?? 0,
    finished: totals?.finished ?? 0,
    fitting: totals?.fitting ?? 0,
    strictFitting: totals?.strict_fitting ?? 0,
    fitness: Number((totals?.fitness ?? 0).toPrecision(12)),
    deviations: await deviationsOf(duck, model, from),
    map: map.map(({ median_minutes, is_allowed, ...rest }) => ({
      ...rest,
      medianMinutes: median_minutes,
      isAllowed: is_allowed,
    })),
    states: states.map(({ median_minutes, ...rest }) => ({
      ...rest,
      ...(median_minutes === null ? {} : { medianMinutes: median_minutes }),
    })),
    variants,
    variantCount: count,
    ...(await teamsOf(duck, type, from)),
  }
}

/** The most frequent whole paths. A path is told by a sum of hashes of its places and states, and written out for the ten shown. */
async function variantsOf(
  duck: Rows,
  type: string,
  from: From,
): Promise<{ variants: Conformance['variants']; count: number }> {
  const rows = await duck.rows<{
    example: string
    path: string
    n: number
    is_allowed: boolean
    every: number
  }>(`
    with way as (
        select ticket_id, sum(cast(hash(place, state) as hugeint)) as code from ${from.stay} as state_interval where type = ${type} group by ticket_id
    ),
    variant as (
        select way.code, cast(count(*) as integer) as n, min(way.ticket_id) as example,
            bool_and(not path.has_wrong_start and path.wrong_step_count = 0 and not path.has_wrong_end) as is_allowed
        from way inner join ${from.path} as path on path.ticket_id = way.ticket_id
        group by way.code
    ),
    shown as (select *, cast(count(*) over () as integer) as every from variant order by n desc, example limit 10)
    select shown.example, shown.n, shown.is_allowed, shown.every, string_agg(state_interval.state, ' ' order by state_interval.place) as path
    from shown inner join ${from.stay} as state_interval on state_interval.ticket_id = shown.example
    group by shown.example, shown.n, shown.is_allowed, shown.every
    order by shown.n desc, path`)
  return {
    variants: rows.map(({ path, n, is_allowed }) => ({
      path: path.split(' '),
      count: n,
      isAllowed: is_allowed,
    })),
    count: rows[0]?.every ?? 0,
  }
}

type Found = { kind: Deviation['kind']; from: string | null; to: string | null; n: number; tickets: string }

/** Steps, starts and ends that the model does not allow, most tickets first, with the first ticket numbers. */
async function deviationsOf(duck: Rows, model: ProcessModel, from: From): Promise<Deviation[]> {
  const type = `'${model.id}'`
  const first = (column: string) =>
    `array_to_string(list_slice(list_sort(list(distinct ${column})), 1, 10), chr(10))`
  const rows = await duck.rows<Found & Record<string, string | number | null>>(`
    select * from (
        select 'step' as kind, prior_state as "from", state as "to", cast(count(distinct ticket_id) as integer) as n, ${first('ticket_id')} as tickets
        from ${from.stay} as state_interval where type = ${type} and place > 1 and not is_allowed group by prior_state, state
        union all
        select 'start', null, first_state, cast(count(*) as integer), ${first('ticket_id')} from ${from.path} as path where type = ${type} and has_wrong_start group by first_state
        union all
        select 'end', last_state, null, cast(count(*) as integer), ${first('ticket_id')} from ${from.path} as path where type = ${type} and has_wrong_end group by last_state
    ) as deviation order by n desc, kind, "from", "to" limit 25`)
  const teams = await teamsOfDeviations(duck, type, from)
  return rows.map(({ kind, from: left, to, n, tickets }) => ({
    kind,
    ...(left === null ? {} : { from: left }),
    ...(to === null ? {} : { to }),
    says: inWords(model, { kind, from: left, to }),
    count: n,
    tickets: tickets.split('\n'),
    ...teams(kind, left, to),
  }))
}

/** Who skips what: the stations of the shortest allowed way that a forbidden step passes by. */
export function inWords(model: ProcessModel, deviation: Pick<Found, 'kind' | 'from' | 'to'>): string {
  const { kind, from, to } = deviation
  const say = (state: string | null) => `"${(state ?? '').replaceAll('_', ' ')}"`
  if (kind === 'start') return `begins in ${say(to)}, where the model lets no path begin`
  if (kind === 'end') return `is finished in ${say(from)}, which is not an end of the model`
  const way = shortestWay(model, from ?? '', to ?? '')
  if (!way) return `goes from ${say(from)} to ${say(to)}, and the model knows no way there`
  const passed = way.slice(1, -1).map((state) => say(state))
  return `goes from ${say(from)} straight to ${say(to)} and skips ${passed.join(', ')}`
}

/** The shortest allowed way between two states, by breadth first over the model's steps in their written order. */
export function shortestWay(model: ProcessModel, from: string, to: string): string[] | undefined {
  const ways: string[][] = [[from]]
  const seen = new Set([from])
  for (const way of ways) {
    for (const step of model.transitions) {
      if (step.from !== way.at(-1)) continue
      if (step.to === to) return [...way, to]
      if (seen.has(step.to)) continue
      seen.add(step.to)
      ways.push([...way, step.to])
    }
  }
  return undefined
}
