-- One row per month: requests open at its end, and those older than the limit.
with

moment as (

    select
        month.month,
        least(month.to_at, parameter.data_until) as at_end,
        parameter.limit_days
    from month
    cross join parameter
    where month.from_at < parameter.data_until

),

lasting as (

    select
        service_request.created_at,
        coalesce(service_request.ended_at, parameter.data_until) as until_at
    from service_request
    cross join parameter
    where (service_request.ended_at is not null or service_request.is_open)
        and (service_request.resolved_month is null or service_request.resolved_month <> service_request.created_month)

)

select
    moment.month as period,
    cast(count(*) filter (where lasting.created_at + moment.limit_days * interval '1 day' < moment.at_end) as integer) as part,
    cast(count(*) as integer) as whole
from moment
inner join lasting
    on lasting.created_at < moment.at_end
    and lasting.until_at >= moment.at_end
group by moment.month
order by period
