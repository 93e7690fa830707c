-- One row per unplanned outage that began in the period.
select
    outage.outage_id as subject,
    case
        when outage.end_at >= outage.start_at or (outage.end_at is null and ticket.is_open) then 'met'
        when outage.end_at is null and outage.ticket_id is not null and ticket.ticket_id is null then 'unknown'
        else 'not met'
    end as answer,
    case
        when outage.end_at >= outage.start_at then 'end recorded'
        when outage.end_at < outage.start_at then 'ends before it begins'
        when outage.ticket_id is null then 'no end and no ticket'
        when ticket.ticket_id is null then 'no end, ticket not in the data'
        when ticket.is_open then 'still running'
        else 'no end, though its ticket has ended'
    end as reason
from outage
cross join parameter
left join ticket on ticket.ticket_id = outage.ticket_id
where not coalesce(outage.is_planned, false)
    and outage.start_at >= parameter.period_from
    and outage.start_at < parameter.period_to
order by subject
