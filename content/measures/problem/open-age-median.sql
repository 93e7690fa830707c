-- One row per month: median age in days of the problems open at its end.
with

ending as (

    select
        month.month,
        least(month.to_at, parameter.data_until) as asked_at
    from month
    cross join parameter
    where month.from_at < parameter.data_until

)

select
    ending.month as period,
    percentile_cont(0.5) within group (order by cast(extract(epoch from ending.asked_at - problem.created_at) as double precision)) / 86400 as value,
    cast(count(*) as integer) as n
from ending
inner join problem
    on problem.created_at < ending.asked_at
    and (problem.is_open or problem.ended_at >= ending.asked_at)
group by ending.month
order by period
