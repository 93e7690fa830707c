-- One row per month: changes closed with all four times, and those inside their window.
select
    change.closed_month as period,
    cast(count(*) filter (where change.actual_start >= change.planned_start and change.actual_end <= change.planned_end) as integer) as part,
    cast(count(*) as integer) as whole
from change
cross join parameter
where change.closed_at >= parameter.period_from
    and change.closed_at < parameter.period_to
    and change.planned_start is not null
    and change.planned_end is not null
    and change.actual_start is not null
    and change.actual_end is not null
group by change.closed_month
order by period
