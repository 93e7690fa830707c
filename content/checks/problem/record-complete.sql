-- One row per problem closed in the period.
with

closed as (

    select
        problem.ticket_id,
        case when problem.category is null then ', category' else '' end
        || case when problem.priority is null then ', priority' else '' end
        || case when problem.group_id is null then ', responsible group' else '' end
        || case when problem.resolution_code is null then ', closing code' else '' end as missing
    from problem
    cross join parameter
    where problem.closed_at >= parameter.period_from
        and problem.closed_at < parameter.period_to
        and problem.is_void is not true

)

select
    closed.ticket_id as subject,
    case when closed.missing = '' then 'met' else 'not met' end as answer,
    case when closed.missing = '' then 'complete' else 'missing: ' || substr(closed.missing, 3) end as reason
from closed
order by subject
