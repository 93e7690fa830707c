-- One row per security incident opened in the period.
select
    security_incident.ticket_id as subject,
    case
        when security_incident.risk_rating is null then 'not met'
        else 'met'
    end as answer,
    case
        when security_incident.risk_rating is null then 'no risk rating'
        else 'risk ' || security_incident.risk_rating
    end as reason
from security_incident
cross join parameter
where security_incident.created_at >= parameter.period_from
    and security_incident.created_at < parameter.period_to
    and coalesce(security_incident.state, '') not in ('false_positive', 'cancelled', 'merged')
order by subject
