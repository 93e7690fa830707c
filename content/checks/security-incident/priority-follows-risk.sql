-- One row per security incident of high risk opened in the period.
select
    security_incident.ticket_id as subject,
    case
        when security_incident.priority is null then 'not met'
        when security_incident.priority <= parameter.least_priority then 'met'
        else 'not met'
    end as answer,
    'risk ' || security_incident.risk_rating
    || case
        when security_incident.priority is null then ', no priority'
        else ', priority ' || cast(security_incident.priority as varchar)
    end as reason
from security_incident
cross join parameter
where (lower(security_incident.risk_rating) like '%high%' or lower(security_incident.risk_rating) like '%critical%' or lower(security_incident.risk_rating) like '%severe%')
    and security_incident.created_at >= parameter.period_from
    and security_incident.created_at < parameter.period_to
    and coalesce(security_incident.state, '') not in ('false_positive', 'cancelled', 'merged')
order by subject
