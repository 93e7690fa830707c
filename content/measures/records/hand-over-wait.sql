-- One row per month: median hours from a hand-over between groups to the next event of the ticket; n is the number of hand-overs.
with

hand_over as (

    select
        event.ticket_id,
        event.seq,
        event.happened_at
    from event
    cross join parameter
    where event.group_id is not null
        and event.prior_group_id is not null
        and event.group_id <> event.prior_group_id
        and event.happened_at >= parameter.period_from
        and event.happened_at < parameter.period_to

),

waited as (

    select
        hand_over.happened_at,
        extract(epoch from next_event.happened_at - hand_over.happened_at) / 3600 as wait_hours
    from hand_over
    inner join event as next_event
        on next_event.ticket_id = hand_over.ticket_id
        and next_event.seq = hand_over.seq + 1

)

select
    month.month as period,
    percentile_cont(0.5) within group (order by waited.wait_hours) as value,
    cast(count(*) as integer) as n
from waited
inner join month
    on waited.happened_at >= month.from_at
    and waited.happened_at < month.to_at
group by month.month
order by period
