-- One row per complaint due in the period.
select
    complaint.ticket_id as subject,
    case
        when complaint.closed_at <= complaint.due_resolve_at then 'met'
        else 'not met'
    end as answer,
    case
        when complaint.closed_at is null then 'open and past due'
        when complaint.closed_at <= complaint.due_resolve_at then 'closed in time'
        else 'closed ' || cast(cast(floor(extract(epoch from complaint.closed_at - complaint.due_resolve_at) / 3600) as integer) as varchar) || ' hours late'
    end as reason
from complaint
cross join parameter
where complaint.due_resolve_at >= parameter.period_from
    and complaint.due_resolve_at < parameter.period_to
    and (complaint.closed_at is not null or complaint.due_resolve_at <= parameter.data_until)
    and complaint.is_void is not true
order by subject
