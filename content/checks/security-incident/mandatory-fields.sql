-- One row per security incident closed in the period.
with

closed as (

    select
        security_incident.ticket_id,
        case when security_incident.category is null then ' class' else '' end
        || case when security_incident.risk_rating is null then ' risk' else '' end
        || case when security_incident.service_id is null then ' service' else '' end
        || case when security_incident.priority is null then ' priority' else '' end
        || case when security_incident.group_id is null then ' group' else '' end
        || case when security_incident.resolution_code is null then ' resolution code' else '' end as missing
    from security_incident
    cross join parameter
    where security_incident.closed_at >= parameter.period_from
        and security_incident.closed_at < parameter.period_to
        and coalesce(security_incident.state, '') not in ('false_positive', 'cancelled', 'merged')

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
