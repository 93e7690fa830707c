-- One row per month: requests closed, and those reopened by the counter.
select
    service_request.closed_month as period,
    cast(count(*) filter (where service_request.reopen_count > 0) as integer) as part,
    cast(count(*) as integer) as whole
from service_request
cross join parameter
where service_request.closed_at >= parameter.period_from
    and service_request.closed_at < parameter.period_to
    and service_request.reopen_count is not null
group by service_request.closed_month
order by period
