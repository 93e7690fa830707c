-- One row per month: changes opened, and the standard changes among them.
select
    change.created_month as period,
    cast(count(*) filter (where change.change_type = 'standard') as integer) as part,
    cast(count(*) as integer) as whole
from change
cross join parameter
where change.created_at >= parameter.period_from
    and change.created_at < parameter.period_to
    and change.change_type is not null
group by change.created_month
order by period
