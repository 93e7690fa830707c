-- One row per month: changes closed as successful, and those with issues among them.
select
    change.closed_month as period,
    cast(count(*) filter (where change.outcome = 'successful_with_issues') as integer) as part,
    cast(count(*) as integer) as whole
from change
cross join parameter
where change.closed_at >= parameter.period_from
    and change.closed_at < parameter.period_to
    and change.outcome in ('successful', 'successful_with_issues')
group by change.closed_month
order by period
