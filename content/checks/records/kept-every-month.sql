-- One row per main ticket type and complete month.
select
    replace(backlog.type, '_', ' ') || ' / ' || backlog.month as subject,
    case when backlog.opened_count + backlog.ended_count > 0 then 'met' else 'not met' end as answer,
    backlog.opened_count || ' opened, ' || backlog.ended_count || ' ended' as reason
from backlog
cross join parameter
inner join month on month.month = backlog.month
where backlog.type in ('incident', 'service_request', 'problem', 'change')
    and month.to_at <= parameter.data_until
order by subject
