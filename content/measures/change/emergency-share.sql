-- One row per month: changes begun, and the emergency changes among them.
select
    month.month as period,
    cast(count(*) filter (where change.change_type = 'emergency') as integer) as part,
    cast(count(*) as integer) as whole
from change
cross join parameter
inner join month
    on change.started_at >= month.from_at
    and change.started_at < month.to_at
where change.started_at >= parameter.period_from
    and change.started_at < parameter.period_to
group by month.month
order by period
