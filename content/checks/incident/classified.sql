-- One row per incident opened in the period.
with

opened as (

    select
        incident.ticket_id,
        case when incident.category is null then ' category' else '' end
        || case when incident.service_id is null then ' service' else '' end as missing
    from incident
    cross join parameter
    where incident.created_at >= parameter.period_from
        and incident.created_at < parameter.period_to
        and incident.is_void is not true

)

select
    opened.ticket_id as subject,
    case
        when opened.missing = '' then 'met'
        else 'not met'
    end as answer,
    case
        when opened.missing = '' then 'category and service are there'
        else 'missing:' || opened.missing
    end as reason
from opened
order by subject
