-- One row per month: incidents whose resolution clock was decided, and those inside the target.
with

decided as (

    select
        clock.ticket_id,
        bool_or(clock.is_breached) as is_missed,
        min(coalesce(clock.due_at, clock.stopped_at)) as decided_at
    from clock
    cross join parameter
    where clock.type = 'incident'
        and clock.metric = 'resolution'
        and clock.is_breached is not null
        and (clock.stopped_at is not null or (clock.is_open and clock.due_at <= parameter.data_until))
        and coalesce(clock.due_at, clock.stopped_at) >= parameter.period_from
        and coalesce(clock.due_at, clock.stopped_at) < parameter.period_to
    group by clock.ticket_id

)

select
    month.month as period,
    cast(count(*) filter (where not decided.is_missed) as integer) as part,
    cast(count(*) as integer) as whole
from decided
inner join month
    on decided.decided_at >= month.from_at
    and decided.decided_at < month.to_at
group by month.month
order by period
