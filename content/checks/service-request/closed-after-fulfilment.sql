-- One row per service request fulfilled in the period that is closed or should be.
with

fulfilled as (

    select
        service_request.ticket_id,
        service_request.resolved_at,
        service_request.closed_at,
        service_request.resolved_at + parameter.limit_days * interval '1 day' as limit_at
    from service_request
    cross join parameter
    where service_request.resolved_at >= parameter.period_from
        and service_request.resolved_at < parameter.period_to
        and (service_request.closed_at is not null or service_request.resolved_at + parameter.limit_days * interval '1 day' <= parameter.data_until)

)

select
    fulfilled.ticket_id as subject,
    case
        when fulfilled.closed_at <= fulfilled.limit_at then 'met'
        else 'not met'
    end as answer,
    case
        when fulfilled.closed_at is null then 'fulfilled and never closed'
        else 'closed ' || cast(cast(floor(extract(epoch from fulfilled.closed_at - fulfilled.resolved_at) / 86400) as integer) as varchar) || ' days after fulfilment'
    end as reason
from fulfilled
order by subject
