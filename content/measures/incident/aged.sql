-- One row per month: incidents open at its end, and those older than the limit.
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
        incident.created_at,
        coalesce(incident.ended_at, parameter.data_until) as until_at
    from incident
    cross join parameter
    where (incident.ended_at is not null or incident.is_open)
        and (incident.resolved_month is null or incident.resolved_month <> incident.created_month)

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
