-- One row per month: median working hours to fulfilment.
select
    service_request.resolved_month as period,
    percentile_cont(0.5) within group (order by service_request.resolution_business_minutes) / 60 as value,
    cast(count(*) as integer) as n
from service_request
cross join parameter
where service_request.ended_at >= parameter.period_from
    and service_request.ended_at < parameter.period_to
    and service_request.resolution_business_minutes is not null
    and coalesce(service_request.state, '') not in ('rejected', 'cancelled', 'merged', 'not_fulfilled')
group by service_request.resolved_month
order by period
