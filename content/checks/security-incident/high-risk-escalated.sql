-- One row per security incident of high risk opened in the period.
with

serious as (

    select
        security_incident.ticket_id,
        security_incident.created_at,
        security_incident.escalated_at,
        security_incident.created_at + parameter.limit_minutes * interval '1 minute' as limit_at
    from security_incident
    cross join parameter
    where (lower(security_incident.risk_rating) like '%high%' or lower(security_incident.risk_rating) like '%critical%' or lower(security_incident.risk_rating) like '%severe%')
        and security_incident.created_at >= parameter.period_from
        and security_incident.created_at < parameter.period_to
        and coalesce(security_incident.state, '') not in ('false_positive', 'cancelled', 'merged')
        and (security_incident.escalated_at is not null or security_incident.created_at + parameter.limit_minutes * interval '1 minute' <= parameter.data_until)

)

select
    serious.ticket_id as subject,
    case
        when serious.escalated_at <= serious.limit_at then 'met'
        else 'not met'
    end as answer,
    case
        when serious.escalated_at is null then 'no escalation recorded'
        else 'escalated ' || cast(cast(floor(extract(epoch from serious.escalated_at - serious.created_at) / 60) as integer) as varchar) || ' minutes after opening'
    end as reason
from serious
order by subject
