-- One row per month: tickets handed to suppliers whose resolution clock was decided, and those inside the target.
with

decided as (

    select
        clock.ticket_id,
        coalesce(clock.resolved_month, clock.created_month) as month,
        bool_or(clock.is_breached) as is_missed
    from clock
    inner join ticket on ticket.ticket_id = clock.ticket_id
    where clock.metric = 'resolution'
        and ticket.supplier_id is not null
        and clock.is_breached is not null
        and (not clock.is_open or clock.is_breached)
    group by
        clock.ticket_id,
        coalesce(clock.resolved_month, clock.created_month)

)

select
    month.month as period,
    cast(count(*) filter (where not decided.is_missed) as integer) as part,
    cast(count(*) as integer) as whole
from decided
inner join month on month.month = decided.month
group by month.month
order by period
