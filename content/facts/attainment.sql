-- One row per resolution clock that counts: as decided at an instant, in a month of service levels, or both.
with

judged as (

    select
        clock.clock_id,
        clock.ticket_id,
        clock.type,
        clock.service_id,
        ticket.supplier_id,
        case
            when clock.stopped_at is not null or (clock.is_open and clock.due_at <= parameter.data_until)
                then coalesce(clock.due_at, clock.stopped_at)
        end as decided_at,
        case
            when clock.is_breached is not null and (not clock.is_open or clock.is_breached)
                then coalesce(clock.resolved_month, clock.created_month)
        end as month,
        clock.is_breached as is_missed
    from clock
    inner join ticket on ticket.ticket_id = clock.ticket_id
    cross join parameter
    where clock.metric = 'resolution'

)

select
    judged.clock_id,
    judged.ticket_id,
    judged.type,
    judged.service_id,
    judged.supplier_id,
    judged.decided_at,
    judged.month,
    judged.is_missed
from judged
where judged.decided_at is not null
    or judged.month is not null
order by judged.clock_id
