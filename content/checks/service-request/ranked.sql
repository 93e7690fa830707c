-- One row per service request opened in the period.
select
    service_request.ticket_id as subject,
    case
        when service_request.priority is null and service_request.due_resolve_at is null then 'not met'
        else 'met'
    end as answer,
    case
        when service_request.priority is not null then 'priority ' || cast(service_request.priority as varchar)
        when service_request.due_resolve_at is not null then 'a due date'
        else 'neither priority nor due date'
    end as reason
from service_request
cross join parameter
where service_request.created_at >= parameter.period_from
    and service_request.created_at < parameter.period_to
    and service_request.is_void is not true
order by subject
