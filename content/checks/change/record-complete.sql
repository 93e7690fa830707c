-- One row per change closed in the period that was carried out.
with

closed as (

    select
        change.ticket_id,
        case when change.change_type is null then ', category' else '' end
        || case when change.group_id is null then ', responsible group' else '' end
        || case when change.planned_start is null then ', planned start' else '' end
        || case when change.planned_end is null then ', planned end' else '' end
        || case when change.outcome is null then ', outcome' else '' end as missing
    from change
    cross join parameter
    where change.closed_at >= parameter.period_from
        and change.closed_at < parameter.period_to
        and coalesce(change.outcome, '') <> 'cancelled'
        and coalesce(change.state, '') not in ('cancelled', 'rejected')

)

select
    closed.ticket_id as subject,
    case when closed.missing = '' then 'met' else 'not met' end as answer,
    case when closed.missing = '' then 'complete' else 'missing: ' || substr(closed.missing, 3) end as reason
from closed
order by subject
