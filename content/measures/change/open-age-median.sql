-- One row per month: median age in days of the changes open and not begun at its end.
with

ending as (

    select
        month.month,
        month.from_at,
        least(month.to_at, parameter.data_until) as asked_at
    from month
    cross join parameter
    where month.from_at < parameter.data_until

)

select
    ending.month as period,
    percentile_cont(0.5) within group (order by cast(extract(epoch from ending.asked_at - change.created_at) as double precision)) / 86400 as value,
    cast(count(*) as integer) as n
from ending
inner join change
    on change.created_at < ending.asked_at
    and (change.is_open or change.ended_at >= ending.asked_at)
where change.started_at is null
    or change.started_at >= ending.asked_at
group by ending.month
order by period
