import type { Conformance, Deviation } from './collected.ts'

/** The part of a store that teams need. */
type Rows = {
  rows: <T extends Record<string, string | number | boolean | null>>(sql: string) => Promise<T[]>
}

/** The relations that hold paths and stays. */
type From = Readonly<{ path: string; stay: string }>

/** How many groups are named with a deviation. */
const named = 5

/** The groups that have the tickets of a type, most tickets first; nothing where no ticket names one. */
export async function teamsOf(duck: Rows, type: string, { path }: From): Promise<Pick<Conformance, 'teams'>> {
  const teams = await duck.rows<{ team: string; tickets: number; finished: number; fitting: number }>(`
    select ticket.group_id as team, cast(count(*) as integer) as tickets,
        cast(count(*) filter (where path.is_finished) as integer) as finished,
        cast(count(*) filter (where path.is_finished and not path.has_wrong_start and path.wrong_step_count = 0 and not path.has_wrong_end) as integer) as fitting
    from ${path} as path
    inner join canonical.ticket as ticket on ticket.ticket_id = path.ticket_id
    where path.type = ${type} and ticket.group_id is not null
    group by ticket.group_id order by tickets desc, team limit 200`)
  return teams.length === 0 ? {} : { teams }
}

type Found = { kind: string; from: string | null; to: string | null; team: string; n: number }

/** For each deviation the groups that have most of its tickets. */
export async function teamsOfDeviations(
  duck: Rows,
  type: string,
  { path, stay }: From,
): Promise<(kind: string, from: string | null, to: string | null) => Pick<Deviation, 'teams'>> {
  const rows = await duck.rows<Found>(`
    with deviation as (
        select 'step' as kind, prior_state as from_state, state as to_state, ticket_id from ${stay} as stay where type = ${type} and place > 1 and not is_allowed
        union all
        select 'start', null, first_state, ticket_id from ${path} as path where type = ${type} and has_wrong_start
        union all
        select 'end', last_state, null, ticket_id from ${path} as path where type = ${type} and has_wrong_end
    )
    select deviation.kind, deviation.from_state as "from", deviation.to_state as "to", ticket.group_id as team, cast(count(distinct deviation.ticket_id) as integer) as n
    from deviation
    inner join canonical.ticket as ticket on ticket.ticket_id = deviation.ticket_id
    where ticket.group_id is not null
    group by 1, 2, 3, 4 order by n desc, team`)
  const byStep = Map.groupBy(rows, ({ kind, from, to }) => JSON.stringify([kind, from, to]))
  return (kind, from, to) => {
    const teams = byStep.get(JSON.stringify([kind, from, to]))
    return teams ? { teams: teams.slice(0, named).map(({ team, n }) => ({ team, count: n })) } : {}
  }
}
