-- One row per ticket with at least one event.
with

lived as (

    select
        ticket.ticket_id,
        ticket.created_at,
        ticket.closed_at,
        coalesce(ticket.resolved_at, ticket.closed_at) as ended_at,
        case
            when coalesce(ticket.resolved_at, ticket.closed_at) is not null then coalesce(ticket.resolved_at, ticket.closed_at)
            when not ticket.is_finished then parameter.data_until
        end as lived_until
    from canonical.ticket
    cross join parameter

),

added as (

    select
        event.ticket_id,
        cast(count(*) filter (where event.kind = 'note') as integer) as note_count,
        cast(count(*) filter (
            where event.kind <> 'created'
                and event.happened_at >= lived.created_at
                and (lived.ended_at is null or event.happened_at <= lived.ended_at)
                and not coalesce(event.is_derived, false)
        ) as integer) as action_count,
        max(event.happened_at) as last_activity_at,
        min(case when event.kind = 'escalation' then event.happened_at end) as escalated_at,
        min(case when event.kind = 'notify_management' then event.happened_at end) as management_notified_at,
        min(case when event.kind = 'notify_customer' then event.happened_at end) as customer_notified_at,
        min(case when event.kind = 'review' then event.happened_at end) as reviewed_at,
        min(case when event.kind = 'declare' then event.happened_at end) as declared_at,
        cast(count(*) filter (where event.kind = 'field' and event.happened_at > lived.closed_at) as integer) as edited_after_closed_count,
        max(case when lived.ended_at is null or event.happened_at <= lived.ended_at then extract(epoch from event.happened_at - event.prior_at) end) as longest_gap_seconds,
        extract(epoch from max(lived.lived_until) - max(case when lived.ended_at is null or event.happened_at <= lived.ended_at then event.happened_at end)) as last_gap_seconds
    from canonical.event
    inner join lived on lived.ticket_id = event.ticket_id
    group by event.ticket_id

)

select
    added.ticket_id,
    added.note_count,
    added.action_count,
    added.last_activity_at,
    added.escalated_at,
    added.management_notified_at,
    added.customer_notified_at,
    added.reviewed_at,
    added.declared_at,
    added.edited_after_closed_count,
    greatest(added.longest_gap_seconds, added.last_gap_seconds) / 86400 as longest_silence_days
from added
