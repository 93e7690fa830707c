-- One row per month: median days from opening to the recorded cause.
select
    month.month as period,
    percentile_cont(0.5) within group (order by cast(extract(epoch from problem.root_cause_at - problem.created_at) as double precision)) / 86400 as value,
    cast(count(*) as integer) as n
from problem
cross join parameter
inner join month
    on problem.root_cause_at >= month.from_at
    and problem.root_cause_at < month.to_at
where problem.created_at is not null
    and problem.root_cause_at >= parameter.period_from
    and problem.root_cause_at < parameter.period_to
group by month.month
order by period
