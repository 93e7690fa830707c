-- One row per month: unplanned outages with a ticket whose channel is known, and those that monitoring found.
select
    month.month as period,
    cast(count(*) filter (where lower(ticket.channel) like parameter.monitoring_like) as integer) as part,
    cast(count(*) as integer) as whole
from outage
cross join parameter
inner join month
    on outage.start_at >= month.from_at
    and outage.start_at < month.to_at
inner join ticket on ticket.ticket_id = outage.ticket_id
where not coalesce(outage.is_planned, false)
    and ticket.channel is not null
group by month.month
order by period
