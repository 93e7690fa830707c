-- One row per security incident opened in the period.
with

reported as (

    select
        security_incident.ticket_id,
        case when security_incident.category is null then ' class' else '' end
        || case when security_incident.service_id is null then ' service' else '' end as missing
    from security_incident
    cross join parameter
    where security_incident.created_at >= parameter.period_from
        and security_incident.created_at < parameter.period_to
        and coalesce(security_incident.state, '') not in ('false_positive', 'cancelled', 'merged')

)

select
    reported.ticket_id as subject,
    case
        when reported.missing = '' then 'met'
        else 'not met'
    end as answer,
    case
        when reported.missing = '' then 'class and service are there'
        else 'missing:' || reported.missing
    end as reason
from reported
order by subject
