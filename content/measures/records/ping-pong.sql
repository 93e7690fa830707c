-- One row per month: tickets ended with a recorded group, and those handed from one group to another and straight back.
with

hand_over as (

    select
        event.ticket_id,
        event.group_id,
        lag(event.prior_group_id) over (partition by event.ticket_id order by event.seq) as group_before_last
    from event
    where event.group_id is not null
        and event.prior_group_id is not null
        and event.group_id <> event.prior_group_id

),

returned as (

    select hand_over.ticket_id
    from hand_over
    where hand_over.group_id = hand_over.group_before_last
    group by hand_over.ticket_id

),

grouped as (

    select event.ticket_id
    from event
    where event.group_id is not null
    group by event.ticket_id

)

select
    ticket.resolved_month as period,
    cast(count(returned.ticket_id) as integer) as part,
    cast(count(*) as integer) as whole
from ticket
cross join parameter
inner join grouped on grouped.ticket_id = ticket.ticket_id
left join returned on returned.ticket_id = ticket.ticket_id
where ticket.ended_at >= parameter.period_from
    and ticket.ended_at < parameter.period_to
group by ticket.resolved_month
order by period
