-- One row per month: changes closed with an outcome, and the successful ones among them.
select
    change.closed_month as period,
    cast(count(*) filter (where change.outcome = 'successful') as integer) as part,
    cast(count(*) as integer) as whole
from change
cross join parameter
where change.closed_at >= parameter.period_from
    and change.closed_at < parameter.period_to
    and change.outcome is not null
    and change.outcome <> 'cancelled'
group by change.closed_month
order by period
