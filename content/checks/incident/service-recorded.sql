-- One row per incident opened in the period.
select
    incident.ticket_id as subject,
    case
        when incident.service_id is null then 'not met'
        else 'met'
    end as answer,
    case
        when incident.service_id is null then 'no service'
        else 'service ' || incident.service_id
    end as reason
from incident
cross join parameter
where incident.created_at >= parameter.period_from
    and incident.created_at < parameter.period_to
    and coalesce(incident.state, '') not in ('cancelled', 'merged')
order by subject
