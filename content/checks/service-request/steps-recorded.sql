-- One row per service request closed in the period.
select
    service_request.ticket_id as subject,
    case
        when service_request.action_count > 0 then 'met'
        else 'not met'
    end as answer,
    cast(service_request.action_count as varchar) || ' steps recorded' as reason
from service_request
cross join parameter
where service_request.closed_at >= parameter.period_from
    and service_request.closed_at < parameter.period_to
    and service_request.is_void is not true
    and exists (select 1 from event where event.is_derived = false)
order by subject
