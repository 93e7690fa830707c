-- One row per security incident whose resolution clock was decided in the period.
with

decided as (

    select
        clock.ticket_id,
        count(*) filter (where clock.is_breached) as missed,
        count(*) filter (where clock.is_breached is null) as unclear
    from clock
    inner join security_incident on security_incident.ticket_id = clock.ticket_id
    cross join parameter
    where clock.metric = 'resolution'
        and (clock.stopped_at is not null or (clock.is_open and clock.due_at <= parameter.data_until))
        and coalesce(clock.due_at, clock.stopped_at) >= parameter.period_from
        and coalesce(clock.due_at, clock.stopped_at) < parameter.period_to
    group by clock.ticket_id

)

select
    decided.ticket_id as subject,
    case
        when decided.missed > 0 then 'not met'
        when decided.unclear > 0 then 'unknown'
        else 'met'
    end as answer,
    case
        when decided.missed > 0 then 'target missed'
        when decided.unclear > 0 then 'the clock does not say whether the target was met'
        else 'resolved within target'
    end as reason
from decided
order by subject
