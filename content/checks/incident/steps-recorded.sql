-- One row per incident closed in the period.
select
    incident.ticket_id as subject,
    case
        when incident.action_count > 0 then 'met'
        else 'not met'
    end as answer,
    cast(incident.action_count as varchar) || ' steps recorded' as reason
from incident
cross join parameter
where incident.closed_at >= parameter.period_from
    and incident.closed_at < parameter.period_to
    and incident.is_void is not true
    and exists (select 1 from event where event.is_derived = false)
order by subject
