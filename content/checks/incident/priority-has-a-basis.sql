-- One row per incident opened in the period.
with

rated as (

    select
        incident.ticket_id,
        case when incident.impact is null then ' impact' else '' end
        || case when incident.urgency is null then ' urgency' else '' end
        || case when incident.priority is null then ' priority' else '' end as missing
    from incident
    cross join parameter
    where incident.created_at >= parameter.period_from
        and incident.created_at < parameter.period_to
        and incident.is_void is not true

)

select
    rated.ticket_id as subject,
    case
        when rated.missing = '' then 'met'
        else 'not met'
    end as answer,
    case
        when rated.missing = '' then 'impact, urgency and priority are there'
        else 'missing:' || rated.missing
    end as reason
from rated
order by subject
