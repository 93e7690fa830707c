-- One row per major incident closed in the period.
with

closed as (

    select
        major_incident.ticket_id,
        case when major_incident.declared_at is null then ' declaration' else '' end
        || case when major_incident.major_incident_manager_id is null then ' manager' else '' end
        || case when major_incident.customer_notified_at is null and major_incident.management_notified_at is null then ' message' else '' end
        || case when major_incident.resolved_at is null then ' resolution' else '' end
        || case when major_incident.reviewed_at is null then ' review' else '' end as missing
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
        when closed.missing = '' then 'all five steps are there'
        else 'missing:' || closed.missing
    end as reason
from closed
order by subject
