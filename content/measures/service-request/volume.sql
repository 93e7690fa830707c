-- One row per month: service requests opened.
select
    service_request.created_month as period,
    cast(count(*) as integer) as value,
    cast(count(*) as integer) as n
from service_request
cross join parameter
where service_request.created_at >= parameter.period_from
    and service_request.created_at < parameter.period_to
group by service_request.created_month
order by period
