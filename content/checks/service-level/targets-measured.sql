-- One row per service with an agreement and month in which its incidents or requests ended.
with

agreed as (

    select agreement.service_id
    from agreement
    cross join parameter
    where agreement.kind = 'sla'
        and agreement.agreed_at < parameter.period_to
        and (agreement.valid_to is null or agreement.valid_to >= parameter.period_from)
    group by agreement.service_id

),

handled as (

    select
        ticket.service_id,
        ticket.resolved_month as month,
        count(*) as ticket_count
    from ticket
    inner join month on month.month = ticket.resolved_month
    where ticket.type in ('incident', 'service_request')
    group by
        ticket.service_id,
        ticket.resolved_month

),

measured as (

    select
        clock.service_id,
        clock.resolved_month as month,
        count(distinct clock.ticket_id) as ticket_count
    from clock
    where clock.type in ('incident', 'service_request')
        and clock.is_breached is not null
    group by
        clock.service_id,
        clock.resolved_month

)

select
    handled.service_id || ' / ' || handled.month as subject,
    case when measured.ticket_count > 0 then 'met' else 'not met' end as answer,
    coalesce(measured.ticket_count, 0) || ' of ' || handled.ticket_count || ' tickets measured' as reason
from handled
inner join agreed on agreed.service_id = handled.service_id
left join measured
    on measured.service_id = handled.service_id
    and measured.month = handled.month
order by subject
