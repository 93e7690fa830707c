-- One row per major incident closed in the period.
with

closed as (

    select
        major_incident.ticket_id,
        case when major_incident.service_id is null then ' service' else '' end
        || case when major_incident.priority is null then ' priority' else '' end
        || case when major_incident.declared_at is null then ' declaration' else '' end
        || case when major_incident.major_incident_manager_id is null then ' manager' else '' end
        || case when major_incident.resolution_code is null then ' resolution code' else '' end as missing
    from major_incident
    cross join parameter
    where major_incident.closed_at >= parameter.period_from
        and major_incident.closed_at < parameter.period_to
        and coalesce(major_incident.state, '') not in ('cancelled', 'merged', 'downgraded')

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
