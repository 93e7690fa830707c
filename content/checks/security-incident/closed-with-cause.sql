-- One row per security incident closed in the period.
select
    security_incident.ticket_id as subject,
    case
        when security_incident.root_cause_code is null then 'not met'
        else 'met'
    end as answer,
    case
        when security_incident.root_cause_code is null then 'no cause'
        else 'cause ' || security_incident.root_cause_code
    end as reason
from security_incident
cross join parameter
where security_incident.closed_at >= parameter.period_from
    and security_incident.closed_at < parameter.period_to
    and coalesce(security_incident.state, '') not in ('false_positive', 'cancelled', 'merged')
order by subject
