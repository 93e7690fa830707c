-- One row per incident closed in the period.
select
    incident.ticket_id as subject,
    case
        when incident.note_count > 0 then 'met'
        else 'not met'
    end as answer,
    case
        when incident.note_count > 0 then cast(incident.note_count as varchar) || ' notes'
        when incident.has_closure_notes then 'only a closing note'
        else 'no note at all'
    end as reason
from incident
cross join parameter
where incident.closed_at >= parameter.period_from
    and incident.closed_at < parameter.period_to
    and incident.is_void is not true
order by subject
