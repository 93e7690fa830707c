-- One row per ticket type and pair of native statuses of which the second directly followed the first.
select
    ticket.type,
    event.prior_status_native as from_status,
    event.status_native as to_status,
    min(event.prior_state) as from_state,
    min(event.state) as to_state,
    cast(count(*) as integer) as n,
    percentile_cont(0.5) within group (order by extract(epoch from event.happened_at - event.prior_status_at) / 60) as median_minutes
from canonical.event
inner join canonical.ticket on ticket.ticket_id = event.ticket_id
where event.prior_status_native is not null
    and event.status_native is not null
group by
    ticket.type,
    event.prior_status_native,
    event.status_native
order by
    ticket.type,
    event.prior_status_native,
    event.status_native
