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
        sla_clock.is_breached,
        sla_clock.computed_by,
        sla_clock.pause_rule,
        sla_clock.reopen_rule
    from canonical.sla_clock

),

due as (

    select
        ticket.ticket_id || ':due' as clock_id,
        ticket.ticket_id,
        'resolution' as metric,
        cast(null as varchar) as agreement_id,
        ticket.created_at as started_at,
        ticket.ended_at as stopped_at,
        ticket.due_resolve_at as due_at,
        cast(null as double precision) as target_minutes,
        ticket.resolution_business_minutes as business_minutes,
        ticket.paused_minutes,
        coalesce(ticket.ended_at, parameter.data_until) > ticket.due_resolve_at as is_breached,
        'platform' as computed_by,
        'native' as pause_rule,
        'continue' as reopen_rule
    from ticket
    cross join parameter
    where ticket.due_resolve_at is not null
        and (ticket.ended_at is not null or ticket.is_open)
        and not exists (select 1 from kept where kept.ticket_id = ticket.ticket_id and kept.metric = 'resolution')

),

policy as (

    select
        ticket.ticket_id || ':policy' as clock_id,
        ticket.ticket_id,
        target.metric,
        cast(null as varchar) as agreement_id,
        ticket.created_at as started_at,
        ticket.ended_at as stopped_at,
        cast(null as timestamp) as due_at,
        target.minutes as target_minutes,
        case when target.calendar_id = 'always' then ticket.resolution_minutes else ticket.resolution_business_minutes end
        - case
            when target.pause_rule = 'none' then 0
            when target.calendar_id = 'always' then ticket.paused_minutes
            else ticket.paused_business_minutes
        end as business_minutes,
        ticket.paused_minutes,
        target.pause_rule
    from ticket
    inner join canonical.target
        on target.type = ticket.type
        and target.priority = ticket.priority
        and target.metric = 'resolution'
    where ticket.ended_at is not null
        and ticket.due_resolve_at is null
        and not exists (select 1 from kept where kept.ticket_id = ticket.ticket_id and kept.metric = 'resolution')

),

every_clock as (

    select * from kept
    union all
    select * from due
    union all
    select
        policy.clock_id,
        policy.ticket_id,
        policy.metric,
        policy.agreement_id,
        policy.started_at,
        policy.stopped_at,
        policy.due_at,
        policy.target_minutes,
        policy.business_minutes,
        policy.paused_minutes,
        policy.business_minutes > policy.target_minutes as is_breached,
        'platform' as computed_by,
        policy.pause_rule,
        'continue' as reopen_rule
    from policy

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
