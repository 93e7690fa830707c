-- One row per service request closed in the period.
select
    service_request.ticket_id as subject,
    case
        when service_request.reopen_count is null then 'unknown'
        when service_request.reopen_count = 0 then 'met'
        else 'not met'
    end as answer,
    case
        when service_request.reopen_count is null then 'no count of reopenings'
        else 'opened again ' || cast(service_request.reopen_count as varchar) || ' times'
    end as reason
from service_request
cross join parameter
where service_request.closed_at >= parameter.period_from
    and service_request.closed_at < parameter.period_to
order by subject
