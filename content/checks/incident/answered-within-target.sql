-- One row per incident whose first answer fell due in the period.
select
    incident.ticket_id as subject,
    case
        when incident.first_response_at <= incident.due_response_at then 'met'
        else 'not met'
    end as answer,
    case
        when incident.first_response_at is null then 'no first answer recorded'
        when incident.first_response_at <= incident.due_response_at then 'answered within target'
        else 'answered ' || cast(cast(floor(extract(epoch from incident.first_response_at - incident.due_response_at) / 60) as integer) as varchar) || ' minutes late'
    end as reason
from incident
cross join parameter
where incident.due_response_at >= parameter.period_from
    and incident.due_response_at < parameter.period_to
    and (incident.first_response_at is not null or incident.due_response_at <= parameter.data_until)
    and incident.is_void is not true
order by subject
