-- One row per month: median days from opening to the end of work of normal changes.
select
    month.month as period,
    percentile_cont(0.5) within group (order by cast(extract(epoch from change.actual_end - change.created_at) as double precision)) / 86400 as value,
    cast(count(*) as integer) as n
from change
cross join parameter
inner join month
    on change.actual_end >= month.from_at
    and change.actual_end < month.to_at
where change.change_type = 'normal'
    and change.created_at is not null
    and change.actual_end >= parameter.period_from
    and change.actual_end < parameter.period_to
group by month.month
order by period
