-- One row per clock: those the source kept, and those we compute from due times and from the organization's own targets.
with

kept as (

    select
        sla_clock.clock_id,
        sla_clock.ticket_id,
        sla_clock.metric,
        sla_clock.agreement_id,
        sla_clock.started_at,
        sla_clock.stopped_at,
        sla_clock.due_at,
        sla_clock.target_minutes,
        sla_clock.business_minutes,
        sla_clock.paused_minutes,
        case
            when sla_clock.is_breached then true
            when sla_clock.stopped_at is null and ticket.ended_at is null and sla_clock.due_at < parameter.data_until then true
            when sla_clock.is_breached is not null then false
            when sla_clock.due_at is not null then coalesce(sla_clock.stopped_at, ticket.ended_at, parameter.data_until) > sla_clock.due_at
            else sla_clock.business_minutes > sla_clock.target_minutes
        end as is_breached,
        sla_clock.computed_by,
        sla_clock.pause_rule,
        sla_clock.reopen_rule
    from canonical.sla_clock
    cross join parameter
    inner join ticket on ticket.ticket_id = sla_clock.ticket_id

),

unkept as (

    select
        ticket.ticket_id,
        ticket.type,
        ticket.priority,
        ticket.created_at,
        ticket.ended_at,
        coalesce(ticket.ended_at, parameter.data_until) as until_at,
        ticket.due_resolve_at,
        ticket.resolution_business_minutes,
        ticket.paused_minutes
    from ticket
    cross join parameter
    where (ticket.ended_at is not null or ticket.is_open)
        and not exists (select 1 from canonical.sla_clock where sla_clock.ticket_id = ticket.ticket_id and sla_clock.metric = 'resolution')

),

due as (

    select
        unkept.ticket_id || ':due' as clock_id,
        unkept.ticket_id,
        'resolution' as metric,
        cast(null as varchar) as agreement_id,
        unkept.created_at as started_at,
        unkept.ended_at as stopped_at,
        unkept.due_resolve_at as due_at,
        cast(null as double precision) as target_minutes,
        unkept.resolution_business_minutes as business_minutes,
        unkept.paused_minutes,
        unkept.until_at > unkept.due_resolve_at as is_breached,
        'platform' as computed_by,
        'native' as pause_rule,
        'continue' as reopen_rule
    from unkept
    where unkept.due_resolve_at is not null

),

aimed as (

    select
        unkept.ticket_id,
        unkept.created_at,
        unkept.ended_at,
        unkept.until_at,
        target.metric,
        target.minutes as target_minutes,
        target.calendar_id,
        target.pause_rule
    from unkept
    inner join canonical.target
        on target.type = unkept.type
        and target.priority = unkept.priority
        and target.metric = 'resolution'
    where unkept.due_resolve_at is null

),

span as (

    select
        aimed.ticket_id,
        aimed.calendar_id,
        aimed.created_at as from_at,
        aimed.until_at as to_at,
        false as is_pause
    from aimed
    union all
    select
        aimed.ticket_id,
        aimed.calendar_id,
        state_interval.from_at,
        least(coalesce(state_interval.to_at, aimed.until_at), aimed.until_at) as to_at,
        true as is_pause
    from aimed
    inner join state_interval on state_interval.ticket_id = aimed.ticket_id
    where state_interval.from_at < aimed.until_at
        and (
            (aimed.pause_rule = 'pending_customer' and state_interval.state = 'pending_customer')
            or (aimed.pause_rule = 'pending_any' and (state_interval.clock = 'paused' or state_interval.state like 'pending%'))
        )

),

counted as (

    select
        span.ticket_id,
        span.is_pause,
        extract(epoch from span.to_at - span.from_at) / 60 as calendar_minutes,
        case
            when span.calendar_id = 'always' then extract(epoch from span.to_at - span.from_at) / 60
            else (to_hour.minutes_before + greatest(0, extract(epoch from least(span.to_at, to_hour.open_to) - to_hour.open_from)) / 60)
                - (from_hour.minutes_before + greatest(0, extract(epoch from least(span.from_at, from_hour.open_to) - from_hour.open_from)) / 60)
        end as target_calendar_minutes
    from span
    left join canonical.calendar_hour as from_hour
        on from_hour.calendar_id = span.calendar_id
        and from_hour.hour_at = date_trunc('hour', span.from_at)
    left join canonical.calendar_hour as to_hour
        on to_hour.calendar_id = span.calendar_id
        and to_hour.hour_at = date_trunc('hour', span.to_at)

),

used as (

    select
        counted.ticket_id,
        sum(case when counted.is_pause then -counted.target_calendar_minutes else counted.target_calendar_minutes end) as business_minutes,
        sum(case when counted.is_pause then counted.calendar_minutes else 0 end) as paused_minutes
    from counted
    group by counted.ticket_id

),

policy as (

    select
        aimed.ticket_id || ':policy' as clock_id,
        aimed.ticket_id,
        aimed.metric,
        cast(null as varchar) as agreement_id,
        aimed.created_at as started_at,
        aimed.ended_at as stopped_at,
        cast(null as timestamp) as due_at,
        aimed.target_minutes,
        used.business_minutes,
        used.paused_minutes,
        used.business_minutes > aimed.target_minutes as is_breached,
        'platform' as computed_by,
        aimed.pause_rule,
        'continue' as reopen_rule
    from aimed
    inner join used on used.ticket_id = aimed.ticket_id

),

every_clock as (

    select * from kept
    union all
    select * from due
    union all
    select * from policy

)

select
    every_clock.clock_id,
    every_clock.ticket_id,
    ticket.type,
    ticket.priority,
    ticket.service_id,
    ticket.customer_id,
    every_clock.metric,
    every_clock.agreement_id,
    every_clock.started_at,
    every_clock.stopped_at,
    every_clock.due_at,
    every_clock.target_minutes,
    every_clock.business_minutes,
    every_clock.paused_minutes,
    every_clock.is_breached,
    every_clock.computed_by,
    every_clock.pause_rule,
    every_clock.reopen_rule,
    ticket.created_month,
    ticket.resolved_month,
    ticket.is_open
from every_clock
inner join ticket on ticket.ticket_id = every_clock.ticket_id
order by every_clock.clock_id
