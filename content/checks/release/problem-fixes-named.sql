-- One row per problem resolved in the period by a change that belongs to a release.
with

fix as (

    select
        problem.ticket_id,
        problem.change_id
    from problem
    where problem.change_id is not null
    union
    select
        link.from_id as ticket_id,
        link.to_id as change_id
    from link
    where link.kind = 'fixed_by'

),

named as (

    select
        link.from_id as ticket_id,
        link.to_id as release_id
    from link
    union
    select
        link.to_id as ticket_id,
        link.from_id as release_id
    from link

),

carried as (

    select
        problem.ticket_id,
        min(change.release_id) as release_id,
        bool_or(coalesce(problem.release_id = change.release_id, false) or named.ticket_id is not null) as is_named
    from problem
    cross join parameter
    inner join fix on fix.ticket_id = problem.ticket_id
    inner join change on change.ticket_id = fix.change_id
    left join named
        on named.ticket_id = problem.ticket_id
        and named.release_id = change.release_id
    where change.release_id is not null
        and problem.ended_at >= parameter.period_from
        and problem.ended_at < parameter.period_to
    group by problem.ticket_id

)

select
    carried.ticket_id as subject,
    case when carried.is_named then 'met' else 'not met' end as answer,
    case when carried.is_named then 'linked to ' else 'not linked to ' end || carried.release_id as reason
from carried
order by subject
