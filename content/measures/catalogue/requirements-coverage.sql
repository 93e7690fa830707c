-- One row per month: live services in scope at its end, and those with requirements agreed by then.
select
    month.month as period,
    cast(count(*) filter (where service.requirements_at < month.to_at) as integer) as part,
    cast(count(*) as integer) as whole
from month
cross join parameter
cross join service
where service.status = 'live'
    and coalesce(service.is_in_scope, true)
    and (service.live_at is null or service.live_at < month.to_at)
    and month.from_at < parameter.data_until
group by month.month
order by period
