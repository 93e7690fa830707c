-- One row per incident closed in the period.
with

closed as (

    select
        incident.ticket_id,
        case when incident.category is null then ' category' else '' end
        || case when incident.impact is null then ' impact' else '' end
        || case when incident.urgency is null then ' urgency' else '' end
        || case when incident.priority is null then ' priority' else '' end
        || case when incident.group_id is null then ' group' else '' end
        || case when incident.resolution_code is null then ' resolution code' else '' end as missing
    from incident
    cross join parameter
    where incident.closed_at >= parameter.period_from
        and incident.closed_at < parameter.period_to
        and incident.is_void is not true

)

select
    closed.ticket_id as subject,
    case
        when closed.missing = '' then 'met'
        else 'not met'
    end as answer,
    case
        when closed.missing = '' then 'complete'
        else 'missing:' || closed.missing
    end as reason
from closed
order by subject
