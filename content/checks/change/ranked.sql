-- One row per normal change opened in the period or still open.
select
    change.ticket_id as subject,
    case when change.priority is null then 'not met' else 'met' end as answer,
    case when change.priority is null then 'no priority' else 'priority ' || cast(change.priority as varchar) end as reason
from change
cross join parameter
where change.change_type = 'normal'
    and change.created_at < parameter.period_to
    and (change.created_at >= parameter.period_from or change.is_open)
    and coalesce(change.outcome, '') <> 'cancelled'
    and coalesce(change.state, '') not in ('draft', 'cancelled', 'rejected')
order by subject
