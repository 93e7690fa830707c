-- One row per month: complaints due, and those closed by then.
select
    month.month as period,
    cast(count(*) filter (where complaint.closed_at <= complaint.due_resolve_at) as integer) as part,
    cast(count(*) as integer) as whole
from complaint
inner join month
    on complaint.due_resolve_at >= month.from_at
    and complaint.due_resolve_at < month.to_at
cross join parameter
where (complaint.closed_at is not null or complaint.due_resolve_at <= parameter.data_until)
    and complaint.is_void is not true
group by month.month
order by period
