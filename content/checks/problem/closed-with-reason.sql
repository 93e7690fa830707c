-- One row per problem closed in the period.
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

waiting as (

    select
        fix.ticket_id,
        min(fix.change_id) as change_id
    from fix
    inner join problem on problem.ticket_id = fix.ticket_id
    inner join change on change.ticket_id = fix.change_id
    where change.is_open
        or coalesce(change.actual_end, change.ended_at) > problem.closed_at
    group by fix.ticket_id

)

select
    problem.ticket_id as subject,
    case when problem.resolution_code is null or waiting.change_id is not null then 'not met' else 'met' end as answer,
    case
        when problem.resolution_code is null then 'no closing code'
        when waiting.change_id is not null then 'closed before ' || waiting.change_id || ' was done'
        else 'closed as ' || problem.resolution_code
    end as reason
from problem
cross join parameter
left join waiting on waiting.ticket_id = problem.ticket_id
where problem.closed_at >= parameter.period_from
    and problem.closed_at < parameter.period_to
    and problem.is_void is not true
order by subject
