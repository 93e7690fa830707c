-- One row per major incident opened in the period.
select
    major_incident.ticket_id as subject,
    case
        when major_incident.major_incident_manager_id is null then 'not met'
        else 'met'
    end as answer,
    case
        when major_incident.major_incident_manager_id is null then 'no major incident manager'
        else 'a major incident manager is named'
    end as reason
from major_incident
cross join parameter
where major_incident.created_at >= parameter.period_from
    and major_incident.created_at < parameter.period_to
    and coalesce(major_incident.state, '') not in ('cancelled', 'merged', 'downgraded')
order by subject
