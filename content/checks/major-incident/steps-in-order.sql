-- One row per major incident resolved in the period.
select
    major_incident.ticket_id as subject,
    case
        when major_incident.declared_at is null then 'not met'
        when major_incident.declared_at > major_incident.resolved_at then 'not met'
        when major_incident.reviewed_at < major_incident.resolved_at then 'not met'
        else 'met'
    end as answer,
    case
        when major_incident.declared_at is null then 'no declaration recorded'
        when major_incident.declared_at > major_incident.resolved_at then 'declared after the service was restored'
        when major_incident.reviewed_at < major_incident.resolved_at then 'reviewed before the service was restored'
        else 'in order'
    end as reason
from major_incident
cross join parameter
where major_incident.resolved_at >= parameter.period_from
    and major_incident.resolved_at < parameter.period_to
order by subject
