-- One row per incident or service request closed in the period and changed afterwards.
with

late as (

    select
        ticket.ticket_id,
        count(*) as changes,
        count(*) filter (where event.actor_id is null) as nameless
    from event
    inner join ticket on ticket.ticket_id = event.ticket_id
    cross join parameter
    where event.kind = 'field'
        and event.happened_at > ticket.closed_at
        and ticket.type in ('incident', 'service_request')
        and ticket.closed_at >= parameter.period_from
        and ticket.closed_at < parameter.period_to
    group by ticket.ticket_id

)

select
    late.ticket_id as subject,
    case
        when late.nameless = 0 then 'met'
        else 'not met'
    end as answer,
    cast(late.nameless as varchar) || ' of ' || cast(late.changes as varchar) || ' late changes without a name' as reason
from late
order by subject
