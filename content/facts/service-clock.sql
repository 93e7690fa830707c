-- One row per clock in a month of the period, and one per incident or request without a resolution clock.
with

judged as (

    select
        clock.ticket_id,
        clock.clock_id,
        clock.metric,
        clock.service_id,
        clock.customer_id,
        clock.agreement_id,
        clock.due_at,
        clock.stopped_at,
        case
            when clock.is_breached and clock.is_open and clock.stopped_at is null then 'open missed'
            when clock.is_breached then 'missed'
            when clock.is_breached is null then 'unusable'
            when clock.is_open and (clock.stopped_at is null or clock.metric = 'resolution') then 'running'
            when clock.stopped_at is null then 'unusable'
            else 'kept'
        end as outcome,
        clock.computed_by,
        clock.pause_rule,
        clock.reopen_rule,
        case when clock.metric = 'resolution' then coalesce(clock.resolved_month, clock.created_month) end as month,
        case
            when clock.metric <> 'resolution'
                then coalesce(clock.stopped_at, case when clock.is_breached then clock.due_at end, clock.started_at)
        end as counted_at
    from clock

),

bare as (

    select
        ticket.ticket_id,
        ticket.service_id,
        ticket.customer_id,
        coalesce(ticket.resolved_month, ticket.created_month) as month
    from ticket
    left join clock
        on clock.ticket_id = ticket.ticket_id
        and clock.metric = 'resolution'
    where ticket.type in ('incident', 'service_request')
        and not ticket.is_void
        and clock.ticket_id is null

),

placed as (

    select
        judged.ticket_id,
        judged.clock_id,
        judged.metric,
        judged.service_id,
        judged.customer_id,
        judged.agreement_id,
        judged.due_at,
        judged.stopped_at,
        judged.outcome,
        judged.computed_by,
        judged.pause_rule,
        judged.reopen_rule,
        month.month
    from judged
    inner join month on month.month = judged.month
    union all
    select
        judged.ticket_id,
        judged.clock_id,
        judged.metric,
        judged.service_id,
        judged.customer_id,
        judged.agreement_id,
        judged.due_at,
        judged.stopped_at,
        judged.outcome,
        judged.computed_by,
        judged.pause_rule,
        judged.reopen_rule,
        month.month
    from judged
    inner join month
        on judged.counted_at >= month.from_at
        and judged.counted_at < month.to_at
    union all
    select
        bare.ticket_id,
        cast(null as varchar) as clock_id,
        'resolution' as metric,
        bare.service_id,
        bare.customer_id,
        cast(null as varchar) as agreement_id,
        cast(null as timestamp) as due_at,
        cast(null as timestamp) as stopped_at,
        'no clock' as outcome,
        cast(null as varchar) as computed_by,
        cast(null as varchar) as pause_rule,
        cast(null as varchar) as reopen_rule,
        month.month
    from bare
    inner join month on month.month = bare.month

)

select
    placed.ticket_id,
    placed.clock_id,
    placed.metric,
    placed.service_id,
    placed.customer_id,
    ticket.group_id,
    ticket.supplier_id,
    placed.agreement_id,
    placed.month,
    placed.outcome,
    placed.due_at,
    placed.stopped_at,
    placed.computed_by,
    placed.pause_rule,
    placed.reopen_rule
from placed
inner join ticket on ticket.ticket_id = placed.ticket_id
order by
    placed.ticket_id,
    placed.metric,
    placed.clock_id
