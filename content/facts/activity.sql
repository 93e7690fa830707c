-- One row per ticket with at least one recorded event.
select
    event.ticket_id,
    cast(count(*) filter (where event.kind = 'note') as integer) as note_count,
    cast(count(*) filter (where event.kind <> 'created' and event.happened_at >= ticket.created_at and (ticket.ended_at is null or event.happened_at <= ticket.ended_at) and event.is_derived = false) as integer) as action_count,
    max(event.happened_at) as last_activity_at,
    min(case when event.kind = 'escalation' then event.happened_at end) as escalated_at,
    min(case when event.kind = 'notify_management' then event.happened_at end) as management_notified_at,
    min(case when event.kind = 'notify_customer' then event.happened_at end) as customer_notified_at,
    min(case when event.kind = 'review' then event.happened_at end) as reviewed_at,
    min(case when event.kind = 'declare' then event.happened_at end) as declared_at,
    cast(count(*) filter (where event.kind = 'field' and event.happened_at > ticket.closed_at) as integer) as edited_after_closed_count,
    max(case when ticket.ended_at is null or event.happened_at <= ticket.ended_at then extract(epoch from event.happened_at - event.prior_at) / 86400 end) as longest_silence_days
from canonical.event
inner join (select ticket_id, created_at, closed_at, coalesce(resolved_at, closed_at) as ended_at from canonical.ticket) as ticket
    on ticket.ticket_id = event.ticket_id
group by event.ticket_id
