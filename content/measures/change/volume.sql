-- One row per month: changes begun.
select
    month.month as period,
    cast(count(*) as integer) as value,
    cast(count(*) as integer) as n
from change
cross join parameter
inner join month
    on change.started_at >= month.from_at
    and change.started_at < month.to_at
where change.started_at >= parameter.period_from
    and change.started_at < parameter.period_to
group by month.month
order by period
