-- One row per incident opened in the period.
select
    incident.ticket_id as subject,
    case
        when incident.category is null then 'not met'
        when lower(incident.category) in ('other', 'others', 'misc', 'miscellaneous', 'unknown', 'unclassified', 'none', 'n/a') then 'not met'
        else 'met'
    end as answer,
    case
        when incident.category is null then 'no category'
        else 'category ' || incident.category
    end as reason
from incident
cross join parameter
where incident.created_at >= parameter.period_from
    and incident.created_at < parameter.period_to
    and incident.is_void is not true
order by subject
