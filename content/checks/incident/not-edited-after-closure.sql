-- One row per incident closed in the period.
select
    incident.ticket_id as subject,
    case
        when coalesce(incident.edited_after_closed_count, 0) = 0 then 'met'
        else 'not met'
    end as answer,
    cast(coalesce(incident.edited_after_closed_count, 0) as varchar) || ' changes after closure' as reason
from incident
cross join parameter
where incident.closed_at >= parameter.period_from
    and incident.closed_at < parameter.period_to
order by subject
