-- One row per supplier and month in which tickets handed to it ended.
with

handled as (

    select
        ticket.ticket_id,
        ticket.supplier_id,
        month.month
    from ticket
    inner join month on month.month = ticket.resolved_month
    where ticket.supplier_id is not null
        and ticket.type in ('incident', 'service_request')

),

measured as (

    select clock.ticket_id
    from clock
    where clock.is_breached is not null
    group by clock.ticket_id

),

counted as (

    select
        handled.supplier_id,
        handled.month,
        count(*) as ticket_count,
        count(measured.ticket_id) as measured_count
    from handled
    left join measured on measured.ticket_id = handled.ticket_id
    group by
        handled.supplier_id,
        handled.month

)

select
    counted.supplier_id || ' / ' || counted.month as subject,
    case when counted.measured_count > 0 then 'met' else 'not met' end as answer,
    counted.measured_count || ' of ' || counted.ticket_count || ' tickets measured' as reason
from counted
order by subject
