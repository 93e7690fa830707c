-- One row per incident closed in the period.
select
    incident.ticket_id as subject,
    case
        when incident.resolution_code is null then 'not met'
        else 'met'
    end as answer,
    case
        when incident.resolution_code is null then 'no resolution code'
        else 'resolution code ' || incident.resolution_code
    end as reason
from incident
cross join parameter
where incident.closed_at >= parameter.period_from
    and incident.closed_at < parameter.period_to
    and incident.is_void is not true
order by subject
