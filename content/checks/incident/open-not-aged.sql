-- One row per incident open at the end of the data.
select
    incident.ticket_id as subject,
    case
        when incident.age_days <= parameter.limit_days then 'met'
        else 'not met'
    end as answer,
    'open for ' || cast(cast(floor(incident.age_days) as integer) as varchar) || ' days' as reason
from incident
cross join parameter
where incident.is_open
    and incident.created_at < parameter.period_to
order by subject
