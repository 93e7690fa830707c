-- One row per incident closed in the period.
select
    incident.ticket_id as subject,
    case
        when incident.reopen_count is null then 'unknown'
        when incident.reopen_count <= parameter.tolerated_reopenings then 'met'
        else 'not met'
    end as answer,
    case
        when incident.reopen_count is null then 'no count of reopenings'
        else 'opened again ' || cast(incident.reopen_count as varchar) || ' times'
    end as reason
from incident
cross join parameter
where incident.closed_at >= parameter.period_from
    and incident.closed_at < parameter.period_to
    and incident.is_void is not true
order by subject
